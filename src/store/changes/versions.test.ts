/** Other versions of the programs in a workspace, and the way back. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Lesson, SideName, Variation } from '../../lesson/schema.ts';
import { traceOf } from '../../testing/scriptedTrace.ts';
import { opened, lesson as threads } from '../../testing/scriptedWorkspace.ts';
import { newWorkspace } from '../workspace.ts';
import { openNew, useWorkspaces } from '../workspaces.ts';
import { chooseEntry, editFile, showFile } from './code.ts';
import { beginRun, clearRuns, endRun } from './runs.ts';
import { chooseSchedule } from './schedule.ts';
import { loadTexts, loadVariation, resetVersion, undo } from './versions.ts';

const side = (text: string) => ({
  files: { 'main.py': text, 'shop.py': 'shop' },
  entry: 'main.py',
  highlight: [],
});

function variation(id: string, of: SideName, files: Record<string, string>): Variation {
  return {
    id,
    title: `Title of ${id}`,
    side: of,
    files,
    entry: 'import main',
    compared: false,
    prints: [],
    expect: {},
  };
}

const lazy = variation('lazy', 'broken', { 'main.py': 'broken', 'shop.py': 'lazy' });
const split = variation('split', 'fixed', { 'main.py': 'split', 'parts.py': 'parts' });

const lesson: Lesson = {
  ...threads,
  id: 'of-versions',
  sides: { broken: side('broken'), fixed: side('fixed') },
  variations: [lazy, split],
};

beforeEach(() => {
  useWorkspaces.setState(useWorkspaces.getInitialState());
  openNew(newWorkspace(lesson, { broken: {}, fixed: {} }));
});

function run(of: SideName): void {
  const trace = traceOf([[1, 'track', 'output']]);
  const program = { files: {}, entry: 'main.py' };
  const number = beginRun(of, { program, pace: 'real', schedule: null, trace });
  endRun(of, number, { ending: { kind: 'finished' }, time: 9, scheduled: null });
}

const own = { broken: lesson.sides.broken.files, fixed: lesson.sides.fixed.files };

describe('loading a variation', () => {
  it('puts its files and its entry in the place of its side', () => {
    loadVariation(lazy);
    expect(opened()).toMatchObject({
      files: { broken: lazy.files, fixed: own.fixed },
      entry: 'import main',
      offered: 'lazy',
    });
  });

  it('shows the file in which it differs', () => {
    loadVariation(lazy);
    expect(opened().active).toEqual({ broken: 'shop.py', fixed: 'main.py' });
  });

  it('takes the schedule of the lesson, with what the variation changes of it', () => {
    chooseSchedule({ model: 'free-threaded', seed: 99, draws: 9 });
    loadVariation({ ...lazy, schedule: { strategy: 'pct' } });
    expect(opened().schedule).toMatchObject({ model: 'before310', strategy: 'pct', seed: 7, draws: 9 });
  });

  it('leaves what the person has written on the other side', () => {
    editFile('fixed', 'main.py', 'mine');
    loadVariation(lazy);
    expect(opened().files.fixed['main.py']).toBe('mine');
  });

  it('takes a variation off the other side', () => {
    loadVariation(split);
    loadVariation(lazy);
    expect(opened().files).toEqual({ broken: lazy.files, fixed: own.fixed });
  });

  it('gives up a tab whose file is gone', () => {
    showFile('fixed', 'shop.py');
    loadVariation(split);
    expect(opened().active.fixed).toBe('main.py');
  });

  it('can be undone, under its title', () => {
    editFile('broken', 'main.py', 'mine');
    loadVariation(lazy);
    expect(opened().undo?.done).toEqual({ kind: 'loaded', title: 'Title of lazy' });
    undo();
    expect(opened()).toMatchObject({
      files: { broken: { 'main.py': 'mine', 'shop.py': 'shop' } },
      entry: 'main.py',
      undo: null,
    });
  });
});

describe('Reset', () => {
  it('brings back files, entry and schedule', () => {
    editFile('broken', 'main.py', 'mine');
    chooseEntry('import main');
    chooseSchedule({ seed: 99 });
    resetVersion();
    expect(opened()).toMatchObject({ files: own, entry: 'main.py', schedule: { seed: 7 } });
    expect(opened().undo?.done).toEqual({ kind: 'reset', scope: { kind: 'lesson' } });
  });

  it('can be undone also where only the entry was another', () => {
    chooseEntry('import main');
    resetVersion();
    undo();
    expect(opened().entry).toBe('import main');
  });

  it('keeps the former offer of Undo where it changes no program', () => {
    loadTexts({ broken: { 'main.py': 'broken' }, fixed: {} }, 'Other version');
    resetVersion();
    expect(opened().undo?.done).toEqual({ kind: 'loaded', title: 'Other version' });
  });

  it('leaves the tabs alone where the files are the lesson’s own', () => {
    showFile('broken', 'shop.py');
    resetVersion();
    expect(opened().active.broken).toBe('shop.py');
  });

  it('gives up the tab of a file that the lesson does not have', () => {
    loadVariation(split);
    showFile('fixed', 'parts.py');
    resetVersion();
    expect(opened().active.fixed).toBe('main.py');
  });
});

describe('Reset of a file or a side', () => {
  beforeEach(() => {
    editFile('broken', 'main.py', 'mine');
    editFile('broken', 'shop.py', 'my shop');
    editFile('fixed', 'main.py', 'my repair');
    chooseEntry('import main');
  });
  const edited = {
    broken: { 'main.py': 'mine', 'shop.py': 'my shop' },
    fixed: { 'main.py': 'my repair', 'shop.py': 'shop' },
  };

  it.each([
    [
      { kind: 'file', side: 'broken', file: 'main.py' },
      { ...edited, broken: { 'main.py': 'broken', 'shop.py': 'my shop' } },
    ],
    [
      { kind: 'side', side: 'broken' },
      { ...edited, broken: own.broken },
    ],
    [{ kind: 'lesson' }, own],
  ] as const)('puts back %j and no more, and Undo brings all of it back', (scope, files) => {
    chooseSchedule({ seed: 99 });
    resetVersion(scope);
    const whole = scope.kind === 'lesson';
    expect(opened()).toMatchObject({
      files,
      entry: whole ? 'main.py' : 'import main',
      schedule: { seed: whole ? 7 : 99 },
      undo: { done: { kind: 'reset', scope } },
    });
    undo();
    expect(opened()).toMatchObject({ files: edited, entry: 'import main', schedule: { seed: 99 } });
  });

  it('takes away a file that a variation has brought, with its tab', () => {
    loadVariation(split);
    showFile('fixed', 'parts.py');
    resetVersion({ kind: 'file', side: 'fixed', file: 'parts.py' });
    expect(Object.keys(opened().files.fixed)).not.toContain('parts.py');
    expect(opened().active.fixed).toBe('main.py');
  });

  it('offers no Undo where nothing has changed', () => {
    resetVersion({ kind: 'side', side: 'fixed' });
    const { undo: offered } = opened();
    resetVersion({ kind: 'file', side: 'fixed', file: 'main.py' });
    expect(opened().undo).toBe(offered);
  });

  it('leaves the results', () => {
    run('broken');
    resetVersion({ kind: 'side', side: 'broken' });
    expect(opened().runs.broken.phase).toBe('ended');
  });
});

describe('loading texts of another visit', () => {
  it('puts them over what stands there, and keeps the other files', () => {
    editFile('broken', 'main.py', 'mine');
    loadTexts({ broken: { 'shop.py': 'theirs' }, fixed: {} }, 'Other version');
    expect(opened().files.broken).toEqual({ 'main.py': 'mine', 'shop.py': 'theirs' });
    expect(opened().files.fixed).toEqual(own.fixed);
  });

  it('shows the first of them, and on a side without any what was shown before', () => {
    showFile('fixed', 'shop.py');
    loadTexts({ broken: { 'shop.py': 'theirs' }, fixed: {} }, 'Other version');
    expect(opened().active).toEqual({ broken: 'shop.py', fixed: 'shop.py' });
    expect(opened().undo?.done).toEqual({ kind: 'loaded', title: 'Other version' });
  });
});

describe('Undo', () => {
  it('does nothing where nothing was done', () => {
    const before = opened();
    undo();
    expect(opened()).toEqual(before);
  });

  it('brings the runs back with the program that they are of', () => {
    run('broken');
    const { runs } = opened();
    loadVariation(lazy);
    clearRuns();
    undo();
    expect(opened().runs).toBe(runs);
  });

  it('leaves what has been run since', () => {
    run('broken');
    loadVariation(lazy);
    clearRuns();
    run('fixed');
    undo();
    expect([opened().runs.broken.phase, opened().runs.fixed.phase]).toEqual(['idle', 'ended']);
  });

  it('brings no run back that was under way', () => {
    const trace = traceOf([[1, 'track', 'output']]);
    const program = { files: {}, entry: 'main.py' };
    beginRun('broken', { program, pace: 'real', schedule: null, trace });
    loadVariation(lazy);
    clearRuns();
    undo();
    expect(opened().runs.broken.phase).toBe('idle');
  });

  it('works once', () => {
    loadVariation(lazy);
    undo();
    editFile('broken', 'main.py', 'mine');
    undo();
    expect(opened().files.broken['main.py']).toBe('mine');
  });
});
