// Who imports whom, read from the text of our files: TypeScript, plain JavaScript and Python.
import { dirname, join } from 'node:path/posix';

const SCRIPT = /\.(tsx?|mts|mjs)$/;
const SCRIPT_IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*)['"](\.[^'"?]+)(?:\?[^'"]*)?['"]/g;
const PYTHON_IMPORT =
  /^[ \t]*(?:from[ \t]+(\.*[\w.]*)[ \t]+import[ \t]+(\([^)]*\)|[^\n]*)|import[ \t]+([\w., \t]+))/gm;
/** A module that another process is started with. */
const PYTHON_STARTED = /['"](tests\.\w+)['"]/g;
/** What Python's dotted names begin at. */
const PYTHON_HOME = 'src/runtime/python';

/** @typedef {ReadonlyMap<string, ReadonlySet<string>>} Imports for each file those that it imports */

/**
 * @param {ReadonlyMap<string, string>} texts our files by path, as Git writes paths
 * @returns {Map<string, Set<string>>} for each file the files that it imports itself
 */
export function importsOf(texts) {
  /** @type {Map<string, Set<string>>} */
  const imports = new Map();
  for (const [path, text] of texts) {
    const targets = path.endsWith('.py')
      ? pythonTargets(path, text)
      : SCRIPT.test(path)
        ? scriptTargets(path, text)
        : [];
    imports.set(path, new Set(targets.filter((target) => texts.has(target) && target !== path)));
  }
  return imports;
}

/**
 * @param {string} path
 * @param {string} text
 */
function scriptTargets(path, text) {
  return [...text.matchAll(SCRIPT_IMPORT)].map(([, target = '']) => join(dirname(path), target));
}

/**
 * @param {string} path
 * @param {string} text
 */
function pythonTargets(path, text) {
  /** @type {string[]} */
  const targets = [];
  for (const [, from = '', names = '', plain] of text.matchAll(PYTHON_IMPORT)) {
    if (plain !== undefined) {
      for (const name of plain.split(',')) targets.push(...filesOf(moduleFolder(firstWord(name))));
      continue;
    }
    const base = pythonBase(path, from);
    targets.push(...filesOf(base));
    for (const name of names.replaceAll(/#.*|[()]/g, '').split(',')) {
      targets.push(...filesOf(join(base, firstWord(name))));
    }
  }
  for (const [, name = ''] of text.matchAll(PYTHON_STARTED)) targets.push(...filesOf(moduleFolder(name)));
  return targets;
}

/** @param {string} text */
const firstWord = (text) => text.trim().split(/\s/)[0] ?? '';
/** @param {string} name */
const moduleFolder = (name) => join(PYTHON_HOME, name.replaceAll('.', '/'));
/** @param {string} base */
const filesOf = (base) => [`${base}.py`, `${base}/__init__.py`];

/**
 * Where `from` points: `..shown` from its own package, `faultline.shown` from the home of all.
 * @param {string} path
 * @param {string} from
 */
function pythonBase(path, from) {
  const dots = /^\.*/.exec(from)?.[0].length ?? 0;
  if (dots === 0) return moduleFolder(from);
  return join(
    dirname(path),
    ...Array.from({ length: dots - 1 }, () => '..'),
    from.slice(dots).replaceAll('.', '/'),
  );
}

/**
 * Everything that `start` imports, directly or by way of others; itself included.
 * @param {string} start
 * @param {Imports} imports
 */
export function closureOf(start, imports) {
  return spread(start, (file) => imports.get(file) ?? []);
}

/**
 * Everything that a change of `start` can reach by imports; itself included.
 * @param {string} start
 * @param {Imports} imports
 * @param {(file: string) => boolean} [stop] files that are reached but lead no further, such as a register that imports
 *   all it lists
 */
export function dependentsOf(start, imports, stop = () => false) {
  /** @type {Map<string, string[]>} */
  const back = new Map();
  for (const [file, targets] of imports) {
    for (const target of targets) back.set(target, [...(back.get(target) ?? []), file]);
  }
  return spread(start, (file) => (file !== start && stop(file) ? [] : (back.get(file) ?? [])));
}

/**
 * @param {string} start
 * @param {(file: string) => Iterable<string>} next
 */
function spread(start, next) {
  const found = new Set([start]);
  // A set that grows while it is walked is walked to its end.
  for (const file of found) for (const other of next(file)) found.add(other);
  return found;
}
