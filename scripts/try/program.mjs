// Reads a program from the disk or from standard input: one file, or every Python file of a folder.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { PACKAGES } from '../../src/runtime/boot/packages/list.mjs';
import { messageOf } from '../outside.mjs';
import { readAll, readNamed } from './read-file.mjs';
import { WrongCall } from '../wrong-call.mjs';

/** Folders that hold no part of a program. */
const SKIPPED = new Set(['__pycache__', 'node_modules', 'venv']);
/** The same rule as `src/base/filePath.ts`; a test compares the two. */
export const PATH = /^\w[\w-]*(\.\w[\w-]*)*(\/\w[\w-]*(\.\w[\w-]*)*)*$/;
/** What a file is called inside, whose own name cannot be. */
const STAND_IN = 'main.py';
const STDIN = 'stdin.py';

/** The folder that paths are seen from: where `npm` was called. */
export const calledFrom = () => process.env['INIT_CWD'] ?? process.cwd();

/**
 * The same rule as `src/base/entry.ts`; a test compares the two.
 * @param {string} entry
 * @param {readonly string[]} paths
 */
export function canBegin(entry, paths) {
  const [, module] = /^(?:import|python -m) ([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)$/.exec(entry) ?? [];
  if (module === undefined) return paths.includes(entry);
  const path = module.replaceAll('.', '/');
  return paths.some((file) => file === `${path}.py` || file.startsWith(`${path}/`));
}

/** @typedef {{ files: Record<string, string>, entry: string, args?: string[] }} Program */

/**
 * @typedef {object} Read
 * @property {Program} program as the runtime takes it
 * @property {Record<string, string>} shown each file's path as a person finds it from where they are
 */

/**
 * @param {string} path as typed, seen from where `npm` was called
 * @param {string} [entry] the file to run, by default the file itself, or `main.py` of a folder; or `import a.module`,
 *   or `python -m a.module`
 * @param {string} [from] the folder that `path` is seen from
 * @returns {Read} throws a WrongCall when it is no program
 */
export function readProgram(path, entry, from = calledFrom()) {
  const full = resolve(from, path);
  if (!existsSync(full)) throw new WrongCall(`There is no file or folder "${path}".`);
  return statSync(full).isDirectory() ? readFolder(path, full, entry) : readSingle(path, full, entry);
}

/**
 * The program that comes on standard input.
 * @param {string | undefined} entry
 * @param {AsyncIterable<Uint8Array>} [stream]
 * @returns {Promise<Read>}
 */
export async function readStdin(entry, stream = process.stdin) {
  if (entry !== undefined) throw new WrongCall('--entry is for folders: standard input is one file.');
  const text = await readAll(stream, '<stdin>');
  return { program: { files: { [STDIN]: text }, entry: STDIN }, shown: { [STDIN]: '<stdin>' } };
}

/**
 * @param {string} path
 * @param {string} full
 * @param {string | undefined} entry
 * @returns {Read}
 */
function readSingle(path, full, entry) {
  if (!full.endsWith('.py')) throw new WrongCall(`"${path}" is not a Python file.`);
  const name = basename(full);
  const inside = PATH.test(name) ? name : STAND_IN;
  const begin = entry === undefined || entry === name ? inside : entry;
  refuseEntry(path, begin, [inside]);
  return {
    program: { files: { [inside]: readNamed(full, path) }, entry: begin },
    shown: { [inside]: join(dirname(path), name) },
  };
}

/**
 * @param {string} path
 * @param {string} full
 * @param {string} [entry]
 * @returns {Read}
 */
function readFolder(path, full, entry = 'main.py') {
  const paths = pythonFilesBelow(full);
  refuseEntry(path, entry, paths);
  const odd = paths.find((name) => !PATH.test(name));
  if (odd !== undefined) {
    throw new WrongCall(`"${odd}" cannot be run: use letters, digits, "_", "-" and "." in names of files.`);
  }
  const shown = Object.fromEntries(paths.map((name) => [name, join(path, name)]));
  const files = Object.fromEntries(
    paths.map((name) => [name, readNamed(join(full, name), join(path, name))]),
  );
  return { program: { files, entry }, shown };
}

/**
 * @param {string} path
 * @param {string} entry
 * @param {readonly string[]} paths
 */
function refuseEntry(path, entry, paths) {
  if (canBegin(entry, paths)) return;
  const there = paths.length === 0 ? 'There is no Python file at all' : `There are: ${paths.join(', ')}`;
  throw new WrongCall(`There is no "${entry}" in "${path}" to begin with. ${there}`);
}

/**
 * The packages that a program names in an import. One too many does no harm: it is only loaded.
 * @param {{ files: Record<string, string> }} program
 * @returns {string[]}
 */
export function packagesIn({ files }) {
  const imported = Object.values(files).flatMap((text) => [
    ...text.matchAll(/^\s*(?:import|from)\s+(\w+)/gm),
  ]);
  const all = new Set(imported.map(([, name]) => name));
  return PACKAGES.map(({ name }) => name).filter((name) => all.has(name));
}

/**
 * In the same order on every machine, whatever its language.
 * @param {string} folder
 * @param {string} [root]
 * @returns {string[]}
 */
function pythonFilesBelow(folder, root = folder) {
  return entriesOf(folder)
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((found) => {
      const full = join(folder, found.name);
      if (found.isDirectory()) {
        return SKIPPED.has(found.name) || found.name.startsWith('.') ? [] : pythonFilesBelow(full, root);
      }
      return found.name.endsWith('.py') ? [relative(root, full).split(sep).join('/')] : [];
    });
}

/** @param {string} folder */
function entriesOf(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw new WrongCall(`The folder "${folder}" cannot be read: ${messageOf(error)}.`);
  }
}
