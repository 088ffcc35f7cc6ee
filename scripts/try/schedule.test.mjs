// The options about threads: what they mean together, and the sentences for what does not go together.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, describe, expect, it } from 'vitest';
import { MODELS as RUNTIME_MODELS, ScheduleSchema, SearchPlanSchema } from '../../src/runtime/schedule.ts';
import { MODELS, readRecorded } from './recorded.mjs';
import { readSchedule } from './schedule.mjs';
import { WrongCall } from '../wrong-call.mjs';

const home = mkdtempSync(join(tmpdir(), 'faultline-schedule-'));
afterAll(() => rmSync(home, { recursive: true }));

/**
 * @param {string} name
 * @param {unknown} content
 */
const save = (name, content) => {
  writeFileSync(join(home, name), typeof content === 'string' ? content : JSON.stringify(content));
  return name;
};
const decisions = [
  [3, 1],
  [3, 2],
  [8, 1],
];

describe('a schedule', () => {
  it.each([
    [{}, { kind: 'realistic' }],
    [{ strategy: 'round-robin' }, { kind: 'round-robin' }],
    [{ strategy: 'random' }, { kind: 'random', seed: 0 }],
    [
      { strategy: 'pct', seed: '12' },
      { kind: 'pct', seed: 12 },
    ],
    [{ seed: '12' }, { kind: 'realistic' }],
  ])('of %j has the strategy %j', (values, strategy) => {
    const read = readSchedule(values);
    expect(read.schedule).toEqual({ model: 'cpython314', strategy, check: null });
    expect(read.search).toBeNull();
    expect(v.is(ScheduleSchema, read.schedule)).toBe(true);
  });

  it('is chosen as soon as one of its options is given', () => {
    expect(readSchedule({}).chosen).toBe(false);
    for (const values of [{ model: 'before310' }, { check: 'True' }, { seed: '0' }]) {
      expect(readSchedule(values).chosen).toBe(true);
    }
  });

  it('is replayed from a file, in the model it was recorded in unless told otherwise', () => {
    const recorded = { schedule: save('one.json', { model: 'before310', decisions }) };
    expect(readSchedule(recorded, home).schedule).toEqual({
      model: 'before310',
      strategy: { kind: 'replay', decisions },
      check: null,
    });
    const other = { ...recorded, model: 'free-threaded', strategy: 'replay' };
    expect(readSchedule(other, home).schedule.model).toBe('free-threaded');
  });
});

describe('a search', () => {
  it.each([
    [{ search: '500' }, { method: 'random', schedules: 500, seed: 0 }],
    [
      { search: '500', seed: '3', strategy: 'random' },
      { method: 'random', schedules: 500, seed: 3 },
    ],
    [
      { search: '500', seed: '3', strategy: 'pct' },
      { method: 'pct', schedules: 500, seed: 3 },
    ],
    [{ strategy: 'exhaustive' }, { method: 'exhaustive', bound: 2, schedules: 20_000 }],
    [{ bound: '1' }, { method: 'exhaustive', bound: 1, schedules: 20_000 }],
    [
      { bound: 'none', search: '90' },
      { method: 'exhaustive', bound: null, schedules: 90 },
    ],
  ])('of %j is %j', (values, plan) => {
    const { search, schedule } = readSchedule(values);
    expect(search).toEqual(plan);
    expect(schedule.strategy).toEqual({ kind: 'realistic' });
    expect(v.is(SearchPlanSchema, search)).toBe(true);
  });
});

describe('a wrong call', () => {
  it.each([
    [{ model: 'pypy' }, 'There is no model "pypy". The models are: cpython314, before310, free-threaded'],
    [{ strategy: 'luck' }, 'There is no strategy "luck". The strategies are: round-robin, random, pct'],
    [{ strategy: 'replay' }, '--strategy replay needs --schedule FILE'],
    [{ strategy: 'realistic', search: '5' }, '--search does not go with --strategy realistic'],
    [{ strategy: 'random', bound: '2' }, '--bound is for --strategy exhaustive, not for random.'],
    [{ seed: '-1' }, '--seed takes a whole number from 0 on, not "-1".'],
    [{ search: '0' }, '--search takes a whole number from 1 on, not "0".'],
    [{ bound: 'few' }, '--bound takes a whole number from 0 on, not "few".'],
    [{ check: ' ' }, '--check needs an expression'],
    [{ schedule: 'nowhere.json' }, '"nowhere.json" cannot be read: there is no such file.'],
  ])('of %j is answered with a sentence', (values, sentence) => {
    expect(() => readSchedule(values, home)).toThrow(WrongCall);
    expect(() => readSchedule(values, home)).toThrow(sentence);
  });

  it('replays one schedule and does nothing else with it', () => {
    const schedule = save('some.json', decisions);
    expect(() => readSchedule({ schedule, search: '5' }, home)).toThrow('use one of them');
    expect(() => readSchedule({ schedule, strategy: 'pct' }, home)).toThrow('--strategy pct');
    expect(() => readSchedule({ schedule, bound: '2' }, home)).toThrow('--bound');
  });
});

describe('a recorded schedule', () => {
  it.each([
    ['a list', decisions, undefined],
    ['a report', { ending: 'finished', model: 'before310', decisions }, 'before310'],
    ['a report of a run without a schedule', { model: null, decisions }, undefined],
    ['an outcome as the runtime reports it', { outcome: { kind: 'failed', decisions } }, undefined],
    ['from Windows', `\uFEFF${JSON.stringify(decisions, null, 2).replaceAll('\n', '\r\n')}`, undefined],
    ['an empty list', [], undefined],
  ])('may be %s', (name, content, model) => {
    const expected = name === 'an empty list' ? [] : decisions;
    expect(readRecorded(save('good.json', content), home)).toEqual({ decisions: expected, model });
  });

  it.each([
    ['{', 'is not JSON.'],
    ['null', 'it has no "decisions".'],
    [{ decisions: 5 }, 'it has no "decisions".'],
    [[[1, 2], [3]], 'decision 2 is not [step, thread]'],
    [[[1, 'main']], 'decision 1 is not [step, thread]'],
    [[[1, -1]], 'decision 1 is not [step, thread]'],
    [
      [
        [5, 1],
        [4, 1],
      ],
      'decision 2 is not',
    ],
    [{ model: 'pypy', decisions }, 'There is no model "pypy".'],
    ['', 'is not JSON.'],
    ['3', 'it has no "decisions".'],
  ])('is not %j', (content, sentence) => {
    const name = save('bad.json', content);
    expect(() => readRecorded(name, home)).toThrow(WrongCall);
    expect(() => readRecorded(name, home)).toThrow(sentence);
  });
});

it('is not a folder', () => {
  expect(() => readRecorded('.', home)).toThrow('"." cannot be read: it is a folder.');
});

it('knows the same models as the runtime', () => {
  expect(MODELS).toEqual([...RUNTIME_MODELS]);
});
