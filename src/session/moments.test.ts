/** The shared axis of time: how far each side has got, where the axis ends, and how fast it is played. */
import { describe, expect, it } from 'vitest';
import type { Schedule } from '../runtime/schedule.ts';
import type { Begun, Run } from '../store/runs.ts';
import { eventByEvent, everyEvent } from '../testing/scriptedAxis.ts';
import { traceOf } from '../testing/scriptedTrace.ts';
import type { Micros } from '../trace/vocabulary.ts';
import {
  canPlay,
  horizonOf,
  isScheduled,
  isVirtual,
  momentOf,
  endOf,
  nextPosition,
  playRate,
  positionOf,
  previousPosition,
  startOf,
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
    expect(momentOf(idle, 'live', 9_000, everyEvent)).toBe(0);
    expect(momentOf(waiting(), 'live', 9_000, everyEvent)).toBe(0);
  });

  it('is what the clock says while it runs in real time', () => {
    expect(momentOf(running([10]), 'live', 1_250, everyEvent)).toBe(250_000);
  });

  it('is never before what it has reported', () => {
    expect(momentOf(running([400_000]), 'live', 1_250, everyEvent)).toBe(400_000);
  });

  it('is what it has reported in fast forward, however long that takes', () => {
    expect(momentOf(running([7_000_000], { pace: 'fast' }), 'live', 1_250, everyEvent)).toBe(7_000_000);
  });

  it('is its end once it has ended', () => {
    expect(momentOf(ended(3_000), 'live', 99_000, everyEvent)).toBe(3_000);
  });
});

describe('the moment a side is looked at', () => {
  it('is the playhead, but never past what it has lived through', () => {
    expect(momentOf(ended(3_000), 2_000, 0, everyEvent)).toBe(2_000);
    expect(momentOf(ended(3_000), 8_000, 0, everyEvent)).toBe(3_000);
    expect(momentOf(idle, 8_000, 0, everyEvent)).toBe(0);
  });

  it('is told by events alone where only those matter', () => {
    expect(reportedMoment(running([400]), 'live', everyEvent)).toBe(400);
    expect(reportedMoment(running([400]), 5, everyEvent)).toBe(400);
    expect(reportedMoment(ended(3_000), 5, everyEvent)).toBe(5);
    expect(reportedMoment(ended(3_000), 'live', everyEvent)).toBe(3_000);
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

function rate(time: Micros): number {
  return playRate({ broken: ended(time), fixed: idle }, everyEvent);
}

describe('playing back', () => {
  it('needs a run that has ended, and none under way', () => {
    expect(canPlay({ broken: idle, fixed: idle })).toBe(false);
    expect(canPlay({ broken: idle, fixed: ended(1) })).toBe(true);
    expect(canPlay({ broken: ended(1), fixed: running([]) })).toBe(false);
    expect(canPlay({ broken: waiting(), fixed: ended(1) })).toBe(false);
  });

  it('takes four seconds for what took less than two', () => {
    expect(rate(1_000_000)).toBe(0.25);
    expect(1_999_999 / rate(1_999_999)).toBeCloseTo(4_000_000);
  });

  it('goes at the pace of the run from two seconds to thirty', () => {
    expect([2_000_000, 12_000_000, 30_000_000].map(rate)).toEqual([1, 1, 1]);
  });

  it('takes thirty seconds for what took longer', () => {
    expect(rate(60_000_000)).toBe(2);
    expect(rate(3_600_000_000)).toBe(120);
  });

  it('has a pace even where nothing took any time', () => {
    expect(rate(0)).toBe(1);
  });

  it('leaves out the time before anything happens', () => {
    const late = { broken: ended(2_500_000, [1_580_000]), fixed: ended(2_500_000, [1_520_000]) };
    expect(startOf(late, everyEvent)).toBe(1_500_000);
    expect(playRate(late, everyEvent)).toBe(0.25);
    expect(startOf({ broken: ended(900, [20]), fixed: idle }, everyEvent)).toBe(0);
  });
});

describe('from change to change', () => {
  const runs = { broken: ended(100, [10, 30]), fixed: ended(100, [20, 30, 50]) };

  it('goes to the next one on either side', () => {
    expect([0, 10, 20, 30].map((after) => nextPosition(runs, after, everyEvent))).toEqual([10, 20, 30, 50]);
    expect(nextPosition(runs, 50, everyEvent)).toBeNull();
  });

  it('and back', () => {
    expect([100, 50, 30, 25].map((before) => previousPosition(runs, before, everyEvent))).toEqual([
      50, 30, 20, 20,
    ]);
    expect(previousPosition(runs, 10, everyEvent)).toBeNull();
  });

  it('finds none where nothing has run', () => {
    expect(nextPosition({ broken: idle, fixed: idle }, 0, everyEvent)).toBeNull();
    expect(previousPosition({ broken: idle, fixed: idle }, 9, everyEvent)).toBeNull();
  });
});

describe('the axis of what happened in order', () => {
  const runs = { broken: ended(100, [10, 30]), fixed: ended(90, [20, 40, 50]) };

  it('has as many places as the side with more changes', () => {
    expect(endOf(runs, 0, eventByEvent)).toBe(3);
    expect(startOf(runs, eventByEvent)).toBe(0);
  });

  it('moves both sides on by one change, whatever their clocks say', () => {
    const moments = [0, 1, 1.7, 2, 3].map((at) => [
      momentOf(runs.broken, at, 0, eventByEvent),
      momentOf(runs.fixed, at, 0, eventByEvent),
    ]);
    // After its last change a side is at its end.
    expect(moments).toEqual([
      [0, 0],
      [10, 20],
      [10, 20],
      [100, 40],
      [100, 90],
    ]);
  });

  it('is stepped one by one', () => {
    expect([0, 0.5, 1, 2].map((after) => nextPosition(runs, after, eventByEvent))).toEqual([1, 1, 2, 3]);
    expect(nextPosition(runs, 3, eventByEvent)).toBeNull();
    expect([3, 2.5, 2].map((before) => previousPosition(runs, before, eventByEvent))).toEqual([2, 2, 1]);
    expect(previousPosition(runs, 1, eventByEvent)).toBeNull();
  });

  it('takes a moment of one side to the change that had begun by then', () => {
    expect([0, 20, 45].map((moment) => positionOf(runs.fixed, moment, eventByEvent))).toEqual([0, 1, 2]);
    expect(positionOf(runs.fixed, 45, everyEvent)).toBe(45);
  });

  it('is played at an even pace, and not for ever', () => {
    expect(1 / playRate(runs, eventByEvent)).toBeCloseTo(600_000);
    const times = Array.from({ length: 300 }, (_, index) => index + 2);
    expect(300 / playRate({ broken: ended(400, times), fixed: idle }, eventByEvent)).toBeCloseTo(30_000_000);
  });
});
