import { describe, expect, it } from 'vitest';
import { BODY, FRONT_MATTER, exampleFolder, problemsOf } from '../testing/exampleLesson.ts';
import { readLesson } from './read.ts';
import { missedInSearch, type LessonSearch } from './schedule.ts';

const SCHEDULED = `${FRONT_MATTER}schedule:
  model: before310
  strategy: random
  check: counter == 30
search:
  broken:
    - { method: random, schedules: 200, expect: { failed: ">= 1", share: ">= 0.5" } }
  fixed:
    - { method: exhaustive, model: free-threaded, bound: 2, expect: { failed: "== 0", complete: true } }
`;

function problemsAfter(passage: string, replacement: string): string[] {
  expect(SCHEDULED).toContain(passage);
  return problemsOf({ frontMatter: SCHEDULED.replace(passage, replacement) });
}

function lineOf(passage: string): number {
  return `---\n${SCHEDULED}---\n${BODY}`.split('\n').findIndex((line) => line.includes(passage)) + 1;
}

describe('a lesson about threads', () => {
  it('comes with its schedule and its searches, and what it leaves out is filled in', () => {
    const read = readLesson(exampleFolder({ frontMatter: SCHEDULED }));
    expect(read.ok && read.value).toMatchObject({
      schedule: { model: 'before310', strategy: 'random', seed: 0, check: 'counter == 30', bound: 2 },
      search: {
        broken: [{ method: 'random', schedules: 200, seed: 0 }],
        fixed: [{ method: 'exhaustive', model: 'free-threaded', bound: 2, schedules: 20_000 }],
      },
    });
  });

  it('needs neither', () => {
    const read = readLesson(exampleFolder());
    expect(read.ok && [read.value.schedule, read.value.search]).toEqual([undefined, undefined]);
  });

  it.each([
    ['an unknown model', 'model: before310', 'model: python2', /"schedule\.model" should be/],
    ['no model', '  model: before310\n', '', /"schedule\.model" is missing/],
    ['an unknown strategy', 'strategy: random', 'strategy: replay', /"schedule\.strategy" should be/],
    ['a check that says nothing', 'check: counter == 30', 'check: ""', /write a Python expression/],
    ['a misspelt field', 'check:', 'chek:', /"schedule\.chek" is not a field/],
    ['too many preemptions', 'bound: 2', 'bound: 9', /use at most 4/],
    ['a search that expects nothing', '{ failed: "== 0", complete: true }', '{}', /so that it is tested/],
    ['a share of an exhaustive search', 'complete: true', 'share: "> 0"', /"search.*share" is not a field/],
    ['a method that is none', 'method: exhaustive', 'method: all', /"search\.fixed\[0\]\.method" should be/],
    ['no number of schedules', 'schedules: 200, ', '', /"search\.broken\[0\]\.schedules" is missing/],
    ['a bound that is none', '">= 0.5"', '"half"', /write a bound such as/],
  ])('is refused with %s', (_, passage, replacement, words) => {
    expect(problemsAfter(passage, replacement)[0]).toMatch(words);
  });

  it('is told the line of its mistake', () => {
    expect(problemsAfter('bound: 2', 'bound: 9')[0]).toContain(`lesson.md:${lineOf('bound: 2')}: `);
  });

  it('cannot search without a schedule, nor list no search', () => {
    const search = `search:\n  broken: [{ method: random, schedules: 5, expect: { failed: "> 0" } }]\n`;
    expect(problemsOf({ frontMatter: FRONT_MATTER + search })[0]).toContain('without "schedule"');
    const schedule = 'schedule: { model: cpython314, strategy: realistic }\n';
    expect(problemsOf({ frontMatter: `${FRONT_MATTER}${schedule}search: {}\n` })[0]).toContain(
      'at least one',
    );
  });
});

describe('what a search must find', () => {
  const random: LessonSearch = {
    method: 'random',
    schedules: 200,
    seed: 0,
    expect: { failed: '>= 1', share: '>= 0.5' },
  };
  const exhaustive: LessonSearch = {
    method: 'exhaustive',
    bound: 2,
    schedules: 100,
    expect: { failed: '== 0', complete: true },
  };

  it('is bounded for schedules drawn by chance', () => {
    expect(missedInSearch(random, { tried: 200, failed: 100, complete: false })).toEqual([]);
    expect(missedInSearch(random, { tried: 200, failed: 99, complete: false })).toEqual([
      'share is 0.495, not >= 0.5',
    ]);
  });

  it('must be complete where the lesson says so', () => {
    expect(missedInSearch(exhaustive, { tried: 36, failed: 0, complete: true })).toEqual([]);
    expect(missedInSearch(exhaustive, { tried: 100, failed: 1, complete: false })).toEqual([
      'failed is 1, not == 0',
      'complete is false, not true',
    ]);
  });

  it('is not found by trying nothing', () => {
    const nothing = { ...exhaustive, expect: { failed: '== 0' } };
    expect(missedInSearch(nothing, { tried: 0, failed: 0, complete: false })).toEqual([
      'no schedule was tried',
    ]);
  });
});
