/** Gathers the two programs of a lesson and finds the lines of them that are tinted at rest. */
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
  for (const path of Object.keys(program)) {
    if (!FILE_PATH.test(path)) {
      report(null, `rename ${name}/${path}: use letters, digits, "_", "-" and "." in the names of files`);
    }
  }
  if (!Object.hasOwn(program, fields.entry)) {
    report(lineOf(['entry']), `the file ${name}/${fields.entry}, which is to be run, does not exist`);
    return null;
  }
  const highlight = (fields.highlight?.[name] ?? []).flatMap((text, index) => {
    const lines = readLines(text, program);
    if (typeof lines !== 'string') return [lines];
    report(lineOf(['highlight', name, index]), lines);
    return [];
  });
  return { files: program, entry: fields.entry, highlight };
}

function filesOf(name: SideName, files: Readonly<Record<string, string>>): Record<string, string> {
  const inside = Object.entries(files).filter(([path]) => path.startsWith(`${name}/`));
  return Object.fromEntries(inside.map(([path, text]) => [path.slice(name.length + 1), text]));
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
