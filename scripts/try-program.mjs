// Reads a program from the disk: one file, or every Python file of a folder.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { PACKAGES } from '../src/runtime/boot/packages/list.mjs';
import { WrongCall } from './wrong-call.mjs';

/** Folders that hold no part of a program. */
const SKIPPED = new Set(['__pycache__', 'node_modules', 'venv']);
/** The same rule as `src/base/filePath.ts`; a test compares the two. */
export const PATH = /^\w[\w-]*(\.\w[\w-]*)*(\/\w[\w-]*(\.\w[\w-]*)*)*$/;

/** The same rule as `src/base/entry.ts`; a test compares the two. */
export function canBegin(entry, paths) {
  const [, module] = /^(?:import|python -m) ([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)$/.exec(entry) ?? [];
  if (module === undefined) return paths.includes(entry);
  const path = module.replaceAll('.', '/');
  return paths.some((file) => file === `${path}.py` || file.startsWith(`${path}/`));
}

/**
 * @param {string} path as typed, seen from where `npm` was called
 * @param {string} [entry] the file to run, by default the file itself, or `main.py` of a folder; or `import a.module`,
 *   or `python -m a.module`
 * @param {string} [from] the folder that `path` is seen from
 * @returns {{ files: Record<string, string>, entry: string }} throws a WrongCall when it is no program
 */
export function readProgram(path, entry, from = process.env.INIT_CWD ?? process.cwd()) {
  const full = resolve(from, path);
  if (!existsSync(full)) throw new WrongCall(`There is no file or folder "${path}".`);
  const single = statSync(full).isFile();
  if (single && !full.endsWith('.py')) throw new WrongCall(`"${path}" is not a Python file.`);
  const folder = single ? dirname(full) : full;
  const paths = single ? [basename(full)] : pythonFilesBelow(folder);
  const chosen = entry ?? (single ? basename(full) : 'main.py');
  if (!canBegin(chosen, paths)) {
    const there = paths.length === 0 ? 'There is no Python file at all' : `There are: ${paths.join(', ')}`;
    throw new WrongCall(`There is no "${chosen}" in "${path}" to begin with. ${there}`);
  }
  const odd = paths.find((name) => !PATH.test(name));
  if (odd !== undefined) {
    throw new WrongCall(`"${odd}" cannot be run: use letters, digits, "_", "-" and "." in names of files.`);
  }
  const read = (name) => readFileSync(join(folder, name), 'utf8');
  return { files: Object.fromEntries(paths.map((name) => [name, read(name)])), entry: chosen };
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

function pythonFilesBelow(folder, root = folder) {
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((one, other) => one.name.localeCompare(other.name))
    .flatMap((found) => {
      const full = join(folder, found.name);
      if (found.isDirectory()) {
        return SKIPPED.has(found.name) || found.name.startsWith('.') ? [] : pythonFilesBelow(full, root);
      }
      return found.name.endsWith('.py') ? [relative(root, full).split(sep).join('/')] : [];
    });
}
