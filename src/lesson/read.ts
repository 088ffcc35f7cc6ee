/** Reads lesson folders into lessons, or into a list of every problem that their authors can act on. Pure. */
import { plainText } from '../base/plainText.ts';
import { failure, success, type Result } from '../base/result.ts';
import { crossCheck } from './cross-check.ts';
import { readFrontMatter, splitFrontMatter } from './front-matter.ts';
import { strayLinks } from './links.ts';
import type { Problem, Report } from './problem.ts';
import { readNotes } from './notes.ts';
import type { Lesson, WholeLesson } from './schema.ts';
import { fingerprintOf } from './fingerprint.ts';
import { readRecording } from './recording.ts';
import { PUBLISHED_STEP } from './published.ts';
import { readPublished } from './read-published.ts';
import { readSides } from './sides.ts';
import { readSteps } from './steps.ts';
import { readVariations } from './variations.ts';

/** A folder below `lessons/`: its name, and its files by their path inside it. */
export interface LessonFolder {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
}

/** Addresses that no lesson can have. */
const PAGES: readonly string[] = ['about', 'answers'];

/** The files of a folder that are read by people: the lesson itself, and the teacher's notes. */
const [LESSON, NOTES] = ['lesson.md', 'notes.md'] as const;
const PROSE = [LESSON, NOTES];
const RECORDING = 'recording.json';

const NAME = /^(\d+)-([a-z][a-z0-9-]*)$/;

/** Every lesson in the order of the numbers, or every problem of every folder. */
export function readLessons(
  folders: readonly LessonFolder[],
): Result<readonly WholeLesson[], readonly Problem[]> {
  const results = folders.map((folder) => readLesson(folder));
  const lessons = results.flatMap((result) => (result.ok ? [result.value] : []));
  const problems = [
    ...results.flatMap((result) => (result.ok ? [] : result.error)),
    ...findDuplicates(lessons, 'id'),
    ...findDuplicates(lessons, 'number'),
  ];
  if (problems.length > 0) return failure(problems);
  const stray = folders.flatMap(({ name, files }) =>
    PROSE.flatMap((file) => strayLinks(`lessons/${name}/${file}`, files[file] ?? '', lessons)),
  );
  return stray.length > 0 ? failure(stray) : success(lessons.toSorted((a, b) => a.number - b.number));
}

function findDuplicates(lessons: readonly Lesson[], key: 'id' | 'number'): Problem[] {
  return lessons
    .filter((lesson, index) => lessons.findIndex((other) => other[key] === lesson[key]) < index)
    .map(({ number, id }) => ({
      file: `lessons/${number}-${id}`,
      line: null,
      message: key === 'id' ? `another lesson is called "${id}"` : `another lesson has the number ${number}`,
    }));
}

/** One lesson, or all of its problems. */
export function readLesson({ name, files }: LessonFolder): Result<WholeLesson, readonly Problem[]> {
  const problems: Problem[] = [];
  const inFile =
    (path: string): Report =>
    (line, message) =>
      void problems.push({ file: `lessons/${name}${path}`, line, message });

  const [, number, id] = NAME.exec(name) ?? [];
  if (number === undefined || id === undefined) {
    inFile('')(null, 'name the folder by number and id, for example lessons/6-deadlocks');
    return failure(problems);
  }
  const text = files[LESSON];
  if (text === undefined) {
    inFile('')(null, 'the file lesson.md is missing');
    return failure(problems);
  }
  if (PAGES.includes(id)) {
    inFile('')(null, `"#/${id}" is another page: give the lesson another id`);
    return failure(problems);
  }
  const lesson = readText({ id, number: Number(number) }, text, files, inFile(`/${LESSON}`));
  if (lesson === null) return failure(problems);
  const variations = new Set(lesson.variations.map((variation) => variation.id));
  const reading = { report: inFile(`/${NOTES}`), variations };
  const noted = files[NOTES];
  const noteworthy = [...lesson.steps, ...(lesson.published.length > 0 ? [{ title: PUBLISHED_STEP }] : [])];
  const notes = noted === undefined ? [] : readNotes(plainText(noted), noteworthy, reading);
  const recorded = files[RECORDING];
  const recording = recorded === undefined ? null : readRecording(recorded, inFile(`/${RECORDING}`));
  // Programs that have been edited since are not those of the recording: nothing is shown that is not theirs.
  const current = recording?.of === fingerprintOf(lesson) ? recording : null;
  return problems.length > 0 ? failure(problems) : success({ ...lesson, notes, recording: current });
}

function readText(
  named: Pick<Lesson, 'id' | 'number'>,
  text: string,
  files: LessonFolder['files'],
  report: Report,
): Lesson | null {
  const halves = splitFrontMatter(plainText(text), report);
  if (halves === null) return null;
  const frontMatter = readFrontMatter(halves, report);
  const steps = readSteps(halves.body, {
    report: (line, message) => report(line === null ? null : line + halves.bodyLine - 1, message),
    variations: frontMatter === null ? null : new Set(frontMatter.fields.variations.map(({ id }) => id)),
  });
  if (frontMatter === null) return null;
  crossCheck(frontMatter, report);
  const sides = readSides(files, frontMatter, report);
  if (sides === null) return null;
  const variations = readVariations(files, frontMatter, sides, report);
  const published = readPublished(named, files, frontMatter, report);
  const { entry: _entry, highlight: _highlight, ...fields } = frontMatter.fields;
  return { ...named, ...fields, sides, variations, steps, published };
}
