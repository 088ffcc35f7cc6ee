/** Starting and stopping runs: which request a side makes, and what becomes of the run before it. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Runtime } from '../runtime/host/runtime.ts';
import { chooseEntry, editFile } from '../store/changes/code.ts';
import { chooseSchedule } from '../store/changes/schedule.ts';
import { usePlayback, seek, setPlaying } from '../store/playback.ts';
import { usePreferences } from '../store/preferences.ts';
import { newWorkspace } from '../store/workspace.ts';
import { openNew, useWorkspaces } from '../store/workspaces.ts';
import { scriptedRuntime, type Asked } from '../testing/scriptedRuntime.ts';
import { lesson, opened, plainLesson, question, scheduled } from '../testing/scriptedWorkspace.ts';
import { createRunning } from './running.ts';

let asked: Asked[];
let retried: number;

beforeEach(() => {
  retried = 0;
  useWorkspaces.setState(useWorkspaces.getInitialState());
  usePlayback.setState(usePlayback.getInitialState());
  usePreferences.setState(usePreferences.getInitialState());
});

function set(opens = plainLesson, status?: Runtime['status']) {
  openNew(newWorkspace(opens, { broken: {}, fixed: {} }));
  const scripted = scriptedRuntime();
  asked = scripted.asked;
  const runtime = {
    ...scripted.runtime,
    status: status ?? scripted.runtime.status,
    retry: () => void (retried += 1),
  };
  return createRunning(runtime, {
    now: () => 0,
    nextFrame: (then) => then(),
    copy: () => Promise.resolve(),
    save: () => {},
    tab: 'this',
  });
}

const finished = { ending: { kind: 'finished' as const }, time: 5, wall: 5, scheduled: scheduled() };

describe('a side that is started', () => {
  it('asks for its code, its probes and the chosen pace', () => {
    const running = set();
    usePreferences.setState({ pace: 'fast' });
    running.start('fixed');
    expect(asked[0]?.request).toMatchObject({
      program: { files: plainLesson.sides.fixed.files, entry: plainLesson.sides.fixed.entry },
      probes: plainLesson.probes,
      pace: 'fast',
      schedule: null,
      search: null,
    });
  });

  it('always runs on a virtual clock under a schedule', () => {
    const running = set(lesson);
    usePreferences.setState({ pace: 'real' });
    running.start('broken');
    expect(asked[0]?.request).toMatchObject({
      pace: 'fast',
      schedule: { model: 'before310', strategy: { kind: 'random', seed: 7 }, check: 'counter == 30' },
    });
    expect(opened().runs.broken).toMatchObject({ phase: 'waiting', pace: 'fast' });
  });

  it('goes by what stands in for the choice of the person, once', () => {
    const running = set(lesson);
    const strategy = { kind: 'replay', decisions: [[4, 1]] as [number, number][] } as const;
    running.start('broken', { strategy, model: 'free-threaded', made: [] });
    running.start('fixed');
    expect(asked.map(({ request }) => [request.schedule?.model, request.schedule?.strategy.kind])).toEqual([
      ['free-threaded', 'replay'],
      ['before310', 'random'],
    ]);
  });

  it('begins as chosen, or as the lesson does where the chosen file is not among its own', () => {
    const running = set();
    chooseEntry('import main');
    running.start('broken');
    chooseEntry('only_fixed.py');
    running.start('broken');
    expect(asked.map(({ request }) => request.program.entry)).toEqual([
      'import main',
      plainLesson.sides.broken.entry,
    ]);
  });

  it('keeps the program that ran, whatever is edited meanwhile', () => {
    const running = set();
    running.start('broken');
    editFile('broken', 'main.py', 'mine');
    const run = opened().runs.broken;
    expect(run.phase === 'waiting' && run.program.files['main.py']).toBe(
      plainLesson.sides.broken.files['main.py'],
    );
  });

  it('stops what is under way there, and nothing on the other side', () => {
    const running = set();
    running.start('broken');
    running.start('fixed');
    running.start('broken');
    expect(asked.map(({ stopped }) => stopped)).toEqual([true, false, false]);
  });

  it('does not stop what has ended', () => {
    const running = set();
    running.start('broken');
    asked[0]?.listener.started();
    asked[0]?.listener.ended(finished);
    running.start('broken');
    expect(asked[0]?.stopped).toBe(false);
  });

  it('brings the playhead back to now', () => {
    const running = set();
    seek(7);
    setPlaying(true);
    running.start('broken');
    expect(usePlayback.getState()).toEqual({ at: 'live', playing: false, speed: 1 });
  });

  it('tries again where Python could not be had', () => {
    const running = set(plainLesson, { kind: 'failed', reason: 'download', file: null, detail: '' });
    running.start('broken');
    expect([retried, asked.length]).toEqual([1, 1]);
  });

  it('is none where no lesson is open', () => {
    const running = set();
    useWorkspaces.setState(useWorkspaces.getInitialState());
    running.start('broken');
    expect(asked).toEqual([]);
  });
});

describe('a run whose threads the person steps', () => {
  it('expects questions, after the choices that it repeats', () => {
    const running = set(lesson);
    chooseSchedule({ strategy: 'manual' });
    const made = [{ question: question(3, 0, 0, 1), thread: 1 }];
    running.start('broken', { strategy: { kind: 'manual', decisions: [[3, 1]] }, made });
    expect(opened().stepping.broken).toEqual({ question: null, open: false, made });
    expect(opened().stepping.fixed).toBeNull();
  });

  it('is answered by its own handle', () => {
    const running = set(lesson);
    running.start('broken');
    running.start('fixed');
    running.choose('fixed', { thread: 2, stride: 'line' });
    expect(asked.map(({ chosen }) => chosen)).toEqual([[], [{ thread: 2, stride: 'line' }]]);
  });

  it('expects none any more once another strategy runs', () => {
    const running = set(lesson);
    chooseSchedule({ strategy: 'manual' });
    running.start('broken');
    chooseSchedule({ strategy: 'random' });
    running.start('broken');
    expect(opened().stepping.broken).toBeNull();
  });
});

describe('stopping', () => {
  it('keeps a run that has begun, until it says that it has ended', () => {
    const running = set();
    running.start('broken');
    asked[0]?.listener.started();
    running.stop();
    expect(asked[0]?.stopped).toBe(true);
    expect(opened().runs.broken.phase).toBe('running');
  });

  it('forgets a run that has not begun', () => {
    const running = set();
    running.start('broken');
    running.stopSide('broken');
    expect(opened().runs.broken).toEqual({ phase: 'idle' });
  });

  it('of one side leaves the other alone', () => {
    const running = set();
    running.start('broken');
    running.start('fixed');
    running.stopSide('broken');
    expect(asked.map(({ stopped }) => stopped)).toEqual([true, false]);
    expect(opened().runs.fixed.phase).toBe('waiting');
  });

  it('leaves what has ended as it is', () => {
    const running = set();
    running.start('broken');
    asked[0]?.listener.started();
    asked[0]?.listener.ended(finished);
    running.stop();
    expect(asked[0]?.stopped).toBe(false);
    expect(opened().runs.broken.phase).toBe('ended');
  });
});

describe('leaving and resetting', () => {
  it('a workspace that is left stops its runs, and hears nothing of its choices', () => {
    const running = set();
    running.start('broken');
    running.abandon();
    running.choose('broken', { thread: 0, stride: 'line' });
    expect([asked[0]?.stopped, asked[0]?.chosen]).toEqual([true, []]);
  });

  it('Reset clears the stage and the steps of both sides', () => {
    const running = set(lesson);
    chooseSchedule({ strategy: 'manual' });
    running.start('broken');
    asked[0]?.listener.started();
    editFile('broken', 'main.py', 'mine');
    running.reset();
    expect(asked[0]?.stopped).toBe(true);
    expect(opened()).toMatchObject({
      runs: { broken: { phase: 'idle' }, fixed: { phase: 'idle' } },
      files: { broken: lesson.sides.broken.files },
      schedule: { strategy: 'random' },
      stepping: { broken: null, fixed: null },
    });
  });
});
