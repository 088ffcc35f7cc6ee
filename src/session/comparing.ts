/** Whether the runs of an opened link came out as its sender saw them. Pure. */
import { SIDES, type Lesson, type SideName } from '../lesson/schema.ts';
import type { SideDigest } from '../share/state.ts';
import type { Run } from '../store/runs.ts';
import type { Workspace } from '../store/workspace.ts';
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

/** By side, where the sender saw it and it has run to its end here. */
export function comparedWithLink(workspace: Workspace): { readonly [side in SideName]?: Compared } {
  const { link, lesson, runs } = workspace;
  if (link === null) return {};
  const asSent = workspaceOf(lesson, link);
  const recorded = asSent.schedule.strategy === 'replay' ? asSent.schedule.loaded : null;
  const compared: { [side in SideName]?: Compared } = {};
  for (const side of SIDES) {
    const [there, run] = [link.state.digest?.[side], runs[side]];
    if (there === undefined || run.phase !== 'ended') continue;
    compared[side] = isOf(asSent, side, run, recorded)
      ? compare(lesson, there, run)
      : { kind: 'other program' };
  }
  return compared;
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
