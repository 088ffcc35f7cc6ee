import { beforeEach, describe, expect, it } from 'vitest';
import type { Decision, Outcome, SearchReport } from '../runtime/schedule.ts';
import { end, opened, plainLesson, scheduled, setUp } from '../testing/scriptedWorkspace.ts';

let at: ReturnType<typeof setUp>;
beforeEach(() => {
  at = setUp();
});

function outcome(words: string, decisions: Decision[]): Outcome {
  return { kind: 'failed', words, count: 9, preemptions: 1, decisions };
}

const smallest = outcome('counter = 27', [[4, 2]]);

function report(change: Partial<SearchReport> = {}): SearchReport {
  const counts = { tried: 36, failed: 9, cut: 0, pruned: 0, unseen: null, others: 0, seconds: 1 };
  const found = { outcome: smallest, reproduced: 10, replays: 10 };
  return { ...counts, complete: true, outcomes: [smallest], smallest: found, done: true, ...change };
}

describe('searching', () => {
  it('asks for the search that is chosen, on the code in the workspace', () => {
    at.commands.edit('broken', 'main.py', 'mine');
    at.commands.find('broken');
    expect(at.asked[0]?.request).toMatchObject({
      program: { files: { 'main.py': 'mine' } },
      schedule: { model: 'before310', check: 'counter == 30' },
      search: { method: 'exhaustive', bound: 1, schedules: 20_000 },
    });
    at.commands.chooseSchedule({ method: 'random', draws: 40 });
    at.commands.find('broken');
    expect(at.asked[0]?.stopped).toBe(true);
    expect(at.asked[1]?.request.search).toEqual({ method: 'random', schedules: 40, seed: 7 });
  });

  it('shows how far it has come, and leaves the run of the side as it was', () => {
    at.commands.runSide('broken');
    end(at.asked[0]);
    at.commands.find('broken');
    at.asked[1]?.listener.searched?.(report({ tried: 5, done: false }));
    expect(opened().searches.broken).toMatchObject({ phase: 'searching', report: { tried: 5 } });
    expect(opened().runs.broken.phase).toBe('ended');
  });

  it('replays the smallest schedule that fails as a run of that side', () => {
    at.commands.find('broken');
    at.commands.chooseSchedule({ model: 'cpython314' });
    end(at.asked[0], { scheduled: scheduled({ search: report() }) });
    expect(at.asked).toHaveLength(2);
    expect(at.asked[1]?.request).toMatchObject({
      search: null,
      schedule: { model: 'before310', strategy: { kind: 'replay', decisions: [[4, 2]] } },
    });
    expect(opened().runs).toMatchObject({ broken: { phase: 'waiting' }, fixed: { phase: 'idle' } });
    // What is found is that side's alone: the next run goes by what is chosen.
    at.commands.runSide('fixed');
    expect(at.asked[2]?.request.schedule).toMatchObject({
      model: 'cpython314',
      strategy: { kind: 'random' },
    });
    expect(opened().searches.broken).toMatchObject({ phase: 'ended', report: { complete: true } });
  });

  it.each([
    [
      'the person stopped it',
      () => end(at.asked[0], { ending: { kind: 'stopped' }, scheduled: scheduled({ search: report() }) }),
    ],
    [
      'nothing failed',
      () => end(at.asked[0], { scheduled: scheduled({ search: report({ smallest: null }) }) }),
    ],
    [
      'it died',
      () =>
        end(at.asked[0], { ending: { kind: 'crashed', cause: 'interpreter', reason: '' }, scheduled: null }),
    ],
  ])('replays nothing when %s', (_, finish) => {
    at.commands.find('broken');
    at.asked[0]?.listener.searched?.(report({ tried: 5, complete: false }));
    finish();
    expect(at.asked).toHaveLength(1);
    expect(opened().searches.broken).toMatchObject({ phase: 'ended', report: { failed: 9 } });
  });

  it('replays an outcome that is picked while it still searches, and then stops', () => {
    at.commands.find('broken');
    at.asked[0]?.listener.searched?.(report({ tried: 5, done: false }));
    at.commands.replay('broken', [[7, 1]]);
    expect(at.asked[0]?.stopped).toBe(true);
    expect(at.asked[1]?.request.schedule?.strategy).toEqual({ kind: 'replay', decisions: [[7, 1]] });
    end(at.asked[0], { ending: { kind: 'stopped' }, scheduled: scheduled({ search: report() }) });
    expect(at.asked).toHaveLength(2);
  });

  it('replays nothing on code that is no longer the one searched', () => {
    at.commands.find('broken');
    at.commands.edit('broken', 'main.py', 'mine');
    end(at.asked[0], { scheduled: scheduled({ search: report() }) });
    expect(at.asked).toHaveLength(1);
  });

  it('is stopped by Stop, by a run of the side and by the next lesson; late words are ignored', () => {
    at.commands.find('broken');
    at.commands.stop();
    expect(at.asked[0]?.stopped).toBe(true);
    at.commands.find('broken');
    at.commands.runSide('broken');
    expect(at.asked[1]?.stopped).toBe(true);
    at.commands.find('fixed');
    at.commands.open(plainLesson);
    expect(at.asked[3]?.stopped).toBe(true);
    end(at.asked[3], { scheduled: scheduled({ search: report() }) });
    expect(opened().searches.fixed.phase).toBe('none');
    expect(at.asked).toHaveLength(4);
  });
});
