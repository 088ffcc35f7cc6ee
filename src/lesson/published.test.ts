/** Published programs: read whole, each mistake named with its place, and sentences said only where they are true. */
import { describe, expect, it } from 'vitest';
import { traceOf } from '../testing/scriptedTrace.ts';
import { exampleFolder, FRONT_MATTER, problemsOf } from '../testing/exampleLesson.ts';
import { happeningsOf, unmet } from './happening.ts';
import { plainText } from './markdown.ts';
import { readLesson } from './read.ts';
import { isPublished, type Published } from './schema.ts';
import type { SideResult } from './verdict.ts';

const part = (name: string, more = '') => `  - part: ${name}
    title: "The ${name}"
    instead: instead-together
    expect: { peak: { broken: "== 1", fixed: "== 2" } }
    said: It is said to be slow.
    happens:
      - { measures: { peak: "== 1" }, words: "At most {peak} waited, \`{peak}\` *of two*." }
      - { side: fixed, prints: [done], words: "It is done." }
    elsewhere:
      - measured: 2026-11-22
        where: "Linux"
        rows: [{ on: "CPython 3.9", what: "two seconds" }]
    why: |
      Because they queue.
    better: |
      Let them wait [together](variation:longer).
${more}`;

const VARIED = `    variations:
      - { id: longer, title: Longer, side: broken, expect: { peak: "== 1" } }
`;
const FIELDS = `published:\n${part('cause', VARIED)}${part('diagnosis', VARIED)}${part('solution', VARIED)}`;
const FILES = Object.fromEntries(
  ['cause', 'diagnosis', 'solution', 'instead-together', 'longer'].map((folder) => [
    `published/${folder}/main.py`,
    `print("${folder}")\n`,
  ]),
);

const problemsAfter = (
  passage: string,
  replacement: string,
  files: Readonly<Record<string, string | null>> = FILES,
) => {
  expect(FIELDS).toContain(passage);
  return problemsOf({ frontMatter: FRONT_MATTER + FIELDS.replace(passage, replacement), files });
};

function readExample(): readonly Published[] {
  const read = readLesson(exampleFolder({ frontMatter: FRONT_MATTER + FIELDS, files: FILES }));
  if (!read.ok) throw new Error(read.error.map(({ message }) => message).join('\n'));
  return read.value.published;
}

function first(): Published {
  const [cause] = readExample();
  if (cause === undefined) throw new Error('nothing was read');
  return cause;
}

describe('a published program', () => {
  it('has a workspace of its own: what was published, and what to write instead', () => {
    const cause = first();
    expect(readExample().map(({ id }) => id)).toEqual(['waits.cause', 'waits.diagnosis', 'waits.solution']);
    expect(isPublished(cause)).toBe(true);
    expect(cause).toMatchObject({
      within: 'waits',
      part: 'cause',
      probes: ['tasks'],
      steps: [],
      published: [],
    });
    expect(cause.sides.broken.files).toEqual({ 'main.py': 'print("cause")\n' });
    expect(cause.sides.fixed.files).toEqual({ 'main.py': 'print("instead-together")\n' });
    expect(cause.variations.map(({ files }) => files)).toEqual([{ 'main.py': 'print("longer")\n' }]);
  });

  it('shows the figures of the lesson of which it expects something', () => {
    expect(first().measures.map(({ id, expect: bounds }) => [id, bounds])).toEqual([
      ['peak', { broken: '== 1', fixed: '== 2' }],
    ]);
  });

  it('is no part of a lesson that has none', () => {
    const read = readLesson(exampleFolder());
    expect(read.ok && read.value.published).toEqual([]);
  });
});

describe('a mistake in what is published', () => {
  it('is a part that is missing or out of order', () => {
    const [problem] = problemsAfter('part: diagnosis', 'part: solution');
    expect(problem).toContain('name each of these parts once, in this order: cause, diagnosis, solution');
  });

  it('is a folder that is not there, or that nothing names', () => {
    const files = { ...FILES, 'published/cause/main.py': null, 'published/spare/main.py': 'print(1)\n' };
    const problems = problemsOf({ frontMatter: FRONT_MATTER + FIELDS, files });
    expect(problems).toContain(
      'lessons/7-waits/lesson.md: the field "published" says nothing of published/spare',
    );
    expect(problems.join('\n')).toContain(
      'the file published/cause/main.py, which is to be run, does not exist',
    );
  });

  it.each([
    ['{ peak: { broken: "== 1", fixed: "== 2" } }', '{ speed: { broken: "== 1" } }', 'no measure "speed"'],
    [
      '{ measures: { peak: "== 1" }, words:',
      '{ measures: { pace: "== 1" }, words:',
      'no measure "pace" here',
    ],
    ['{ measures: { peak: "== 1" }, words:', '{ words:', 'say when this is true'],
    ['waited, `{peak}`', 'waited, {speed}', '{speed} means nothing here'],
    ['variation:longer', 'variation:shorter', 'there is no variation "shorter"'],
    ['measured: 2026-11-22', 'measured: last week', 'write a date such as 2026-11-22'],
    ['measured: 2026-11-22', 'measured: 2026-02-31', 'write a date such as 2026-11-22'],
    ['{ broken: "== 1", fixed: "== 2" }', '{ broken: "== 1" }', 'say what the side "fixed" must measure'],
    ['{ measures: { peak', '{ side: fixed, measures: { peak', 'say what happens on the side "broken"'],
    [
      'rows: [{ on: "CPython 3.9", what: "two seconds" }]',
      'rows: [{ on: "CPython 3.9", what: "two" }, { on: "CPython 3.9", what: "three" }]',
      'this version is listed twice',
    ],

    ['said: It is said to be slow.', 'saying: It is said to be slow.', '"published[0].said" is missing'],
    ['instead: instead-together', 'instead: together', 'name a folder such as instead-gather'],
  ])('%s as %s', (passage, replacement, message) => {
    expect(problemsAfter(passage, replacement).join('\n')).toContain(message);
  });

  it('is named with its line', () => {
    const lines = `---\n${FRONT_MATTER}${FIELDS}`.split('\n');
    const line = lines.findIndex((text) => text.includes('measured: 2026-11-22')) + 1;
    expect(problemsAfter('measured: 2026-11-22', 'measured: soon')[0]).toContain(`lesson.md:${line}:`);
  });
});

/** A run in which so many waited together, and that printed this. */
function run(peak: number, printed: string): SideResult {
  const { picture } = traceOf([
    [0, 'track', 'in flight'],
    [1, 'gauge', 'in flight', peak],
    [2, 'track', 'output'],
    [3, 'print', 'output', printed],
  ]);
  return { picture, end: { endingKind: 'finished', raised: null, time: 4 } };
}

function sentencesFor(side: 'broken' | 'fixed', result: SideResult): string[] {
  return happeningsOf(first(), side, result).map((words) => plainText(words));
}

describe('a sentence about a run', () => {
  it('carries the figures of that run', () => {
    expect(sentencesFor('broken', run(1, ''))).toEqual(['At most 1 waited, 1 of two.']);
    expect(sentencesFor('fixed', run(1, 'done\n'))).toEqual(['It is done.']);
  });

  it('is not said of a run for which it is not true', () => {
    expect(sentencesFor('broken', run(2, 'done\n'))).toEqual([]);
    expect(sentencesFor('fixed', run(2, 'not yet\n'))).toEqual([]);
  });

  it('says what it misses', () => {
    const [one] = first().happens;
    if (one === undefined) throw new Error('it has no sentence');
    expect(unmet(one, first(), run(2, ''))).toEqual(['peak is 2, not == 1']);
    expect(unmet({ ...one, measures: {}, ends: 'KeyError' }, first(), run(2, ''))).toEqual([
      'it ends with no exception, not KeyError',
    ]);
  });
});
