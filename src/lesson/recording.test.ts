/** The recordings of this project: of the programs as they are, with figures as the lessons promise them, and small. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exampleFolder, problemsOf } from '../testing/exampleLesson.ts';
import { meetsBound, readMeasure } from '../trace/measure.ts';
import { lessons } from './catalog.ts';
import { lessonAt } from './one.ts';
import { recordedRuns, type RecordedRuns } from './recorded.ts';
import { fingerprintOf } from './fingerprint.ts';
import { readLesson } from './read.ts';
import { SIDES, type Lesson } from './schema.ts';

const lessonsPath = join(import.meta.dirname, '..', '..', 'lessons');
const folderOf = ({ id, number }: Lesson): string => join(lessonsPath, `${number}-${id}`);
const MOST_BYTES = 8_000;

/** What is told when it is not there: whoever changes a program has to run it again. */
function runsOf(lesson: Lesson): RecordedRuns {
  const runs = recordedRuns(lesson);
  if (runs === null) throw new Error(`run: npm run record -- lessons/${lesson.number}-${lesson.id}`);
  return runs;
}

describe.each(lessons)('the recording of $id', (lesson) => {
  it('is of the programs as they are', () => {
    expect(() => runsOf(lesson)).not.toThrow();
  });

  it.each(SIDES)('measures on the side %s what the lesson promises, and ends as it says', (side) => {
    const { trace, time, ends } = runsOf(lesson).sides[side];
    const missed = lesson.measures.flatMap(({ id, read, expect: { [side]: bound } }) => {
      const value = readMeasure(read, trace.picture, time);
      return bound === undefined || meetsBound(value, bound) ? [] : [{ id, value, bound }];
    });
    expect(missed).toEqual([]);
    expect(ends).toBe(lesson.ends[side] ?? null);
  });

  it('is a few kB', () => {
    expect(readFileSync(join(folderOf(lesson), 'recording.json')).byteLength).toBeLessThan(MOST_BYTES);
  });
});

describe('a recording', () => {
  const folder = readdirSync(lessonsPath).find((name) => name.startsWith('1-')) ?? '';
  const read = lessonAt(lessonsPath, folder);
  const recorded = readFileSync(join(lessonsPath, folder, 'recording.json'), 'utf8');

  it('is left out where it is of other programs', () => {
    const other = readLesson(exampleFolder({ files: { 'recording.json': recorded } }));
    expect(other.ok && other.value.recording).toBeNull();
  });

  it.each(['{}', 'no JSON', recorded.replace(/"trace": ".{40}/, '"trace": "')])(
    'is refused in words where it is damaged (%#)',
    (text) => {
      expect(problemsOf({ files: { 'recording.json': text } })).toEqual([
        expect.stringMatching(/recording\.json: .*make.* it again|recording again with npm run record/),
      ]);
    },
  );

  it('is of other programs once a file, the probes or the schedule are others', () => {
    const lesson = read.ok ? read.value : null;
    if (lesson === null) throw new Error('the first lesson cannot be read');
    const edited = { ...lesson.sides.broken, files: { 'main.py': 'print(1)\n' } };
    const prints = [
      fingerprintOf(lesson),
      fingerprintOf({ ...lesson, sides: { ...lesson.sides, broken: edited } }),
      fingerprintOf({ ...lesson, probes: ['threads'] }),
    ];
    expect(new Set(prints).size).toBe(prints.length);
    expect(fingerprintOf({ ...lesson, title: 'Another' })).toBe(prints[0]);
  });
});
