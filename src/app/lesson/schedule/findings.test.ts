import { reportOf } from '../../../testing/scriptedSearch.ts';
import { describe, expect, it } from 'vitest';
import type { Ending } from '../../../runtime/protocol.ts';
import type { SearchPlan, SearchReport } from '../../../runtime/schedule.ts';
import type { Search } from '../../../store/searches.ts';
import { rateOf, resultOf } from './findings.ts';

const exhaustive: SearchPlan = { method: 'exhaustive', bound: 2, schedules: 20_000 };
const random: SearchPlan = { method: 'random', schedules: 500, seed: 0 };

const outcome = {
  kind: 'failed' as const,
  words: 'counter = 1',
  count: 9,
  preemptions: 1,
  decisions: [[3, 2]] as [number, number][],
};

function found(plan: SearchPlan, report: Partial<SearchReport>, ending: Ending = { kind: 'finished' }) {
  const whole = reportOf({ done: true, ...report });
  const search: Search = {
    phase: 'ended',
    number: 1,
    program: { files: { 'main.py': '' }, entry: 'main.py' },
    schedule: { model: 'before310', strategy: { kind: 'realistic' }, check: null },
    plan,
    report: whole,
    ending,
  };
  return resultOf(search);
}

describe('the result of a search', () => {
  it('is stated with its bound when everything within it was tried', () => {
    expect(found(exhaustive, { tried: 36, failed: 9, complete: true })?.title).toBe(
      'All 36 schedules with at most 2 preemptions at visible operations: 9 fail.',
    );
    expect(found({ ...exhaustive, bound: 1 }, { tried: 9, failed: 1, complete: true })?.title).toBe(
      'All 9 schedules with at most 1 preemption at visible operations: 1 fails.',
    );
    expect(found({ ...exhaustive, bound: 0 }, { tried: 2, complete: true })?.title).toBe(
      'All 2 schedules with no preemption: none fails.',
    );
  });

  it('says that there may be others where something could not be seen', () => {
    const unseen = { file: 'main.py', line: 4, source: "d['k'].append(1)" };
    expect(found(exhaustive, { tried: 23, unseen })?.title).toBe(
      'All 23 schedules that could be told apart with at most 2 preemptions at visible operations: none fails. ' +
        "But the program does something that the search cannot see (line 4: d['k'].append(1)), so there may be others.",
    );
    const elsewhere = { file: 'shop.py', line: 4, source: '' };
    expect(found({ ...exhaustive, bound: null }, { tried: 1, failed: 1, unseen: elsewhere })?.title).toBe(
      'The only schedule that could be told apart: 1 fails. But the program does something that the search ' +
        'cannot see (shop.py line 4), so there may be others.',
    );
    expect(found(exhaustive, { tried: 9, cut: 1, unseen })?.title).toMatch(/^Stopped after/);
  });

  it('is no proof when schedules were drawn by chance', () => {
    expect(found(random, { tried: 500 })?.title).toBe('500 random schedules, none failed: that is no proof.');
    expect(found(random, { tried: 500, failed: 12 })?.title).toBe('500 random schedules: 12 fail.');
  });

  it.each([
    ['the cap', exhaustive, { tried: 20_000, failed: 12 }, { kind: 'finished' }],
    ['Stop', random, { tried: 120, failed: 3 }, { kind: 'stopped' }],
    [
      'a schedule that went on for too long',
      exhaustive,
      { tried: 9, complete: true, cut: 1 },
      { kind: 'finished' },
    ],
  ] as const)('is never called complete after %s', (_, plan, report, ending) => {
    const title = found(plan, report, ending)?.title ?? '';
    expect(title).toMatch(/^Stopped after .* There are more/);
    expect(title).not.toMatch(/^All/);
  });

  it('says how few preemptions are needed, and how often that failed again', () => {
    const smallest = { outcome, reproduced: 10, replays: 10 };
    expect(found(random, { tried: 500, failed: 9, smallest })?.notes).toEqual([
      'The smallest that fails needs 1 preemption (counter = 1); reproduced 10 of 10.',
    ]);
    const flaky = { outcome, reproduced: 4, replays: 10 };
    expect(found(random, { tried: 500, failed: 9, smallest: flaky })?.notes.at(-1)).toContain(
      'something other than the schedule',
    );
  });

  it('describes what was left out, and what broke the search off', () => {
    const notes = found(
      exhaustive,
      { tried: 5, pruned: 7, cut: 1 },
      { kind: 'capped', what: 'text', limit: 9 },
    );
    expect(notes?.notes[0]).toBe('The search was cut short before its end.');
    expect(notes?.notes.join(' ')).toMatch(/1 schedule went on .* 7 more schedules were not run/);
  });

  it('says so when nothing was tried', () => {
    expect(found(exhaustive, { tried: 0, complete: true })?.title).toBe('No schedule was tried.');
  });

  it('counts schedules a second once there is a second to count', () => {
    expect(rateOf({ tried: 3000, seconds: 2 })).toBe(1500);
    expect(rateOf({ tried: 3000, seconds: 0 })).toBe(0);
  });
});
