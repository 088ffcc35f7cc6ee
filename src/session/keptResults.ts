/**
 * Keeps what the person has found out beside the last runs: searches, the table of entries, steps by hand. They are shown
 * when the lesson is opened again: the tab's own, or else the newest.
 */
import * as v from 'valibot';
import type { LargeStorage } from '../base/largeStorage.ts';
import type { Lesson } from '../lesson/schema.ts';
import { showKeptResults } from '../store/changes/results.ts';
import { showNotice } from '../store/notices.ts';
import type { Workspace } from '../store/workspace.ts';
import { currentWorkspace, useWorkspaces } from '../store/workspaces.ts';
import { KeptResultsSchema, keptResultsOf, shownAgain } from './keptResult.ts';

const VERSION = 1;
/** So many are kept, one for each lesson and tab; the oldest give way. */
const MOST = 20;

/** The kept results of one tab. */
export function createKeptResults(large: LargeStorage, tab: string) {
  /** One change after the other, so that the last one is what stays. */
  let last: Promise<void> = Promise.resolve();
  let showing = false;

  function keepNext({ id }: Lesson, value: unknown): void {
    const name = `results/${id}/${tab}/${Date.now()}/v${VERSION}`;
    last = last.then(async () => {
      const before = await placesIn(large);
      const done = await large.set(name, value);
      const own = before.filter((one) => one.lesson === id && one.tab === tab);
      const others = before.filter((one) => !own.includes(one));
      const gone = [...own.filter((one) => one.name !== name), ...others.slice(MOST - 1)];
      if (gone.length > 0) await large.remove(gone.map((one) => one.name));
      if (done !== 'kept') showNotice({ kind: 'visit not kept', why: done, lesson: null });
    });
  }

  return {
    /** Keeps from now on what is found out. Returns how to stop. */
    keepResults: (): (() => void) =>
      useWorkspaces.subscribe((now, before) => {
        if (showing) return;
        for (const [key, workspace] of Object.entries(now.workspaces)) {
          // What is found out about an opened link is not about the person's own programs.
          if (workspace.link !== null) continue;
          const former = before.workspaces[key];
          if (former === undefined || isSame(workspace, former)) continue;
          const value = keptResultsOf(workspace);
          if (value !== null && JSON.stringify(value) !== JSON.stringify(keptResultsOf(former)))
            keepNext(workspace.lesson, value);
        }
      }),
    /** Shows what is kept of a workspace that has just been opened. */
    showKept: async (opened: Workspace): Promise<void> => {
      const { lesson, files } = opened;
      const places = (await placesIn(large)).filter((one) => one.lesson === lesson.id);
      const [newest] = [...places.filter((one) => one.tab === tab), ...places];
      if (newest === undefined) return;
      const parsed = v.safeParse(KeptResultsSchema, await large.get(newest.name));
      const workspace = currentWorkspace();
      // Somebody may have gone on meanwhile: to another lesson, to other code, or to another search.
      if (!parsed.success || workspace?.lesson.id !== lesson.id || workspace.link !== null) return;
      if (workspace.files !== files || !isSame(workspace, opened)) return;
      showing = true;
      showKeptResults((number) => shownAgain(parsed.output, number, workspace.stepping));
      showing = false;
    },
    /** Settles when all that was to be kept has been. */
    settled: () => last,
  };
}

export type KeptResults = ReturnType<typeof createKeptResults>;

function isSame(one: Workspace, other: Workspace): boolean {
  return (
    one.searches === other.searches &&
    one.trials === other.trials &&
    one.stepping.broken === other.stepping.broken &&
    one.stepping.fixed === other.stepping.fixed
  );
}

interface Place {
  readonly name: string;
  readonly lesson: string;
  readonly tab: string;
  /** milliseconds since 1970 */
  readonly at: number;
}

/** What is kept, of this version, the newest first. */
async function placesIn(large: LargeStorage): Promise<Place[]> {
  const places = (await large.names()).flatMap((name): Place[] => {
    const [, lesson, tab, at] = /^results\/([^/]+)\/([^/]+)\/(\d+)\/v1$/.exec(name) ?? [];
    return lesson === undefined || tab === undefined ? [] : [{ name, lesson, tab, at: Number(at) }];
  });
  return places.toSorted((one, other) => other.at - one.at);
}
