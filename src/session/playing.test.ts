/** The playhead under its commands, with a clock and frames that the test moves. */
import { beforeEach, describe, expect, it } from 'vitest';
import { beginRun, endRun, markRunning } from '../store/changes/runs.ts';
import { usePlayback } from '../store/playback.ts';
import { newWorkspace } from '../store/workspace.ts';
import { openNew, useWorkspaces } from '../store/workspaces.ts';
import type { Axis } from '../trace/axis.ts';
import { everyEvent, eventByEvent } from '../testing/scriptedAxis.ts';
import { traceOf } from '../testing/scriptedTrace.ts';
import { plainLesson } from '../testing/scriptedWorkspace.ts';
import type { Micros } from '../trace/vocabulary.ts';
import { createPlaying } from './playing.ts';

const second = 1_000_000;
let axis: Axis;
let clock: number;
let frames: (() => void)[];
let playing: ReturnType<typeof createPlaying>;

beforeEach(() => {
  axis = everyEvent;
  clock = 0;
  frames = [];
  useWorkspaces.setState(useWorkspaces.getInitialState());
  usePlayback.setState(usePlayback.getInitialState());
  openNew(newWorkspace(plainLesson, { broken: {}, fixed: {} }));
  playing = createPlaying(
    {
      now: () => clock,
      nextFrame: (then) => void frames.push(then),
      copy: () => Promise.resolve(),
      save: () => {},
      tab: 'this',
    },
    () => axis,
  );
});

/** A run of a side that is under way; it printed at these times. */
function begin(side: 'broken' | 'fixed', times: readonly Micros[]): number {
  const trace = traceOf([
    [1, 'track', 'output'],
    ...times.map((at) => [at, 'print', 'output', 'x'] as const),
  ]);
  const program = { files: { 'main.py': '' }, entry: 'main.py' };
  const number = beginRun(side, { program, pace: 'fast', schedule: null, trace });
  markRunning(side, number, 0);
  return number;
}

function run(side: 'broken' | 'fixed', time: Micros, times: readonly Micros[] = []): void {
  endRun(side, begin(side, times), { ending: { kind: 'finished' }, time, scheduled: null });
}

/** The next frame is drawn, so many milliseconds later. */
function frame(after: number): void {
  clock += after;
  for (const then of frames.splice(0)) then();
}

const at = () => usePlayback.getState().at;
const isPlaying = () => usePlayback.getState().playing;

describe('without anything to play', () => {
  it('every command leaves the playhead at now', () => {
    playing.play();
    playing.seek(5);
    playing.nextEvent();
    playing.jumpBack();
    playing.toStart();
    expect([at(), isPlaying(), frames.length]).toEqual(['live', false, 0]);
  });

  it('also while one side still runs', () => {
    run('broken', 10 * second);
    begin('fixed', []);
    playing.seek(second);
    playing.togglePlay();
    expect([at(), isPlaying()]).toEqual(['live', false]);
  });
});

describe('seeking', () => {
  it('puts the playhead at a moment, and at the end of the axis live', () => {
    run('broken', 10 * second);
    playing.seek(4 * second);
    expect(at()).toBe(4 * second);
    playing.seek(10 * second);
    expect(at()).toBe('live');
  });

  it('keeps to the axis', () => {
    run('broken', 10 * second);
    playing.seek(-5);
    expect(at()).toBe(0);
    playing.seek(99 * second);
    expect(at()).toBe('live');
  });

  it('stops the playing', () => {
    run('broken', 10 * second);
    playing.play();
    playing.seek(4 * second);
    expect(isPlaying()).toBe(false);
    frame(100);
    expect(at()).toBe(4 * second);
  });
});

describe('playing', () => {
  it('begins at the start when the playhead is at the end', () => {
    run('broken', 10 * second);
    playing.play();
    expect([at(), isPlaying()]).toEqual([0, true]);
  });

  it('goes on from where the playhead stands', () => {
    run('broken', 10 * second);
    playing.seek(4 * second);
    playing.play();
    frame(500);
    expect(at()).toBe(4.5 * second);
  });

  it('counts the time between frames, however unevenly they come', () => {
    run('broken', 10 * second);
    playing.play();
    frame(16);
    frame(2_984);
    expect(at()).toBe(3 * second);
  });

  it('slows a short run down to a quarter of its speed or less', () => {
    run('broken', second);
    playing.play();
    frame(2_000);
    expect(at()).toBe(second / 2);
  });

  it('ends at the end of the axis, and asks for no further frame', () => {
    run('broken', 10 * second);
    run('fixed', 2 * second);
    playing.play();
    frame(9_999);
    expect(isPlaying()).toBe(true);
    frame(1);
    expect([at(), isPlaying(), frames.length]).toEqual(['live', false, 0]);
  });

  it('is begun once, however often the button is pressed', () => {
    run('broken', 10 * second);
    playing.play();
    playing.play();
    expect(frames).toHaveLength(1);
  });

  it('goes on once where it was paused and begun again within a frame', () => {
    run('broken', 10 * second);
    playing.play();
    playing.pause();
    playing.play();
    frame(1_000);
    expect([at(), frames.length]).toEqual([second, 1]);
  });

  it('is paused and taken up where it stood', () => {
    run('broken', 10 * second);
    playing.togglePlay();
    frame(1_000);
    playing.togglePlay();
    frame(5_000);
    expect([at(), isPlaying()]).toEqual([second, false]);
    playing.togglePlay();
    frame(1_000);
    expect(at()).toBe(2 * second);
  });
});

describe('events', () => {
  it('lead from one to the next on either side', () => {
    run('broken', 100, [10, 40]);
    run('fixed', 100, [20]);
    playing.toStart();
    playing.nextEvent();
    expect(at()).toBe(10);
    playing.nextEvent();
    expect(at()).toBe(20);
    playing.previousEvent();
    expect(at()).toBe(10);
  });

  it('end at the end of the axis and at its start', () => {
    run('broken', 100, [10]);
    playing.seek(10);
    playing.nextEvent();
    expect(at()).toBe('live');
    playing.previousEvent();
    playing.previousEvent();
    expect(at()).toBe(0);
  });
});

describe('jumps', () => {
  it('are a twentieth of the axis, from wherever the playhead stands', () => {
    run('broken', 10 * second);
    playing.jumpBack();
    expect(at()).toBe(9.5 * second);
    playing.seek(second);
    playing.jumpForward();
    expect(at()).toBe(1.5 * second);
  });

  it('do not leave the axis', () => {
    run('broken', 10 * second);
    playing.seek(100_000);
    playing.jumpBack();
    expect(at()).toBe(0);
    playing.seek(9.9 * second);
    playing.jumpForward();
    expect(at()).toBe('live');
  });

  it('lead to both ends', () => {
    run('broken', 10 * second);
    playing.toStart();
    expect(at()).toBe(0);
    playing.toEnd();
    expect(at()).toBe('live');
  });
});

describe('in the order of what happened', () => {
  beforeEach(() => {
    axis = eventByEvent;
    run('broken', 100, [10, 90]);
    run('fixed', 100, [20, 21, 22]);
  });

  it('each step is a change, and the last is the end', () => {
    playing.toStart();
    playing.nextEvent();
    playing.nextEvent();
    expect(at()).toBe(2);
    playing.nextEvent();
    // The last has a sentence of its own before the end is shown.
    expect(at()).toBe(3);
    playing.nextEvent();
    expect(at()).toBe('live');
    playing.previousEvent();
    expect(at()).toBe(2);
  });

  it('playing gives each change the same time', () => {
    playing.play();
    frame(900);
    expect(at()).toBeCloseTo(1.5);
    frame(900);
    expect([at(), isPlaying()]).toEqual(['live', false]);
  });
});
