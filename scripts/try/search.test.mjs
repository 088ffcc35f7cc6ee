// The report of a search: its result with its bound, the outcomes, and the smallest schedule that fails.
import { describe, expect, it } from 'vitest';
import { claim, progressInWords, searchInJson, searchInWords } from './search.mjs';

/**
 * @typedef {import('./search.mjs').SearchReport} SearchReport
 * @typedef {SearchReport['outcomes'][number]} Outcome
 * @import { Plan } from './schedule.mjs'
 */

/** @type {Outcome} */
const outcome = {
  kind: 'failed',
  words: 'counter = 1',
  count: 9,
  preemptions: 1,
  decisions: [
    [7, 1],
    [9, 2],
  ],
};
const smallest = { outcome, reproduced: 10, replays: 10 };
/** @type {SearchReport} */
const report = {
  tried: 36,
  failed: 9,
  cut: 0,
  complete: true,
  pruned: 0,
  unseen: null,
  outcomes: [{ ...outcome, kind: 'passed', words: 'counter = 2', count: 1027 }, outcome],
  others: 0,
  smallest,
  seconds: 0.5,
  done: true,
};
/** @type {Plan} */
const exhaustive = { method: 'exhaustive', bound: 2, schedules: 20_000 };
/** @type {Plan} */
const random = { method: 'random', schedules: 500, seed: 0 };

describe('the result', () => {
  /** @type {[plan: Plan, more: Partial<SearchReport>, words: string][]} */
  const results = [
    [exhaustive, {}, 'all 36 schedules with at most 2 preemptions at visible operations: 9 fail'],
    [
      { ...exhaustive, bound: 1 },
      { tried: 1, failed: 0, pruned: 3 },
      'the only schedule with at most 1 preemption at visible operations: none fails; 3 more would repeat what others had shown',
    ],
    [
      { ...exhaustive, bound: null },
      { failed: 1 },
      'all 36 schedules at visible operations, with any number of preemptions: 1 fails',
    ],
    [
      exhaustive,
      { complete: false, failed: 0, cut: 1 },
      '36 schedules with at most 2 preemptions at visible operations, but not all there are, none failed: that is no proof; 1 went on for too long and was cut short',
    ],
    [
      exhaustive,
      { complete: false, failed: 0, unseen: { file: 'main.py', line: 4, source: 'vars(thing)' } },
      'all 36 schedules that could be told apart with at most 2 preemptions at visible operations: none fails; but the program does something that the search cannot see (main.py line 4: vars(thing)), so there may be others',
    ],
    [
      random,
      { complete: false, tried: 500, failed: 0 },
      '500 random schedules, none failed: that is no proof',
    ],
    [
      { ...random, method: 'pct' },
      { complete: false, tried: 500, failed: 12 },
      '500 PCT schedules: 12 failed',
    ],
    [
      { ...random, schedules: 9000 },
      { complete: false, tried: 1200 },
      '1,200 random schedules of 9,000 asked for: 9 failed',
    ],
  ];
  it.each(results)('of %j with %j', (plan, more, words) => {
    expect(claim(plan, { ...report, ...more })).toBe(words);
  });
});

describe('in words', () => {
  it('has the outcomes, what their counts are not, and the smallest schedule', () => {
    expect(searchInWords(exhaustive, report)).toBe(`search:           ${claim(exhaustive, report)}
outcomes:
  1,027  passed  counter = 2
      9  failed  counter = 1
These are counts of schedules tried. They are not how often something happens in production.

smallest failing schedule: 1 preemption, failed again in 10 of 10 replays: counter = 1
  step 7: thread 1 goes on
  step 9: thread 2 goes on

`);
  });

  it('has no schedule to show when none failed, and counts what is not listed', () => {
    const words = searchInWords(random, { ...report, failed: 0, others: 3, smallest: null });
    expect(words).toContain('      3  other   outcomes that are not listed\n');
    expect(words).not.toContain('smallest');
  });

  it('names the seeds that failed, where the search was random', () => {
    const words = searchInWords(random, { ...report, failed: 3, seeds: [4, 17] });
    expect(words).toContain('\nfailing seeds: 4, 17 and 1 more\n');
    expect(words).toContain('--strategy random --seed 4\n');
    expect(searchInWords(random, { ...report, seeds: [], failed: 0, smallest: null })).not.toContain('seed');
    expect(searchInWords(exhaustive, { ...report, seeds: [] })).not.toContain('seed');
    expect(searchInJson(random, { ...report, seeds: [4, 17] }, 'before310').seeds).toEqual([4, 17]);
  });

  it('leaves out what nobody reads', () => {
    /** @type {Outcome['decisions']} */
    const decisions = Array.from({ length: 25 }, (_, step) => [step, 1]);
    const long = { ...smallest, outcome: { ...outcome, decisions } };
    const words = searchInWords(exhaustive, { ...report, smallest: long });
    expect(words).toContain('  step 19: thread 1 goes on\n  and 5 further decisions\n');
  });

  it('says how far it has come', () => {
    expect(progressInWords({ tried: 1200, failed: 3 })).toBe('1,200 schedules tried, 3 failed');
  });
});

describe('as JSON', () => {
  it('has the plan, the figures, the result and a schedule that can be replayed', () => {
    const { smallest: found, ...rest } = searchInJson(exhaustive, report, 'before310');
    expect(rest).toMatchObject({ method: 'exhaustive', bound: 2, tried: 36, failed: 9, complete: true });
    expect(rest.words).toBe(claim(exhaustive, report));
    expect(found).toEqual({ ...outcome, model: 'before310', reproduced: 10, replays: 10 });
    expect(searchInJson(random, { ...report, smallest: null }, 'before310').smallest).toBeNull();
  });
});
