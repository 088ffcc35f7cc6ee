/** Searches, the table of entries and steps by hand, over a reload and a later visit. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { largeStorageOf } from '../base/largeStorageInMemory.ts';
import type { SearchReport } from '../runtime/schedule.ts';
import { editFile } from '../store/changes/code.ts';
import { beginSearch, clearSearch, endSearch, reportSearch, searchOf } from '../store/changes/searches.ts';
import { answerQuestion, askQuestion, beginSteps, stepsOf } from '../store/changes/stepping.ts';
import { beginTrials, clearTrials, currentTrials, endTrials, fillCell } from '../store/changes/trials.ts';
import { newWorkspace } from '../store/workspace.ts';
import { openNew, useWorkspaces } from '../store/workspaces.ts';
import { lesson, opened, question } from '../testing/scriptedWorkspace.ts';
import { fact } from '../testing/wire.ts';
import { labelOf } from '../trace/facts.ts';
import { createKeptResults } from './keptResults.ts';

let large: ReturnType<typeof largeStorageOf>;
let stop = () => {};

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000 });
  large = largeStorageOf();
});
afterEach(() => {
  stop();
  stop = () => {};
  vi.useRealTimers();
});

/** A tab that has just opened the lesson and shows what is kept. */
async function visit(tab: string) {
  stop();
  vi.advanceTimersByTime(10);
  useWorkspaces.setState(useWorkspaces.getInitialState());
  const kept = createKeptResults(large, tab);
  stop = kept.keepResults();
  const workspace = newWorkspace(lesson, { broken: {}, fixed: {} });
  openNew(workspace);
  await kept.showKept(workspace);
  return kept;
}

const report: SearchReport = {
  tried: 40,
  failed: 3,
  cut: 0,
  complete: true,
  pruned: 2,
  unseen: null,
  outcomes: [
    {
      kind: 'failed',
      words: labelOf(fact('lock', { name: 'bank', holder: null })),
      count: 3,
      preemptions: 1,
      decisions: [[3, 1]],
    },
  ],
  others: 0,
  smallest: null,
  seconds: 1.5,
  done: true,
};

function search(): void {
  vi.advanceTimersByTime(10);
  const program = { files: { ...opened().files.broken }, entry: opened().entry };
  const schedule = { model: 'cpython314' as const, strategy: { kind: 'realistic' as const }, check: null };
  const number = beginSearch('broken', {
    program,
    schedule,
    plan: { method: 'exhaustive', bound: 2, schedules: 100 },
  });
  reportSearch('broken', number, { ...report, done: false });
  endSearch('broken', number, { kind: 'finished' }, report);
}

describe('what was found out', () => {
  it('is shown again: a search', async () => {
    const { settled } = await visit('a');
    search();
    const before = searchOf('broken');
    await settled();
    await visit('a');
    expect({ ...searchOf('broken'), number: 0 }).toEqual({ ...before, number: 0 });
    expect(searchOf('fixed')).toEqual({ phase: 'none' });
  });

  it('is shown again: the table of entries, once it is whole', async () => {
    const { settled } = await visit('a');
    const version = { id: 'broken', title: 'Broken', side: 'broken' as const, files: { 'main.py': '1' } };
    const number = beginTrials(['main.py'], [version]);
    fillCell(number, 'main.py', 'broken', { phase: 'waiting' });
    fillCell(number, 'main.py', 'broken', { phase: 'ended', ending: { kind: 'finished' } });
    await settled();
    expect(large.entries.size).toBe(0);
    endTrials(number);
    const before = currentTrials();
    await settled();
    await visit('a');
    expect({ ...currentTrials().table, number: 0 }).toEqual({ ...before.table, number: 0 });
    expect(currentTrials().trying).toBe(false);
  });

  it('is shown again: the choices of whoever steps by hand, to be taken back or gone on from', async () => {
    const { settled } = await visit('a');
    beginSteps('broken', []);
    askQuestion('broken', question(3, 0, 0, 1));
    answerQuestion('broken', 1);
    await settled();
    await visit('a');
    expect(stepsOf('broken')).toEqual({
      question: null,
      open: false,
      made: [{ question: question(3, 0, 0, 1), thread: 1 }],
    });
  });

  it('is that of the tab, or else the newest', async () => {
    const first = await visit('a');
    search();
    await first.settled();
    const second = await visit('b');
    expect(searchOf('broken').phase).toBe('ended');
    clearSearch('broken');
    await second.settled();
    await visit('b');
    expect(searchOf('broken').phase).toBe('none');
    await visit('a');
    expect(searchOf('broken').phase).toBe('ended');
    await visit('c');
    expect(searchOf('broken').phase).toBe('none');
  });

  it('does not come back over what somebody has begun meanwhile, nor over other code', async () => {
    const { settled } = await visit('a');
    search();
    await settled();
    stop();
    useWorkspaces.setState(useWorkspaces.getInitialState());
    const workspace = newWorkspace(lesson, { broken: {}, fixed: {} });
    openNew(workspace);
    const showing = createKeptResults(large, 'a').showKept(workspace);
    editFile('broken', 'main.py', 'other');
    await showing;
    expect(searchOf('broken').phase).toBe('none');
  });

  it('is nothing where it cannot be read', async () => {
    large.entries.set('results/of-threads/a/5/v1', { searches: 'none' });
    await visit('a');
    expect(searchOf('broken').phase).toBe('none');
  });

  it('is kept once for each tab and lesson, and for no more than some', async () => {
    for (let tab = 0; tab < 25; tab += 1) {
      const { settled } = await visit(`t${tab}`);
      search();
      await settled();
      clearTrials();
      await settled();
    }
    const names = [...large.entries.keys()];
    expect(names).toHaveLength(20);
    expect(names.some((name) => name.includes('/t0/'))).toBe(false);
  });
});
