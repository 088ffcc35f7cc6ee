/** Whether the runs of an opened link came out as its sender saw them. Pure. */
import type { Lesson, SideName } from '../lesson/schema.ts';
import type { SideDigest } from '../share/state.ts';
import type { OpenedLink } from '../store/openedLink.ts';
import type { Run } from '../store/runs.ts';
import { workspaceOf } from './linkedWorkspace.ts';
import { digestOf, isOf } from './seen.ts';

type Ended = Extract<Run, { phase: 'ended' }>;

/** One thing that came out otherwise than the sender saw it. */
export type Difference =
  | { readonly what: 'ending'; readonly there: SideDigest; readonly here: SideDigest }
  | { readonly what: 'figure'; readonly label: string; readonly there: number; readonly here: number }
  | { readonly what: 'output' }
  /** the recorded schedule could not be followed from this step on */
  | { readonly what: 'strayed'; readonly step: number };

/** What is to be said of a side: how its run compares with what the sender saw. */
export type Compared =
  | {
      readonly kind: 'same';
      readonly digest: SideDigest;
      readonly figures: readonly { readonly label: string; readonly value: number }[];
    }
  | { readonly kind: 'different'; readonly differences: readonly Difference[] }
  /** what ran is not what the link holds */
  | { readonly kind: 'other program' };

/** What is to be said of a run of the link; null where its sender saw none of this side, and before it has ended. */
export function comparedWithLink(
  lesson: Lesson,
  link: OpenedLink,
  side: SideName,
  run: Run,
): Compared | null {
  const there = link.state.digest?.[side];
  if (there === undefined || run.phase !== 'ended') return null;
  const asSent = workspaceOf(lesson, link);
  const recorded = asSent.schedule.strategy === 'replay' ? asSent.schedule.loaded : null;
  return isOf(asSent, side, run, recorded) ? compare(lesson, there, run) : { kind: 'other program' };
}

function compare(lesson: Lesson, there: SideDigest, run: Ended): Compared {
  const here = digestOf(lesson, run);
  const strayed = run.end.scheduled?.strayed ?? null;
  const figures = lesson.measures.flatMap(({ id, label }) => {
    const [then, value] = [there.measures[id], here.measures[id]];
    return then === undefined || value === undefined ? [] : [{ label, there: then, here: value }];
  });
  const differences: readonly Difference[] = [
    ...(strayed === null ? [] : [{ what: 'strayed', step: strayed } as const]),
    ...(there.ending === here.ending && there.error === here.error
      ? []
      : [{ what: 'ending', there, here } as const]),
    ...figures.filter((one) => one.there !== one.here).map((one) => ({ what: 'figure', ...one }) as const),
    ...(there.output === here.output ? [] : [{ what: 'output' } as const]),
  ];
  return differences.length === 0
    ? { kind: 'same', digest: here, figures: figures.map(({ label, here: value }) => ({ label, value })) }
    : { kind: 'different', differences };
}
