// Times: each test of each runner by a name one can find, the slowest first.
import { describe, expect, it } from 'vitest';
import { slowestInWords, timesOfPlaywright, timesOfPython, timesOfVitest } from './slowest.mjs';

/**
 * A test as Playwright reports it, with how long each try took.
 * @param {string} title
 * @param {readonly number[]} durations
 */
const spec = (title, ...durations) => ({
  title,
  tests: [{ results: durations.map((duration) => ({ duration })) }],
});

describe('times', () => {
  it('of Vitest have the full name of a test', () => {
    const assertionResults = [{ fullName: 'a b', duration: 1500 }, { fullName: 'skipped' }];
    expect(timesOfVitest({ testResults: [{ assertionResults }] })).toEqual([
      { name: 'a b', seconds: 1.5 },
      { name: 'skipped', seconds: 0 },
    ]);
  });

  it('of Playwright have the file and every title, and sum up what was tried', () => {
    const file = 'contract/lessons.spec.ts';
    const inner = { title: 'lesson memory', file, specs: [spec('broken', 2000, 500)] };
    expect(
      timesOfPlaywright({ suites: [{ title: file, file, specs: [spec('first', 100)], suites: [inner] }] }),
    ).toEqual([
      { name: `${file} › first`, seconds: 0.1 },
      { name: `${file} › lesson memory › broken`, seconds: 2.5 },
    ]);
  });

  it('are none where a runner left no report', () => {
    for (const read of [timesOfVitest, timesOfPlaywright, timesOfPython]) expect(read(null)).toEqual([]);
  });
});

describe('the slowest', () => {
  it('are ten at most, the slowest first', () => {
    const times = Array.from({ length: 30 }, (_, seconds) => ({ name: `test ${seconds}`, seconds }));
    const lines = slowestInWords(times).trimEnd().split('\n');
    expect(lines).toHaveLength(10);
    expect(lines[0]).toBe('     29.0 s  test 29');
  });

  it('are not told of a stage that is one test', () => {
    expect(slowestInWords([{ name: 'all', seconds: 9 }])).toBe('');
  });
});
