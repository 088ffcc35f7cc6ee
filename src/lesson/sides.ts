/** Gathers the two programs of a lesson and finds the lines of them that are tinted at rest. */
import { canBegin } from '../base/entry.ts';
import { FILE_PATH } from '../base/filePath.ts';
import type { CheckedFrontMatter } from './front-matter.ts';
import type { Report } from './problem.ts';
import { SIDES, type HighlightedLines, type Side, type SideName } from './schema.ts';

const LINES = /^(.+):(\d+)(?:-(\d+))?$/;

/**
 * @param files of the lesson's folder by path, `broken/main.py` among them
 * @returns null, with every problem reported, when a side cannot be run
 */
export function readSides(
  files: Readonly<Record<string, string>>,
  frontMatter: CheckedFrontMatter,
  report: Report,
): Record<SideName, Side> | null {
  const [broken, fixed] = SIDES.map((name) => readSide(name, files, frontMatter, report));
  return broken && fixed ? { broken, fixed } : null;
}

function readSide(
  name: SideName,
  files: Readonly<Record<string, string>>,
  { fields, lineOf }: CheckedFrontMatter,
  report: Report,
): Side | null {
  const program = filesOf(name, files);
  checkPaths(name, program, report);
  if (!Object.hasOwn(program, fields.entry)) {
    report(lineOf(['entry']), `the file ${name}/${fields.entry}, which is to be run, does not exist`);
    return null;
  }
  for (const [index, entry] of fields.entries.entries()) {
    if (!canBegin(entry, program)) report(lineOf(['entries', index]), cannotBegin(name, entry));
  }
  const highlight = (fields.highlight?.[name] ?? []).flatMap((text, index) => {
    const lines = readLines(text, program);
    if (typeof lines !== 'string') return [lines];
    report(lineOf(['highlight', name, index]), lines);
    return [];
  });
  return { files: program, entry: fields.entry, highlight };
}

/** The files below a folder of the lesson's, by their path inside it. */
export function filesOf(name: string, files: Readonly<Record<string, string>>): Record<string, string> {
  const inside = Object.entries(files).filter(([path]) => path.startsWith(`${name}/`));
  return Object.fromEntries(inside.map(([path, text]) => [path.slice(name.length + 1), text]));
}

/** Tells of files that could not be run under their names. */
export function checkPaths(folder: string, files: Readonly<Record<string, string>>, report: Report): void {
  for (const path of Object.keys(files)) {
    if (FILE_PATH.test(path)) continue;
    report(null, `rename ${folder}/${path}: use letters, digits, "_", "-" and "." in the names of files`);
  }
}

export function cannotBegin(folder: string, entry: string): string {
  return `${folder} cannot begin with "${entry}": name one of its files, "import a.module" or "python -m a.module"`;
}

/** The lines meant by `main.py:7-8`, or what is wrong with them. */
function readLines(text: string, program: Readonly<Record<string, string>>): HighlightedLines | string {
  const [, file = '', first = '', last = first] = LINES.exec(text) ?? [];
  if (file === '') return `"${text}" names no lines: write main.py:7 or main.py:7-8`;
  const source = Object.hasOwn(program, file) ? program[file] : undefined;
  if (source === undefined) return `"${text}" names a file that this side does not have`;
  const [from, to] = [Number(first), Number(last)];
  const count = source.replace(/\n$/, '').split('\n').length;
  if (from < 1 || to < from || to > count) return `"${text}" names no lines of ${file}, which has ${count}`;
  return { file, from, to };
}
