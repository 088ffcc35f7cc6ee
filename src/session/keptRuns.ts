/**
 * Keeps the last run of each side, and shows it when the lesson is opened again: the tab's own, or else the
 * newest. A side that shows no run any more is kept as such, so that no older run comes back.
 */
import * as v from 'valibot';
import type { LargeStorage } from '../base/largeStorage.ts';
import { SIDES, type Lesson, type SideName } from '../lesson/schema.ts';
import { showKeptRun } from '../store/changes/runs.ts';
import { clearRefusal, showNotice } from '../store/notices.ts';
import { seek } from '../store/playback.ts';
import type { Run } from '../store/runs.ts';
import type { Workspace } from '../store/workspace.ts';
import { currentWorkspace, useWorkspaces } from '../store/workspaces.ts';
import type { Micros } from '../trace/vocabulary.ts';
import { keptRunOf, KeptRunSchema, runOf, type ShownRun } from './keptRun.ts';

const VERSION = 1;
/** So many are kept in all, both sides of every lesson and published program; the oldest give way. */
const MOST = 40;

/** One that is kept: its name tells all that is needed to choose among them without reading any. */
interface Place {
  readonly name: string;
  readonly lesson: string;
  readonly side: string;
  readonly tab: string;
  /** milliseconds since 1970 */
  readonly at: number;
}

type Read =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'too large'; readonly events: number }
  | { readonly kind: 'run'; readonly run: ShownRun; readonly at: number; readonly own: boolean };

/** The kept runs of one tab. */
export function createKeptRuns(large: LargeStorage, tab: string) {
  /** One change after the other, so that the last one is what stays. */
  let last: Promise<void> = Promise.resolve();
  let showing = false;

  function keepNext(lesson: string, side: SideName, run: Run): void {
    const at = run.phase === 'ended' ? (run.kept?.at ?? Date.now()) : Date.now();
    last = last.then(async () => {
      const name = `runs/${lesson}/${side}/${tab}/${at}/${run.phase === 'ended' ? 'run' : 'none'}/v${VERSION}`;
      const value = run.phase === 'ended' ? keptRunOf(run) : { kind: 'none' };
      const before = await placesIn(large);
      const done = await large.set(name, value);
      const own = before.filter((one) => one.lesson === lesson && one.side === side && one.tab === tab);
      const others = before.filter((one) => !own.includes(one)).toSorted((a, b) => b.at - a.at);
      const gone = [...own.filter((one) => one.name !== name), ...others.slice(MOST - 1)];
      if (gone.length > 0) await large.remove(gone.map((one) => one.name));
      if (done === 'kept') clearRefusal('visit not kept');
      else showNotice({ kind: 'visit not kept', why: done, lesson: null });
    });
  }

  async function read(lesson: Lesson, side: SideName, places: readonly Place[]): Promise<Read> {
    const there = places.filter((one) => one.lesson === lesson.id && one.side === side);
    const [newest] = [...there.filter((one) => one.tab === tab), ...there];
    if (newest === undefined) return { kind: 'nothing' };
    const parsed = v.safeParse(KeptRunSchema, await large.get(newest.name));
    if (!parsed.success || parsed.output.kind === 'none') return { kind: 'nothing' };
    if (parsed.output.kind === 'too large') return parsed.output;
    const run = runOf(parsed.output);
    return run === null ? { kind: 'nothing' } : { kind: 'run', run, at: newest.at, own: newest.tab === tab };
  }

  return {
    /** Keeps from now on what the runs come to. Returns how to stop. */
    keepRuns: (): (() => void) =>
      useWorkspaces.subscribe((now, before) => {
        if (showing) return;
        for (const [key, workspace] of Object.entries(now.workspaces)) {
          // What is run of an opened link is no run of the person's own programs.
          if (workspace.link !== null) continue;
          const { runs } = before.workspaces[key] ?? workspace;
          for (const side of SIDES)
            if (isToBeKept(workspace.runs[side], runs[side]))
              keepNext(workspace.lesson.id, side, workspace.runs[side]);
        }
      }),
    /** Shows what is kept of a workspace that has just been opened, with the playhead where it was. */
    showKept: async (opened: Workspace, playhead: Micros | 'live'): Promise<void> => {
      const { lesson, files } = opened;
      const places = (await placesIn(large)).toSorted((a, b) => b.at - a.at);
      const kept = await Promise.all(
        SIDES.map(async (side) => [side, await read(lesson, side, places)] as const),
      );
      const workspace = currentWorkspace();
      // Somebody may have gone on meanwhile: to another lesson, or to other code.
      if (workspace?.lesson.id !== lesson.id || workspace.link !== null || workspace.files !== files) return;
      showing = true;
      for (const [side, one] of kept) {
        if (one.kind === 'run')
          showKeptRun(side, one.run, { at: one.at, by: one.own ? 'this tab' : 'another visit' });
        if (one.kind === 'too large')
          showNotice({ kind: 'run too large', side, events: one.events, lesson: lesson.id });
      }
      showing = false;
      if (kept.some(([, one]) => one.kind === 'run')) seek(playhead);
    },
    /** Settles when all that was to be kept has been. */
    settled: () => last,
  };
}

export type KeptRuns = ReturnType<typeof createKeptRuns>;

/** Whether a side has come to something else: another run has ended there, or it shows none any more. */
function isToBeKept(now: Run, before: Run): boolean {
  if (now === before) return false;
  if (now.phase === 'idle') return before.phase !== 'idle';
  return now.phase === 'ended' && !(before.phase === 'ended' && before.number === now.number);
}

/** What is kept, of this version; what a later version of the page keeps is not touched. */
async function placesIn(large: LargeStorage): Promise<Place[]> {
  return (await large.names()).flatMap((name) => {
    const [, lesson, side, tab, at] =
      /^runs\/([^/]+)\/([^/]+)\/([^/]+)\/(\d+)\/(?:run|none)\/v1$/.exec(name) ?? [];
    return lesson === undefined || side === undefined || tab === undefined
      ? []
      : [{ name, lesson, side, tab, at: Number(at) }];
  });
}
