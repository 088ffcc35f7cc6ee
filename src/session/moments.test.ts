/** The shared axis of time: how far each side has got, where the axis ends, and how fast it is played. */
import { describe, expect, it } from 'vitest';
import type { Schedule } from '../runtime/schedule.ts';
import type { Begun, Run } from '../store/runs.ts';
import { traceOf } from '../testing/scriptedTrace.ts';
import type { Micros } from '../trace/vocabulary.ts';
import {
  canPlay,
  horizonOf,
  isScheduled,
  isVirtual,
  momentOf,
  nextMoment,
  playRate,
  previousMoment,
  reportedMoment,
} from './moments.ts';

const idle: Run = { phase: 'idle' };
const schedule: Schedule = { model: 'cpython314', strategy: { kind: 'realistic' }, check: null };

/** A run that printed at these times. */
function begun(times: readonly Micros[], change: Partial<Begun> = {}): Begun {
  const program = { files: { 'main.py': '' }, entry: 'main.py' };
  const trace = traceOf([
    [1, 'track', 'output'],
    ...times.map((at) => [at, 'print', 'output', 'x'] as const),
  ]);
  return { number: 1, program, pace: 'real', schedule: null, trace, ...change };
}

/** It began at 1000 ms on the page's clock. */
function running(times: readonly Micros[], change: Partial<Begun> = {}): Run {
  return { ...begun(times, change), phase: 'running', since: 1_000, seen: 0 };
}

function waiting(change: Partial<Begun> = {}): Run {
  return { ...begun([], change), phase: 'waiting' };
}

function ended(time: Micros, times: readonly Micros[] = [], change: Partial<Begun> = {}): Run {
  return {
    ...begun(times, change),
    phase: 'ended',
    end: { ending: { kind: 'finished' }, time, scheduled: null },
  };
}

describe('how far a side has got', () => {
  it('is nowhere before it runs', () => {
    expect(momentOf(idle, 'live', 9_000)).toBe(0);
    expect(momentOf(waiting(), 'live', 9_000)).toBe(0);
  });

  it('is what the clock says while it runs in real time', () => {
    expect(momentOf(running([10]), 'live', 1_250)).toBe(250_000);
  });

  it('is never before what it has reported', () => {
    expect(momentOf(running([400_000]), 'live', 1_250)).toBe(400_000);
  });

  it('is what it has reported in fast forward, however long that takes', () => {
    expect(momentOf(running([7_000_000], { pace: 'fast' }), 'live', 1_250)).toBe(7_000_000);
  });

  it('is its end once it has ended', () => {
    expect(momentOf(ended(3_000), 'live', 99_000)).toBe(3_000);
  });
});

describe('the moment a side is looked at', () => {
  it('is the playhead, but never past what it has lived through', () => {
    expect(momentOf(ended(3_000), 2_000, 0)).toBe(2_000);
    expect(momentOf(ended(3_000), 8_000, 0)).toBe(3_000);
    expect(momentOf(idle, 8_000, 0)).toBe(0);
  });

  it('is told by events alone where only those matter', () => {
    expect(reportedMoment(running([400]), 'live')).toBe(400);
    expect(reportedMoment(running([400]), 5)).toBe(400);
    expect(reportedMoment(ended(3_000), 5)).toBe(5);
    expect(reportedMoment(ended(3_000), 'live')).toBe(3_000);
  });
});

describe('the end of the axis', () => {
  it('is the later of the two sides', () => {
    expect(horizonOf({ broken: ended(3_000), fixed: ended(9_000) }, 0)).toBe(9_000);
    expect(horizonOf({ broken: ended(3_000), fixed: idle }, 0)).toBe(3_000);
    expect(horizonOf({ broken: idle, fixed: idle }, 5_000)).toBe(0);
  });

  it('is not so near while something runs that the first instants fill it', () => {
    expect(horizonOf({ broken: running([100], { pace: 'fast' }), fixed: idle }, 0)).toBe(50_000);
    expect(horizonOf({ broken: running([100]), fixed: ended(80_000) }, 1_000)).toBe(80_000);
  });

  it('is the last event of a scheduled run, which stands still while it is stepped', () => {
    const stepped = running([100], { pace: 'fast', schedule });
    expect(horizonOf({ broken: stepped, fixed: idle }, 0)).toBe(100);
    expect(horizonOf({ broken: stepped, fixed: running([], { pace: 'fast' }) }, 0)).toBe(50_000);
  });

  it('stays at 0 while both sides wait to begin', () => {
    expect(horizonOf({ broken: waiting(), fixed: waiting() }, 5_000)).toBe(0);
  });
});

describe('a virtual clock', () => {
  it('is that of fast forward, from the moment the run is asked for', () => {
    expect([waiting({ pace: 'fast' }), ended(1, [], { pace: 'fast' })].map(isVirtual)).toEqual([true, true]);
    expect([idle, ended(1)].map(isVirtual)).toEqual([false, false]);
  });

  it('is also that of a schedule, which is told apart', () => {
    expect([idle, ended(1), ended(1, [], { schedule })].map(isScheduled)).toEqual([false, false, true]);
  });
});

describe('playing back', () => {
  it('needs a run that has ended, and none under way', () => {
    expect(canPlay({ broken: idle, fixed: idle })).toBe(false);
    expect(canPlay({ broken: idle, fixed: ended(1) })).toBe(true);
    expect(canPlay({ broken: ended(1), fixed: running([]) })).toBe(false);
    expect(canPlay({ broken: waiting(), fixed: ended(1) })).toBe(false);
  });

  it('takes four seconds for what took less than two', () => {
    expect(playRate(1_000_000)).toBe(0.25);
    expect(1_999_999 / playRate(1_999_999)).toBeCloseTo(4_000_000);
  });

  it('goes at the pace of the run from two seconds to thirty', () => {
    expect([2_000_000, 12_000_000, 30_000_000].map(playRate)).toEqual([1, 1, 1]);
  });

  it('takes thirty seconds for what took longer', () => {
    expect(playRate(60_000_000)).toBe(2);
    expect(playRate(3_600_000_000)).toBe(120);
  });

  it('has a pace even where nothing took any time', () => {
    expect(playRate(0)).toBe(1);
  });
});

describe('from event to event', () => {
  const runs = { broken: ended(100, [10, 30]), fixed: ended(100, [20, 30, 50]) };

  it('goes on with the nearest of either side', () => {
    expect([0, 10, 20, 30].map((at) => nextMoment(runs, at))).toEqual([10, 20, 30, 50]);
    expect(nextMoment(runs, 50)).toBeNull();
  });

  it('goes back to the nearest of either side', () => {
    expect([100, 50, 30, 20].map((at) => previousMoment(runs, at))).toEqual([50, 30, 20, 10]);
    expect(previousMoment(runs, 10)).toBeNull();
  });

  it('leads nowhere where nothing has run', () => {
    expect(nextMoment({ broken: idle, fixed: idle }, 0)).toBeNull();
    expect(previousMoment({ broken: idle, fixed: idle }, 9)).toBeNull();
  });
});
