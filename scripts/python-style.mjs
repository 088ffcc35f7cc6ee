// Lint and format of our Python: `node scripts/python-style.mjs [FOLDER]` says what is wrong, `--write` puts right what it can.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { ROOT } from './command.mjs';
import { plainText } from './plain-text.mjs';

/**
 * @typedef {import('@astral-sh/ruff-wasm-nodejs').Workspace} Workspace
 * @typedef {import('@astral-sh/ruff-wasm-nodejs').Diagnostic} Diagnostic
 */

/** Where our Python lies. */
export const PYTHON_HOME = join(ROOT, 'src', 'runtime', 'python');

/** Options of ruff, as in its `ruff.toml`. Nothing of the language is needed that CPython 3.11 does not read. */
const OPTIONS = {
  'line-length': 120,
  'target-version': 'py311',
  lint: {
    select: ['B', 'C4', 'E', 'F', 'I', 'N', 'PIE', 'RET', 'RUF', 'SIM', 'UP', 'W'],
    // Methods have the names that `ast` and `unittest` call. Lists of words are written as one text.
    ignore: ['B905', 'E731', 'N802', 'N815', 'RUF005', 'RUF023', 'SIM105', 'SIM905'],
  },
};

/** Of rounds in which fixes make other fixes possible. */
const MOST_ROUNDS = 10;

/**
 * Checks all Python files of a folder, or puts them right.
 * @param {string} home
 * @param {boolean} write
 * @returns {string[]} what is left to be done, each with its place
 */
export function checkPythonStyle(home, write) {
  // Only now: on a fresh clone the package is installed by the command that asks.
  /** @type {typeof import('@astral-sh/ruff-wasm-nodejs')} */
  const { PositionEncoding, Workspace } = createRequire(import.meta.url)('@astral-sh/ruff-wasm-nodejs');
  const workspace = new Workspace(OPTIONS, PositionEncoding.Utf16);
  return readdirSync(home, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.py'))
    .toSorted()
    .flatMap((name) => checkFile(home, name, workspace, write));
}

/**
 * @param {string} home
 * @param {string} inside
 * @param {Workspace} workspace
 * @param {boolean} write
 */
function checkFile(home, inside, workspace, write) {
  const path = join(home, inside);
  const there = plainText(readFileSync(path, 'utf8'));
  const name = relative(ROOT, path).replaceAll('\\', '/');
  const broken = mistakeIn(there, workspace);
  if (broken !== null) return [`${name}: ${broken}`];
  const text = write ? putRight(there, workspace) : there;
  if (text !== there) writeFileSync(path, text);
  const found = diagnosticsOf(text, workspace).map(
    ({ code, message, start_location: { row, column } }) => `${name}:${row}:${column}: ${code} ${message}`,
  );
  return workspace.format(text) === text ? found : [...found, `${name}: is not formatted`];
}

/**
 * @param {string} text
 * @param {Workspace} workspace
 * @returns {Diagnostic[]} which is what its package says of "check", beside a type that says nothing
 */
function diagnosticsOf(text, workspace) {
  return workspace.check(text);
}

/**
 * Why a text is no Python, or null: only what can be read can be put right.
 * @param {string} text
 * @param {Workspace} workspace
 */
function mistakeIn(text, workspace) {
  try {
    workspace.format(text);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * @param {string} there
 * @param {Workspace} workspace
 */
function putRight(there, workspace) {
  let text = there;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const fixed = workspace.format(withFixes(text, diagnosticsOf(text, workspace)));
    if (fixed === text) break;
    text = fixed;
  }
  return text;
}

/**
 * Carries out the fixes that change no meaning; of two that overlap, the first.
 * @param {string} text
 * @param {readonly Diagnostic[]} diagnostics
 */
function withFixes(text, diagnostics) {
  const edits = diagnostics
    .flatMap(({ fix }) => fix?.edits ?? [])
    .map(({ content, location, end_location: end }) => ({
      content: content ?? '',
      from: offsetOf(text, location),
      to: offsetOf(text, end),
    }))
    .toSorted((one, other) => one.from - other.from || one.to - other.to);
  let [done, at] = ['', 0];
  for (const { content, from, to } of edits) {
    if (from < at) continue;
    done += text.slice(at, from) + content;
    at = to;
  }
  return done + text.slice(at);
}

/**
 * @param {string} text
 * @param {{ row: number, column: number }} place
 */
function offsetOf(text, { row, column }) {
  const lines = text.split('\n');
  return lines.slice(0, row - 1).reduce((sum, line) => sum + line.length + 1, 0) + column - 1;
}

/** What Node says itself, from 24 on. @type {ImportMeta & { main?: boolean }} */
const { main } = import.meta;
if (main ?? process.argv[1] === import.meta.filename) {
  const [folder = PYTHON_HOME] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  const left = checkPythonStyle(folder, process.argv.includes('--write'));
  console.log(left.join('\n'));
  process.exitCode = left.length === 0 ? 0 : 1;
}
