/** What becomes of the runs of the open workspace; late words of an old run change nothing. */
import { beforeEach, describe, expect, it } from 'vitest';
import { traceOf } from '../../testing/scriptedTrace.ts';
import { opened, plainLesson } from '../../testing/scriptedWorkspace.ts';
import type { End } from '../runs.ts';
import { newWorkspace } from '../workspace.ts';
import { openNew, useWorkspaces } from '../workspaces.ts';
import { beginRun, clearRun, clearRuns, endRun, liveRun, markRunning, showGrowth } from './runs.ts';

const end: End = { ending: { kind: 'finished' }, time: 9, scheduled: null };

beforeEach(() => {
  useWorkspaces.setState(useWorkspaces.getInitialState());
  openNew(newWorkspace(plainLesson, { broken: {}, fixed: {} }));
});

function begin(side: 'broken' | 'fixed'): number {
  const program = { files: { 'main.py': 'x' }, entry: 'main.py' };
  const trace = traceOf([
    [1, 'track', 'output'],
    [2, 'print', 'output', 'x'],
  ]);
  return beginRun(side, { program, pace: 'real', schedule: null, trace });
}

describe('a run', () => {
  it('waits, runs and ends', () => {
    const number = begin('broken');
    expect(opened().runs.broken).toMatchObject({ phase: 'waiting', number });
    markRunning('broken', number, 70);
    expect(opened().runs.broken).toMatchObject({ phase: 'running', number, since: 70, seen: 0 });
    endRun('broken', number, end);
    expect(opened().runs.broken).toMatchObject({ phase: 'ended', number, end });
    expect(opened().runs.fixed).toEqual({ phase: 'idle' });
  });

  it('has a number that no other has, on either side', () => {
    const numbers = [begin('broken'), begin('fixed'), begin('broken')];
    expect(new Set(numbers).size).toBe(3);
  });

  it('that has ended keeps nothing of its phases before', () => {
    const number = begin('broken');
    markRunning('broken', number, 70);
    endRun('broken', number, end);
    expect(Object.keys(opened().runs.broken).toSorted()).toEqual([
      'end',
      'number',
      'pace',
      'phase',
      'program',
      'schedule',
      'trace',
    ]);
  });

  it('may end before it has begun', () => {
    const number = begin('broken');
    endRun('broken', number, end);
    expect(opened().runs.broken.phase).toBe('ended');
  });

  it('begins to run once', () => {
    const number = begin('broken');
    markRunning('broken', number, 70);
    showGrowth();
    markRunning('broken', number, 99);
    expect(opened().runs.broken).toMatchObject({ since: 70, seen: 2 });
  });
});

describe('what an earlier run says', () => {
  it('does not begin or end the one after it', () => {
    const former = begin('broken');
    const number = begin('broken');
    markRunning('broken', former, 70);
    endRun('broken', former, end);
    expect(opened().runs.broken).toMatchObject({ phase: 'waiting', number });
  });

  it('does not count on the other side', () => {
    const number = begin('broken');
    begin('fixed');
    endRun('fixed', number, end);
    expect(opened().runs.fixed.phase).toBe('waiting');
  });

  it('is that of no live run', () => {
    const former = begin('broken');
    expect(liveRun('broken', former)?.number).toBe(former);
    begin('broken');
    expect(liveRun('broken', former)).toBeNull();
    expect(liveRun('fixed', former)).toBeNull();
  });

  it('is that of no live run once it has ended', () => {
    const number = begin('broken');
    endRun('broken', number, end);
    expect(liveRun('broken', number)).toBeNull();
    endRun('broken', number, { ...end, time: 77 });
    expect(opened().runs.broken).toMatchObject({ end: { time: 9 } });
  });
});

describe('the growth of a run', () => {
  it('is shown of what runs, and of nothing else', () => {
    const [broken] = [begin('broken'), begin('fixed')];
    markRunning('broken', broken, 0);
    showGrowth();
    expect(opened().runs).toMatchObject({ broken: { seen: 2 }, fixed: { phase: 'waiting' } });
    expect(opened().runs.fixed).not.toHaveProperty('seen');
  });

  it('draws nothing anew where nothing has come', () => {
    markRunning('broken', begin('broken'), 0);
    showGrowth();
    const { runs } = opened();
    showGrowth();
    expect(opened().runs).toBe(runs);
  });
});

describe('runs that are forgotten', () => {
  it('are those of a side, or of both', () => {
    for (const side of ['broken', 'fixed'] as const) endRun(side, begin(side), end);
    clearRun('broken');
    expect([opened().runs.broken.phase, opened().runs.fixed.phase]).toEqual(['idle', 'ended']);
    clearRuns();
    expect(opened().runs.fixed.phase).toBe('idle');
  });
});
