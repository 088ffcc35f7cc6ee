/** Commands about the table of entries: begin every version in every way, one after the other, and stop. */
import { canBegin } from '../base/entry.ts';
import type { RunHandle, Runtime } from '../runtime/host/runtime.ts';
import type { SideName } from '../lesson/schema.ts';
import { DEFAULT_LIMITS } from '../runtime/protocol.ts';
import type { Ending } from '../runtime/protocol.ts';
import { useDesk } from '../store/desk.ts';
import {
  beginTrials,
  clearTrials,
  columnOf,
  endTrials,
  fillCell,
  programOf,
  useTrials,
} from '../store/trials.ts';
import type { Version } from '../store/trials.ts';
import { sideName } from './sideName.ts';

/** No entry is worth more than this: what has not ended by then is stopped. Milliseconds. */
const LONGEST = 10_000;

export function createTrying(runtime: Runtime) {
  let handle: RunHandle | null = null;

  async function tryEntries(): Promise<void> {
    const { lesson } = useDesk.getState();
    if (lesson === null || lesson.entries.length === 0) return;
    stop();
    if (runtime.status.kind === 'failed') runtime.retry();
    const versions = versionsOnDesk();
    const number = beginTrials(lesson.entries, versions);
    for (const entry of lesson.entries) {
      for (const version of versions) {
        if (!canBegin(entry, version.files)) continue;
        if (!useTrials.getState().trying) return;
        if (!fillCell(number, entry, version.id, { phase: 'waiting' })) return;
        const ending = await endingOf(entry, version, lesson.packages);
        fillCell(number, entry, version.id, { phase: 'ended', ending });
      }
    }
    endTrials(number);
  }

  function endingOf(entry: string, version: Version, packages: readonly string[]): Promise<Ending> {
    const request = {
      program: programOf(entry, version),
      // Only how it ends is asked for.
      probes: [],
      packages: [...packages],
      pace: 'fast' as const,
      limits: DEFAULT_LIMITS,
      schedule: null,
      search: null,
    };
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
    const { table, trying } = useTrials.getState();
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
  };
}

/** Broken, what is compared with it, and fixed. */
function versionsOnDesk(): readonly Version[] {
  const { lesson, files } = useDesk.getState();
  if (lesson === null) return [];
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
