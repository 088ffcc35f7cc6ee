// The lessons as the test command needs them: their names, and what their front matter names.
import { createRequire } from 'node:module';
import { PlainError } from '../command.mjs';

const FOLDER = /^lessons\/(\d+-([a-z][a-z0-9-]*))\/lesson\.md$/;

/**
 * @param {ReadonlyMap<string, string>} texts files by path
 * @returns {{ name: string, folder: string, probes: string[], views: string[] }[]} in the order of their folders
 */
export function lessonsIn(texts) {
  return [...texts.keys()].toSorted().flatMap((path) => {
    const [, folder, name] = FOLDER.exec(path) ?? [];
    return folder === undefined ? [] : [{ name, folder: `lessons/${folder}/`, ...named(texts.get(path)) }];
  });
}

/** What a lesson names; nothing where it cannot be read, of which the build will tell its author more. */
function named(text) {
  // Only now: on a fresh clone the package is installed by the command that asks.
  const { parse } = createRequire(import.meta.url)('yaml');
  try {
    const { probes = [], views = [] } = parse(text.split(/^---\s*$/m)[1] ?? '') ?? {};
    return { probes: [probes].flat(), views: [views].flat() };
  } catch {
    return { probes: [], views: [] };
  }
}

/** The lesson called so, by its name or by the name of its folder. Throws a PlainError with the list. */
export function lessonCalled(name, lessons) {
  const found = lessons.find((one) => one.name === name || one.folder === `lessons/${name}/`);
  if (found !== undefined) return found;
  throw new PlainError(
    `There is no lesson "${name}". The lessons are: ${lessons.map((one) => one.name).join(', ')}`,
  );
}
