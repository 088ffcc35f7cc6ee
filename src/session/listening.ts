/** Listens to one run: its batches go to its trace at once, and the drawing is notified at most once a frame. */
import { messages } from '../messages/en.ts';
import type { RunEnd, RunListener } from '../runtime/host/runtime.ts';
import type { SideName } from '../lesson/schema.ts';
import { endRun, liveRun, markRunning, showGrowth } from '../store/changes/runs.ts';
import { askQuestion, closeSteps } from '../store/changes/stepping.ts';
import type { End } from '../store/runs.ts';
import type { Platform } from './platform.ts';

/** Makes listeners of runs. All of them share one request for a frame. */
export function createListening(platform: Platform) {
  let asked = false;
  const showSoon = () => {
    if (asked) return;
    asked = true;
    platform.nextFrame(() => {
      asked = false;
      showGrowth();
    });
  };

  /**
   * The listener of run `number` of a side. Whatever comes after the run has ended, or after a later run has begun,
   * is ignored. A batch that does not hold ends the run as crashed, after `giveUp` has been called.
   */
  return function listenerOf(side: SideName, number: number, giveUp: () => void): RunListener {
    const finish = (end: End) => {
      if (liveRun(side, number) === null) return;
      closeSteps(side);
      endRun(side, number, end);
    };
    return {
      started: () => markRunning(side, number, platform.now()),
      batch(records, strings) {
        const run = liveRun(side, number);
        if (run === null) return;
        const taken = run.trace.append(records, strings);
        if (taken.ok) {
          showSoon();
          return;
        }
        giveUp();
        const reason = messages.errors.unreadableReport(taken.error);
        finish({
          ending: { kind: 'crashed', cause: 'report', reason },
          time: run.trace.picture.lastTime,
          scheduled: null,
        });
      },
      asked(question) {
        if (liveRun(side, number) === null) return;
        showGrowth();
        askQuestion(side, question);
      },
      ended: ({ ending, time, scheduled, faults = [] }: RunEnd) => {
        const reported = liveRun(side, number)?.trace.picture.lastTime ?? 0;
        finish({ ending, time: Math.max(time, reported), scheduled, faults });
      },
    };
  };
}
