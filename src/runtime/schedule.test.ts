/** What is believed of schedules, searches and questions, and what is filled in where it is left out. */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { fact } from '../testing/wire.ts';
import {
  DecisionsSchema,
  OutcomeSchema,
  QuestionSchema,
  ScheduledSchema,
  ScheduleSchema,
  SearchPlanSchema,
  SearchReportSchema,
  StrategySchema,
} from './schedule.ts';

const accepts = (schema: v.GenericSchema, value: unknown) => v.is(schema, value);

describe('decisions', () => {
  it.each<[string, unknown]>([
    ['none', []],
    ['one', [[0, 0]]],
    [
      'some',
      [
        [3, 1],
        [8, 0],
      ],
    ],
  ])('may be %s', (_what, value) => {
    expect(accepts(DecisionsSchema, value)).toBe(true);
  });

  it.each<[string, unknown]>([
    ['a step before the first', [[-1, 0]]],
    ['a part of a step', [[1.5, 0]]],
    ['a number that is not counted exactly', [[2 ** 53, 0]]],
    ['a thread that is no number', [[1, 'main']]],
    ['three numbers', [[1, 0, 0]]],
    ['one number', [[1]]],
    ['no pair at all', [1, 0]],
    ['too many', Array.from({ length: 200_001 }, (_, step) => [step, 0])],
  ])('are not %s', (_what, value) => {
    expect(accepts(DecisionsSchema, value)).toBe(false);
  });
});

describe('a strategy', () => {
  it.each<[string, unknown, unknown]>([
    ['realistic', { kind: 'realistic' }, { kind: 'realistic' }],
    ['round robin', { kind: 'round-robin' }, { kind: 'round-robin', every: 50 }],
    ['random', { kind: 'random' }, { kind: 'random', seed: 0, probability: 0.05 }],
    ['PCT', { kind: 'pct', seed: 3 }, { kind: 'pct', seed: 3, depth: 3 }],
    ['by hand', { kind: 'manual' }, { kind: 'manual', decisions: [] }],
  ])('that is %s has what was left out', (_what, given, whole) => {
    expect(v.parse(StrategySchema, given)).toEqual(whole);
  });

  it.each<[string, unknown]>([
    ['is not known', { kind: 'luck' }],
    ['switches every no points', { kind: 'round-robin', every: 0 }],
    ['switches with no chance', { kind: 'random', probability: 0 }],
    ['switches more than always', { kind: 'random', probability: 1.01 }],
    ['has a seed below zero', { kind: 'pct', seed: -1 }],
    ['replays nothing that is known', { kind: 'replay' }],
  ])('is refused that %s', (_what, value) => {
    expect(accepts(StrategySchema, value)).toBe(false);
  });

  it('may switch always', () => {
    expect(accepts(StrategySchema, { kind: 'random', probability: 1 })).toBe(true);
  });
});

describe('a schedule', () => {
  it('has a model that is known, and no check unless one is given', () => {
    const given = { model: 'cpython314', strategy: { kind: 'realistic' } };
    expect(v.parse(ScheduleSchema, given)).toEqual({ ...given, check: null });
    expect(accepts(ScheduleSchema, { ...given, check: 'counter == 2' })).toBe(true);
    expect(accepts(ScheduleSchema, { ...given, model: 'python2' })).toBe(false);
    expect(accepts(ScheduleSchema, { ...given, check: 'x'.repeat(10_001) })).toBe(false);
  });
});

describe('a plan of a search', () => {
  it('has a bound where it tries all, which may be none', () => {
    const all = { method: 'exhaustive', schedules: 20_000 };
    expect(accepts(SearchPlanSchema, { ...all, bound: 0 })).toBe(true);
    expect(accepts(SearchPlanSchema, { ...all, bound: null })).toBe(true);
    expect(accepts(SearchPlanSchema, all)).toBe(false);
    expect(accepts(SearchPlanSchema, { ...all, bound: -1 })).toBe(false);
  });

  it('tries one schedule at least', () => {
    expect(v.parse(SearchPlanSchema, { method: 'random', schedules: 1 })).toEqual({
      method: 'random',
      schedules: 1,
      seed: 0,
    });
    expect(accepts(SearchPlanSchema, { method: 'random', schedules: 0 })).toBe(false);
    expect(accepts(SearchPlanSchema, { method: 'luck', schedules: 1 })).toBe(false);
  });
});

describe('what a search reports', () => {
  const outcome = { kind: 'failed', words: 'counter = 1', count: 9, preemptions: 1, decisions: [[3, 1]] };
  const report = {
    tried: 12,
    failed: 9,
    cut: 0,
    complete: true,
    pruned: 3,
    unseen: null,
    outcomes: [outcome],
    others: 0,
    smallest: { outcome, reproduced: 5, replays: 5 },
    seconds: 0.5,
    done: true,
  };

  it('is taken whole', () => {
    expect(v.parse(SearchReportSchema, report)).toEqual(report);
    expect(accepts(SearchReportSchema, { ...report, smallest: null, seeds: [4, 9] })).toBe(true);
    expect(accepts(SearchReportSchema, { ...report, unseen: { file: null, line: 4, source: '' } })).toBe(
      true,
    );
  });

  it.each<[string, object]>([
    ['counts below zero', { tried: -1 }],
    ['ran backwards', { seconds: -0.1 }],
    ['lists more outcomes than can be read', { outcomes: Array.from({ length: 201 }, () => outcome) }],
    ['lists more seeds than can be read', { seeds: Array(101).fill(1) }],
    ['knows an outcome of another kind', { outcomes: [{ ...outcome, kind: 'odd' }] }],
    ['does not say whether it is done', { done: undefined }],
  ])('is refused where it %s', (_what, change) => {
    expect(accepts(SearchReportSchema, { ...report, ...change })).toBe(false);
  });

  it('has facts where the program’s outcome is one', () => {
    const words = fact('check is', { holds: 'False' });
    expect(v.parse(OutcomeSchema, { ...outcome, words }).words).toEqual({
      fact: 'check is',
      fields: { holds: 'False' },
    });
    expect(v.parse(OutcomeSchema, outcome).words).toBe('counter = 1');
  });
});

describe('a question', () => {
  const thread = {
    number: 1,
    name: 'T1',
    state: 'waiting',
    place: { file: 'main.py', line: 3 },
    instruction: '',
    waits: fact('lock', { name: 'lock', holder: null }),
  };

  const asking = (change: object) => ({ step: 3, current: 0, threads: [{ ...thread, ...change }] });

  it('tells of threads, each of which may be nowhere', () => {
    const asked = { step: 3, current: null, threads: [thread, { ...thread, place: null, waits: '' }] };
    const [first, second] = v.parse(QuestionSchema, asked).threads;
    expect(first?.waits).toEqual({ fact: 'lock', fields: { name: 'lock', holder: null } });
    expect([second?.place, second?.waits]).toEqual([null, '']);
  });

  it('names no line before the first, and no state that is not known', () => {
    expect(accepts(QuestionSchema, asking({ place: { file: 'main.py', line: 0 } }))).toBe(false);
    expect(accepts(QuestionSchema, asking({ state: 'asleep' }))).toBe(false);
    expect(
      accepts(QuestionSchema, { step: 3, current: 0, threads: Array.from({ length: 2_001 }, () => thread) }),
    ).toBe(false);
  });
});

describe('what is known at the end of a run with a schedule', () => {
  const end = {
    steps: 23,
    switches: 4,
    preemptions: 2,
    decisions: [[3, 1]],
    strayed: null,
    check: { holds: false, words: fact('value is', { value: '27' }) },
    search: null,
    fallback: null,
  };

  it('is what the check came to, as a fact', () => {
    expect(v.parse(ScheduledSchema, end).check).toEqual({
      holds: false,
      words: { fact: 'value is', fields: { value: '27' } },
    });
  });

  it('may be that it strayed, from a step on', () => {
    expect(accepts(ScheduledSchema, { ...end, strayed: 7 })).toBe(true);
    expect(accepts(ScheduledSchema, { ...end, strayed: -7 })).toBe(false);
  });
});
