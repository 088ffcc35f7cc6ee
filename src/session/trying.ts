/** Commands about the table of entries: begin every version in every way, one after the other, and stop. */
import { canBegin } from '../base/entry.ts';
import type { RunHandle, Runtime } from '../runtime/host/runtime.ts';
import type { Lesson, SideName } from '../lesson/schema.ts';
import type { Ending } from '../runtime/protocol.ts';
import { beginTrials, clearTrials, currentTrials, endTrials, fillCell } from '../store/changes/trials.ts';
import { columnOf, programOf, type Version } from '../store/trials.ts';
import type { Workspace } from '../store/workspace.ts';
import { currentWorkspace } from '../store/workspaces.ts';
import { runRequest } from './runRequest.ts';
import { sideName } from './sideName.ts';

/** No entry is worth more than this: what has not ended by then is stopped. Milliseconds. */
const LONGEST = 10_000;

export function createTrying(runtime: Runtime) {
  let handle: RunHandle | null = null;

  async function tryEntries(): Promise<void> {
    const workspace = currentWorkspace();
    if (workspace === null || workspace.lesson.entries.length === 0) return;
    const { lesson } = workspace;
    stop();
    if (runtime.status.kind === 'failed') runtime.retry();
    const versions = versionsOf(workspace);
    const number = beginTrials(lesson.entries, versions);
    for (const entry of lesson.entries) {
      for (const version of versions) {
        if (!canBegin(entry, version.files)) continue;
        if (!currentTrials().trying) return;
        if (!fillCell(number, entry, version.id, { phase: 'waiting' })) return;
        const ending = await endingOf(lesson, entry, version);
        fillCell(number, entry, version.id, { phase: 'ended', ending });
      }
    }
    endTrials(number);
  }

  function endingOf(lesson: Lesson, entry: string, version: Version): Promise<Ending> {
    // Only how it ends is asked for.
    const request = runRequest(lesson, programOf(entry, version), { pace: 'fast', probes: [] });
    return new Promise((resolve) => {
      const run = runtime.run(request, {
        started: () => void setTimeout(() => run.stop(), LONGEST),
        batch: () => undefined,
        ended: ({ ending }) => resolve(ending),
      });
      handle = run;
    });
  }

  function stop(): void {
    const { table, trying } = currentTrials();
    if (!trying || table === null) return;
    endTrials(table.number);
    handle?.stop();
  }

  return {
    /** Begins every version of the lesson's program in every way, and keeps how each ended. */
    tryEntries: () => void tryEntries(),
    stopTrying: stop,
    /** Stops and forgets the table of entries. */
    clearTrials: () => {
      stop();
      clearTrials();
    },
    /** Stops the trials of a workspace that has been left: what they say now is for nobody. */
    abandon: () => handle?.stop(),
  };
}

/** Broken, what is compared with it, and fixed. */
function versionsOf({ lesson, files }: Workspace): readonly Version[] {
  const side = (name: SideName): Version => ({
    id: name,
    title: sideName(lesson, name),
    side: name,
    files: columnOf(lesson, name, files),
  });
  const between = lesson.variations
    .filter(({ compared }) => compared)
    .map(({ id, title, side: name, files: own }) => ({ id, title, side: name, files: own }));
  return [side('broken'), ...between, side('fixed')];
}
