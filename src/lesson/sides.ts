/** Gathers the two programs of a lesson and finds the lines of them that are tinted at rest. */
import { canBegin } from '../base/entry.ts';
import { FILE_PATH } from '../base/filePath.ts';
import type { CheckedFrontMatter } from './front-matter.ts';
import type { Report } from './problem.ts';
import { SIDES, type HighlightedLines, type Side, type SideName } from './schema.ts';

const LINES = /^(.+):(\d+)(?:-(\d+))?$/;

/** What is asked of a program: how it begins, its tinted lines; `tell` takes the field and a mistake in it. */
export interface Asked {
  readonly entry: string;
  readonly entries: readonly string[];
  readonly highlight: readonly string[];
  readonly reportAt: (field: 'entry' | 'entries' | 'highlight', index: number, message: string) => void;
}

/**
 * @param files of the lesson's folder by path, `broken/main.py` among them
 * @returns null, with every problem reported, when a side cannot be run
 */
export function readSides(
  files: Readonly<Record<string, string>>,
  { fields, lineOf }: CheckedFrontMatter,
  report: Report,
): Record<SideName, Side> | null {
  const [broken, fixed] = SIDES.map((name) => {
    const { entry, entries } = fields;
    const highlight = fields.highlight?.[name] ?? [];
    const reportAt: Asked['reportAt'] = (field, index, message) => {
      const path = { entry: ['entry'], entries: ['entries', index], highlight: ['highlight', name, index] };
      report(lineOf(path[field]), message);
    };
    return readProgram(name, files, { entry, entries, highlight, reportAt }, report);
  });
  return broken && fixed ? { broken, fixed } : null;
}

/** The program in a folder of the lesson; null, with every problem reported, when it cannot be run. */
export function readProgram(
  folder: string,
  files: Readonly<Record<string, string>>,
  asked: Asked,
  report: Report,
): Side | null {
  const program = filesOf(folder, files);
  checkPaths(folder, program, report);
  if (!Object.hasOwn(program, asked.entry)) {
    asked.reportAt('entry', 0, `the file ${folder}/${asked.entry}, which is to be run, does not exist`);
    return null;
  }
  for (const [index, entry] of asked.entries.entries()) {
    if (!canBegin(entry, program)) asked.reportAt('entries', index, cannotBegin(folder, entry));
  }
  const highlight = asked.highlight.flatMap((text, index) => {
    const lines = readLines(text, program);
    if (typeof lines !== 'string') return [lines];
    asked.reportAt('highlight', index, lines);
    return [];
  });
  return { files: program, entry: asked.entry, highlight };
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
  const all = source.replace(/\n$/, '').split('\n');
  if (from < 1 || to < from || to > all.length) {
    return `"${text}" names no lines of ${file}, which has ${all.length}`;
  }
  const blank = [from, to].find((line) => all[line - 1]?.trim() === '');
  if (blank !== undefined) return `"${text}" begins or ends at line ${blank} of ${file}, which is blank`;
  return { file, from, to };
}
