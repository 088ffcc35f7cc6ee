/** The tabs of what a run reports: which there are, and which opens by itself. */
import { describe, expect, it } from 'vitest';
import type { Ending } from '../../../runtime/protocol.ts';
import type { Run } from '../../../store/runs.ts';
import type { Search } from '../../../store/searches.ts';
import { scheduled } from '../../../testing/scriptedWorkspace.ts';
import { traceOf } from '../../../testing/scriptedTrace.ts';
import { endingSort, lastLineOf, openTab, tabsOf, urgencyOf, type Reported } from './report.ts';

const program = { files: { 'main.py': '' }, entry: 'main.py' };
const schedule = { model: 'cpython314', check: null } as const;
const none: Search = { phase: 'none' };
const searching: Search = {
  phase: 'searching',
  number: 4,
  program,
  schedule: { ...schedule, strategy: { kind: 'realistic' } },
  plan: { method: 'random', seed: 1, schedules: 10 },
  report: null,
};

function ended(ending: Ending, change: Partial<Extract<Run, { phase: 'ended' }>> = {}): Run {
  const end = { ending, time: 10, scheduled: null };
  return {
    phase: 'ended',
    number: 1,
    program,
    pace: 'real',
    schedule: null,
    trace: traceOf([]),
    end,
    ...change,
  };
}

const raised: Ending = {
  kind: 'raised',
  error: { type: 'KeyError', message: '1\nmore', frames: [], absent: null, inner: [], traceback: '' },
};
const well = ended({ kind: 'finished' });
const failed = ended(raised);
const of = (change: Partial<Reported>): Reported => ({ run: well, search: none, steps: null, ...change });

describe('the tabs', () => {
  it('are output and table, and a log where the picture keeps one', () => {
    expect(tabsOf(of({}), false)).toEqual(['output', 'table']);
    expect(tabsOf(of({}), true)).toEqual(['output', 'log', 'table']);
  });

  it('have one for an error, for a search and for stepping, as long as there is any', () => {
    const steps = { question: null, open: false, made: [] };
    expect(tabsOf(of({ run: failed, search: searching, steps }), false)).toEqual([
      'steps',
      'ending',
      'output',
      'search',
      'table',
    ]);
  });

  it('show the output where the chosen one is gone', () => {
    expect(openTab(['output', 'table'], 'ending')).toBe('output');
    expect(openTab(['ending', 'output'], 'ending')).toBe('ending');
  });
});

describe('how a run ended', () => {
  it('is an error, an ending, a check or a note', () => {
    const check = { holds: false, words: '5' };
    const withCheck = { ending: { kind: 'finished' } as const, time: 1, scheduled: scheduled({ check }) };
    expect(endingSort(well)).toBeNull();
    expect(endingSort(failed)).toBe('error');
    expect(endingSort(ended({ kind: 'stopped' }))).toBe('ended');
    expect(endingSort(ended({ kind: 'finished' }, { end: withCheck }))).toBe('check');
    const faults = [{ part: 'tasks', report: '' }];
    expect(endingSort(ended({ kind: 'finished' }, { end: { ...withCheck, scheduled: null, faults } }))).toBe(
      'fault',
    );
  });

  it('has a last line where it is an error', () => {
    expect(lastLineOf(failed)).toBe('KeyError: 1');
    expect(lastLineOf(well)).toBeNull();
  });
});

describe('what opens by itself', () => {
  it('is an error, anew with each run', () => {
    const [first, second] = [failed, ended(raised, { number: 2 })].map((run) => urgencyOf(of({ run })));
    expect([first?.tab, second?.tab]).toEqual(['ending', 'ending']);
    expect(first?.key).not.toBe(second?.key);
  });

  it('is a search, and stays it while what it has found is replayed', () => {
    const replay = { ...schedule, strategy: { kind: 'replay' as const, decisions: [] } };
    const found = ended(raised, { schedule: replay });
    const [before, after] = [well, found].map((run) => urgencyOf(of({ run, search: searching })));
    expect(before).toEqual(after);
    expect(after?.tab).toBe('search');
    expect(urgencyOf(of({ run: failed, search: searching })).tab).toBe('ending');
  });

  it('is stepping by hand before all, and nothing after a run that went well', () => {
    const steps = { question: null, open: false, made: [] };
    expect(urgencyOf(of({ run: failed, steps })).tab).toBe('steps');
    expect(urgencyOf(of({})).tab).toBeNull();
  });
});
