/** Finds the lesson folders of the project on disk. For the build and for tests; never part of the page. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { plainText } from '../base/plainText.ts';
import type { LessonFolder } from './read.ts';

/** Folders whose name begins so are no lessons: `_template`, `.git`. */
const HIDDEN = /^[._]/;

/** @param lessonsPath the folder `lessons/`; unreadable files throw as `node:fs` does */
export function findLessonFolders(lessonsPath: string): LessonFolder[] {
  return readdirSync(lessonsPath, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !HIDDEN.test(entry.name))
    .map((entry) => readLessonFolder(lessonsPath, entry.name));
}

/** Files are read as plain text, so that a lesson is the same on every system. */
export function readLessonFolder(lessonsPath: string, name: string): LessonFolder {
  const folder = join(lessonsPath, name);
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(md|py|txt|csv|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const files = paths.toSorted().map((path) => {
    const inside = path.slice(folder.length + 1).replaceAll('\\', '/');
    return [inside, plainText(readFileSync(path, 'utf8'))] as const;
  });
  return { name, files: Object.fromEntries(files) };
}
