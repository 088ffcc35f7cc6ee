/** What becomes of the reports of one run, and of those that come when nobody asks for them any more. */
import { beforeEach, describe, expect, it } from 'vitest';
import { beginRun } from '../store/changes/runs.ts';
import { beginSteps } from '../store/changes/stepping.ts';
import { newWorkspace } from '../store/workspace.ts';
import { openNew, useWorkspaces } from '../store/workspaces.ts';
import { Script, type ScriptLine } from '../testing/scriptedTrace.ts';
import { opened, plainLesson, question } from '../testing/scriptedWorkspace.ts';
import { Trace } from '../trace/trace.ts';
import { createListening } from './listening.ts';

let frames: (() => void)[];
let gaveUp: number;
let clock: number;

beforeEach(() => {
  frames = [];
  gaveUp = 0;
  clock = 0;
  useWorkspaces.setState(useWorkspaces.getInitialState());
  openNew(newWorkspace(plainLesson, { broken: {}, fixed: {} }));
});

function listening() {
  return createListening({
    now: () => clock,
    nextFrame: (then) => void frames.push(then),
    copy: () => Promise.resolve(),
    save: () => {},
    tab: 'this',
  });
}

function begin(side: 'broken' | 'fixed', listenerOf = listening()) {
  const program = { files: { 'main.py': '' }, entry: 'main.py' };
  const number = beginRun(side, { program, pace: 'fast', schedule: null, trace: new Trace() });
  const listener = listenerOf(side, number, () => (gaveUp += 1));
  const script = new Script();
  return {
    ...listener,
    report: (...lines: readonly ScriptLine[]) => {
      const { records, strings } = script.write(lines);
      listener.batch(records, strings);
    },
  };
}

const finished = { ending: { kind: 'finished' as const }, time: 5, wall: 5, scheduled: null };
const frame = () => frames.splice(0).forEach((then) => then());

describe('a run', () => {
  it('begins on the clock of the page', () => {
    clock = 1_234;
    begin('broken').started();
    expect(opened().runs.broken).toMatchObject({ phase: 'running', since: 1_234, seen: 0 });
  });

  it('ends no earlier than its last event', () => {
    const run = begin('broken');
    run.started();
    run.report([1, 'track', 'output'], [900, 'print', 'output', 'x']);
    run.ended(finished);
    expect(opened().runs.broken).toMatchObject({ phase: 'ended', end: { time: 900, faults: [] } });
  });

  it('ends when it says so, where that is later', () => {
    const run = begin('broken');
    run.started();
    run.report([1, 'track', 'output']);
    run.ended(finished);
    expect(opened().runs.broken).toMatchObject({ phase: 'ended', end: { time: 5 } });
  });

  it('keeps what failed of ours on the way', () => {
    const run = begin('broken');
    run.started();
    const faults = [{ part: 'threads', report: 'Traceback' }];
    run.ended({ ...finished, faults });
    expect(opened().runs.broken).toMatchObject({ phase: 'ended', end: { faults } });
  });

  it('ends once: what it says after that is for nobody', () => {
    const run = begin('broken');
    run.started();
    run.ended(finished);
    run.ended({ ...finished, ending: { kind: 'stopped' }, time: 99 });
    run.started();
    run.report([1, 'track', 'output']);
    expect(opened().runs.broken).toMatchObject({
      phase: 'ended',
      end: { ending: { kind: 'finished' }, time: 5 },
    });
    expect(frames).toEqual([]);
  });

  it('whose side has begun another is not heard any more', () => {
    const former = begin('broken');
    begin('broken').started();
    former.report([1, 'track', 'output']);
    former.asked?.(question(1, 0, 0));
    former.ended(finished);
    expect(opened().runs.broken).toMatchObject({ phase: 'running' });
    expect(frames).toEqual([]);
  });
});

describe('a batch that cannot be read', () => {
  it('ends the run at what it had reported, and says why', () => {
    const run = begin('broken');
    run.started();
    run.report([1, 'track', 'output'], [7, 'print', 'output', 'x']);
    run.batch(new Int32Array(3), []);
    expect(opened().runs.broken).toMatchObject({
      phase: 'ended',
      end: {
        time: 7,
        ending: {
          kind: 'crashed',
          cause: 'report',
          reason:
            'the run sent a report that cannot be read (a batch of 3 numbers is no whole number of records)',
        },
      },
    });
    expect(gaveUp).toBe(1);
  });

  it('is given up once, whatever follows', () => {
    const run = begin('broken');
    run.started();
    run.batch(new Int32Array(3), []);
    run.batch(new Int32Array(3), []);
    expect(gaveUp).toBe(1);
  });
});

describe('the drawing', () => {
  it('is told once a frame of both sides', () => {
    const listenerOf = listening();
    const [broken, fixed] = [begin('broken', listenerOf), begin('fixed', listenerOf)];
    for (const run of [broken, fixed]) {
      run.started();
      run.report([1, 'track', 'output']);
    }
    broken.report([2, 'print', 'output', 'x']);
    expect(frames).toHaveLength(1);
    frame();
    expect(opened().runs).toMatchObject({ broken: { seen: 2 }, fixed: { seen: 1 } });
  });

  it('is told again in the next frame', () => {
    const run = begin('broken');
    run.started();
    run.report([1, 'track', 'output']);
    frame();
    run.report([2, 'print', 'output', 'x']);
    expect(frames).toHaveLength(1);
    frame();
    expect(opened().runs.broken).toMatchObject({ seen: 2 });
  });

  it('is told at once when the program stands still and asks', () => {
    beginSteps('broken', []);
    const run = begin('broken');
    run.started();
    run.report([1, 'track', 'output']);
    run.asked?.(question(3, 0, 0, 1));
    expect(opened().runs.broken).toMatchObject({ seen: 1 });
    expect(opened().stepping.broken).toMatchObject({ open: true, question: { step: 3 } });
  });

  it('shows no question any more once the run is over', () => {
    beginSteps('broken', []);
    const run = begin('broken');
    run.started();
    run.asked?.(question(3, 0, 0, 1));
    run.ended(finished);
    expect(opened().stepping.broken).toEqual({ question: null, open: false, made: [] });
  });
});
