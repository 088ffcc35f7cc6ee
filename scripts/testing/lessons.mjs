// The lessons as the test command needs them: their names, and what their front matter names.
import { createRequire } from 'node:module';
import { PlainError } from '../command.mjs';
import { isRecord, textsIn } from '../outside.mjs';

/** @type {Pick<Lesson, 'probes' | 'views'>} */
const NOTHING = { probes: [], views: [] };
const FOLDER = /^lessons\/(\d+-([a-z][a-z0-9-]*))\/lesson\.md$/;

/** @typedef {{ name: string, folder: string, probes: string[], views: string[] }} Lesson */

/**
 * @param {ReadonlyMap<string, string>} texts files by path
 * @returns {Lesson[]} in the order of their folders
 */
export function lessonsIn(texts) {
  return [...texts.keys()].toSorted().flatMap((path) => {
    const [, folder, name] = FOLDER.exec(path) ?? [];
    if (folder === undefined || name === undefined) return [];
    return [{ name, folder: `lessons/${folder}/`, ...named(texts.get(path) ?? '') }];
  });
}

/**
 * What a lesson names; nothing where it cannot be read, of which the build will tell its author more.
 * @param {string} text
 */
function named(text) {
  // Only now: on a fresh clone the package is installed by the command that asks.
  /** @type {typeof import('yaml')} */
  const { parse } = createRequire(import.meta.url)('yaml');
  try {
    /** @type {unknown} */
    const front = parse(text.split(/^---\s*$/m)[1] ?? '');
    const { probes, views } = isRecord(front) ? front : NOTHING;
    return { probes: textsIn([probes].flat()), views: textsIn([views].flat()) };
  } catch {
    return NOTHING;
  }
}

/**
 * The lesson called so, by its name or by the name of its folder. Throws a PlainError with the list.
 * @param {string} name
 * @param {readonly Lesson[]} lessons
 */
export function lessonCalled(name, lessons) {
  const found = lessons.find((one) => one.name === name || one.folder === `lessons/${name}/`);
  if (found !== undefined) return found;
  throw new PlainError(
    `There is no lesson "${name}". The lessons are: ${lessons.map((one) => one.name).join(', ')}`,
  );
}
