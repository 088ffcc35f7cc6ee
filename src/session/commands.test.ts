import { beforeEach, describe, expect, it } from 'vitest';
import { lessons } from '../lesson/catalog.ts';
import type { Lesson } from '../lesson/schema.ts';
import { usePlayback } from '../store/playback.ts';
import { usePreferences } from '../store/preferences.ts';
import { useWorkspaces } from '../store/workspaces.ts';
import { Script } from '../testing/scriptedTrace.ts';
import { createCommands } from './commands.ts';
import { outcomeOf } from './outcome.ts';
import { everyEvent } from '../testing/scriptedAxis.ts';
import { scriptedRuntime, type Asked } from '../testing/scriptedRuntime.ts';
import { opened } from '../testing/scriptedWorkspace.ts';

function firstLesson(): Lesson {
  const lesson = lessons[0];
  if (lesson === undefined) throw new Error('there is no lesson');
  return lesson;
}

const lesson = firstLesson();

function setUp() {
  const { runtime, asked } = scriptedRuntime();
  const frames: (() => void)[] = [];
  const clock = { now: 0 };
  const commands = createCommands(runtime, () => everyEvent, {
    now: () => clock.now,
    nextFrame: (then) => void frames.push(then),
    copy: () => Promise.resolve(),
    save: () => {},
    tab: 'this',
  });
  useWorkspaces.setState(useWorkspaces.getInitialState());
  usePlayback.setState(usePlayback.getInitialState());
  usePreferences.setState(usePreferences.getInitialState());
  commands.open(lesson);
  const frame = () => frames.splice(0).forEach((then) => then());
  return { commands, asked, clock, frame, frames };
}

function end(one: Asked | undefined, time: number): void {
  one?.listener.ended({ ending: { kind: 'finished' }, time, wall: time, scheduled: null });
}

let at: ReturnType<typeof setUp>;
beforeEach(() => {
  at = setUp();
});

function runBothSides() {
  at.commands.runBoth();
  for (const [index, times] of [[10, 30], [20]].entries()) {
    const one = at.asked[index];
    one?.listener.started();
    const { records, strings } = new Script().write([
      [1 + index, 'track', 'output'],
      ...times.map((time) => [time, 'print', 'output', 'x\n'] as const),
    ]);
    one?.listener.batch(records, strings);
  }
  end(at.asked[0], 40_000_000);
  end(at.asked[1], 50);
}

function outcome() {
  return outcomeOf(lesson, opened().runs, opened().files);
}

describe('running', () => {
  it('asks for both sides, with the code in the workspace and the probes of the lesson', () => {
    at.commands.edit('fixed', 'main.py', 'print(1)\n');
    at.commands.runBoth();
    expect(at.asked.map(({ request }) => request.program.files['main.py'])).toEqual([
      lesson.sides.broken.files['main.py'],
      'print(1)\n',
    ]);
    expect(at.asked[0]?.request.probes).toEqual(lesson.probes);
  });

  it('takes batches at once and draws once a frame', () => {
    at.commands.runSide('broken');
    const [one] = at.asked;
    one?.listener.started();
    const script = new Script();
    for (const lines of [[[5, 'track', 'output']], [[6, 'print', 'output', 'hi\n']]] as const) {
      const { records, strings } = script.write(lines);
      one?.listener.batch(records, strings);
    }
    const run = opened().runs.broken;
    expect(run.phase === 'running' && [run.trace.count, run.seen]).toEqual([2, 0]);
    expect(at.frames).toHaveLength(1);
    at.frame();
    const drawn = opened().runs.broken;
    expect(drawn.phase === 'running' && drawn.seen).toBe(2);
  });

  it('ends a run as crashed when a batch cannot be read, and hears no more of it', () => {
    at.commands.runSide('broken');
    const [one] = at.asked;
    one?.listener.started();
    one?.listener.batch(new Int32Array([99, 0, 1, 0, -1, 0, 0, 0]), []);
    end(one, 5);
    const run = opened().runs.broken;
    expect(run).toMatchObject({ phase: 'ended', end: { ending: { kind: 'crashed', cause: 'report' } } });
    expect(outcome().title).toBe('Broken reported what cannot be true.');
    expect(one?.stopped).toBe(true);
  });

  it('ignores what an earlier run says late', () => {
    at.commands.runSide('broken');
    at.asked[0]?.listener.started();
    at.commands.runSide('broken');
    expect(at.asked[0]?.stopped).toBe(true);
    end(at.asked[0], 7);
    expect(opened().runs.broken.phase).toBe('waiting');
    at.asked[1]?.listener.started();
    end(at.asked[1], 8);
    expect(opened().runs.broken).toMatchObject({ phase: 'ended', end: { time: 8 } });
  });

  it('forgets a run that is stopped before it began', () => {
    at.commands.runBoth();
    at.commands.stop();
    expect(at.asked.every(({ stopped }) => stopped)).toBe(true);
    expect(opened().runs.broken.phase).toBe('idle');
  });
});

describe('reset', () => {
  it('brings back the code of the lesson and can be undone, runs and all', () => {
    at.commands.edit('broken', 'main.py', 'mine');
    at.commands.runSide('broken');
    at.asked[0]?.listener.started();
    end(at.asked[0], 9);
    at.commands.reset();
    expect(opened().files.broken).toEqual(lesson.sides.broken.files);
    expect(opened().runs.broken.phase).toBe('idle');
    at.commands.undo();
    expect(opened().files.broken['main.py']).toBe('mine');
    expect(opened().runs.broken.phase).toBe('ended');
  });

  it('offers no undo when nothing was edited, nor after the next edit', () => {
    at.commands.reset();
    expect(opened().undo).toBeNull();
    at.commands.edit('broken', 'main.py', 'mine');
    at.commands.reset();
    expect(opened().undo).not.toBeNull();
    at.commands.edit('broken', 'main.py', 'other');
    expect(opened().undo).toBeNull();
  });
});

describe('another lesson', () => {
  const [, other] = lessons;
  if (other === undefined) throw new Error('there is only one lesson');

  it('has a stage of its own, and the first one is as it was left', () => {
    at.commands.edit('broken', 'main.py', 'mine');
    at.commands.goToStep(2);
    runBothSides();
    const runs = opened().runs;
    at.commands.open(other);
    expect(opened().runs.broken.phase).toBe('idle');
    expect(opened()).toMatchObject({ lesson: { id: other.id }, step: 0 });
    at.commands.open(lesson);
    expect(opened().runs).toEqual(runs);
    expect(opened()).toMatchObject({ lesson: { id: lesson.id }, step: 2 });
    expect(opened().files.broken['main.py']).toBe('mine');
  });

  it('stops what runs, which keeps what it had reported', () => {
    at.commands.runBoth();
    at.asked[0]?.listener.started();
    const { records, strings } = new Script().write([
      [5, 'track', 'output'],
      [6, 'print', 'output', 'hi\n'],
    ]);
    at.asked[0]?.listener.batch(records, strings);
    at.commands.open(other);
    expect(at.asked.map(({ stopped }) => stopped)).toEqual([true, true]);
    end(at.asked[0], 9);
    at.commands.open(lesson);
    const { broken, fixed } = opened().runs;
    expect(broken).toMatchObject({ phase: 'ended', end: { ending: { kind: 'stopped' }, time: 6 } });
    expect(fixed.phase).toBe('idle');
  });

  it('takes no Undo along', () => {
    at.commands.edit('broken', 'main.py', 'mine');
    runBothSides();
    at.commands.reset();
    at.commands.open(other);
    at.commands.undo();
    expect(opened().runs.broken.phase).toBe('idle');
    at.commands.open(lesson);
    at.commands.undo();
    expect(opened().runs.broken.phase).toBe('idle');
    expect(opened().files.broken).toEqual(lesson.sides.broken.files);
  });
});

describe('the playhead', () => {
  it('steps from event to event across both sides, and live beyond the last', () => {
    runBothSides();
    at.commands.toStart();
    const seen = Array.from({ length: 6 }, () => {
      at.commands.nextEvent();
      return usePlayback.getState().at;
    });
    expect(seen).toEqual([10, 20, 30, 'live', 'live', 'live']);
    at.commands.previousEvent();
    expect(usePlayback.getState().at).toBe(30);
  });

  it('stays at now while something runs', () => {
    runBothSides();
    at.commands.runSide('fixed');
    at.commands.seek(10);
    at.commands.play();
    expect(usePlayback.getState()).toEqual({ at: 'live', playing: false, speed: 1 });
  });

  it('plays from the start, no faster than it can be followed, and stops at the end', () => {
    runBothSides();
    at.commands.play();
    at.clock.now = 15_000;
    at.frame();
    expect(usePlayback.getState().at).toBe(20_000_000);
    at.clock.now = 31_000;
    at.frame();
    expect(usePlayback.getState()).toEqual({ at: 'live', playing: false, speed: 1 });
  });

  it('plays no faster when it was paused and played again within a frame', () => {
    runBothSides();
    at.commands.play();
    at.commands.pause();
    at.commands.play();
    at.clock.now = 15_000;
    at.frame();
    expect(at.frames).toHaveLength(1);
  });

  it('jumps by a twentieth of the axis', () => {
    runBothSides();
    at.commands.toStart();
    at.commands.jumpForward();
    expect(usePlayback.getState().at).toBe(2_000_000);
  });
});

describe('the verdict', () => {
  it('invites, waits, then judges', () => {
    expect(outcome().title).toContain('?');
    at.commands.runBoth();
    expect(outcome().title).toContain('Python');
    for (const one of at.asked) one.listener.started();
    expect(outcome().title).toBe('Running…');
    end(at.asked[0], 10_000_000);
    end(at.asked[1], 1_000_000);
    expect(outcome()).toMatchObject({ bars: { broken: 10, fixed: 1 }, note: '' });
    expect(outcome().title).toContain('10.0 times sooner');
    at.commands.edit('broken', 'main.py', 'mine');
    expect(outcome().note).toContain('before your edit');
  });

  it('names the virtual clock wherever its times stand, also once the code was changed', () => {
    at.commands.prefer({ pace: 'fast' });
    at.commands.runBoth();
    at.commands.prefer({ pace: 'real' });
    for (const one of at.asked) {
      one.listener.started();
      end(one, 1_000_000);
    }
    expect(outcome().note).toContain('virtual clock');
    at.commands.edit('broken', 'main.py', 'mine');
    expect(outcome().note).toContain('before your edit');
    expect(outcome().note).toContain('virtual clock');
  });

  it('sees no difference where there is none', () => {
    at.commands.runBoth();
    for (const one of at.asked) {
      one.listener.started();
      end(one, 1_000_000);
    }
    expect(outcome().title.toLowerCase()).toContain('no clear difference');
  });

  it('says how a side ended instead of comparing', () => {
    at.commands.runBoth();
    for (const one of at.asked) one.listener.started();
    at.asked[0]?.listener.ended({ ending: { kind: 'stopped' }, time: 5, wall: 5, scheduled: null });
    end(at.asked[1], 9);
    expect(outcome()).toMatchObject({ bars: null });
    expect(outcome().note).toBe('Broken was stopped. Fixed finished.');
  });
});
