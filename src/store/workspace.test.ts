/** A workspace as a lesson begins it, and as it waits while another one is open. */
import { describe, expect, it } from 'vitest';
import type { SearchReport } from '../runtime/schedule.ts';
import type { Lesson } from '../lesson/schema.ts';
import { traceOf } from '../testing/scriptedTrace.ts';
import { plainLesson, question } from '../testing/scriptedWorkspace.ts';
import type { Begun, Run } from './runs.ts';
import type { Search } from './searches.ts';
import { left, newWorkspace, type Workspace } from './workspace.ts';

const lesson: Lesson = {
  ...plainLesson,
  sides: {
    broken: {
      files: { 'main.py': 'broken', 'shop.py': 'shop' },
      entry: 'main.py',
      highlight: [{ file: 'shop.py', from: 1, to: 1 }],
    },
    fixed: { files: { 'main.py': 'fixed' }, entry: 'main.py', highlight: [] },
  },
};

const fresh = newWorkspace(lesson, { broken: {}, fixed: {} });

const begun: Begun = {
  number: 1,
  program: { files: { 'main.py': '' }, entry: 'main.py' },
  pace: 'real',
  schedule: null,
  trace: traceOf([
    [1, 'track', 'output'],
    [70, 'print', 'output', 'x'],
  ]),
};

const leave = (change: Partial<Workspace>) => left({ ...fresh, ...change });

describe('a new workspace', () => {
  it('has the drafts of the person over the files of the lesson', () => {
    const { files } = newWorkspace(lesson, { broken: { 'main.py': 'mine' }, fixed: {} });
    expect(files).toEqual({
      broken: { 'main.py': 'mine', 'shop.py': 'shop' },
      fixed: { 'main.py': 'fixed' },
    });
  });

  it('shows first what the lesson points at, else the entry', () => {
    expect(fresh.active).toEqual({ broken: 'shop.py', fixed: 'main.py' });
  });

  it('has nothing run, nothing answered and nothing to undo', () => {
    expect(fresh).toMatchObject({
      step: 0,
      answers: {},
      entry: 'main.py',
      offered: null,
      undo: null,
      runs: { broken: { phase: 'idle' }, fixed: { phase: 'idle' } },
      searches: { broken: { phase: 'none' }, fixed: { phase: 'none' } },
      trials: { table: null, trying: false },
    });
  });
});

describe('a workspace that is left', () => {
  it('keeps of a run under way what it has reported, as one that was stopped', () => {
    const running: Run = { ...begun, phase: 'running', since: 0, seen: 0 };
    expect(leave({ runs: { broken: running, fixed: { phase: 'idle' } } }).runs).toMatchObject({
      broken: { phase: 'ended', end: { ending: { kind: 'stopped' }, time: 70, scheduled: null } },
      fixed: { phase: 'idle' },
    });
  });

  it('forgets a run that has not begun, and keeps one that has ended', () => {
    const waiting: Run = { ...begun, phase: 'waiting' };
    const ended: Run = {
      ...begun,
      phase: 'ended',
      end: { ending: { kind: 'finished' }, time: 99, scheduled: null },
    };
    const { runs } = leave({ runs: { broken: waiting, fixed: ended } });
    expect(runs.broken).toEqual({ phase: 'idle' });
    expect(runs.fixed).toBe(ended);
  });

  it('forgets a search under way, and keeps one that has ended', () => {
    const report: SearchReport | null = null;
    const of = {
      number: 1,
      program: begun.program,
      schedule: { model: 'before310', strategy: { kind: 'realistic' }, check: null },
      plan: { method: 'random', schedules: 1, seed: 0 },
      report,
    } as const;
    const searching: Search = { ...of, phase: 'searching' };
    const ended: Search = { ...of, phase: 'ended', ending: { kind: 'finished' } };
    const { searches } = leave({ searches: { broken: searching, fixed: ended } });
    expect(searches.broken).toEqual({ phase: 'none' });
    expect(searches.fixed).toBe(ended);
  });

  it('closes the question of a stepped run, whose choices can still be taken back', () => {
    const asked = question(3, 0, 0, 1);
    const made = [{ question: asked, thread: 1 }];
    const { stepping } = leave({
      stepping: { stride: 'line', broken: { question: asked, open: true, made }, fixed: null },
    });
    expect(stepping).toEqual({ stride: 'line', broken: { question: null, open: false, made }, fixed: null });
  });

  it('forgets a table that is not whole, and keeps one that is', () => {
    const table = { number: 1, entries: [], versions: [], cells: {} };
    expect(leave({ trials: { table, trying: true } }).trials).toEqual({ table: null, trying: false });
    expect(leave({ trials: { table, trying: false } }).trials).toEqual({ table, trying: false });
  });

  it('forgets Undo, and a line that was to be shown', () => {
    const { files, entry, schedule, runs, searches } = fresh;
    const done = { kind: 'loaded', title: 'Lazy' } as const;
    const undo = { files, entry, schedule, runs, searches, done };
    const reveal = { broken: { file: 'main.py', line: 3 }, fixed: null };
    expect(leave({ undo, reveal })).toMatchObject({ undo: null, reveal: { broken: null, fixed: null } });
  });

  it('keeps code, step and answers', () => {
    const change = { step: 2, answers: { 1: 0 }, files: { broken: { 'main.py': 'mine' }, fixed: {} } };
    expect(leave(change)).toMatchObject(change);
  });
});
