// Finds the packages that lessons may name and compiles them; what cannot be had here is told, not guessed at.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findPackage } from './find.mjs';
import { PACKAGES } from './list.mjs';
import { debianSource, pipSource, pyodideSource } from './sources.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/**
 * @typedef {import('./machine.mjs').Machine} Machine
 * @typedef {import('./list.mjs').Entry} Entry
 * @typedef {import('./sources.mjs').Found} Found
 * @typedef {import('pyodide').PyodideInterface} Pyodide
 * @typedef {{ version: string, notice: string }} Metadata what `compile_package` says of a package
 * @typedef {Pick<Entry, 'name' | 'licence' | 'address' | 'needs' | 'parked'> & Metadata & { source: string, archive: Uint8Array }} Made
 * @typedef {{ name: string, tried: string[] }} Missing
 */

/** The files that decide how a package comes out. */
const MADE_OF = ['list.mjs', 'prepare.mjs', '../compile_package.py'];

/**
 * @param {Machine} machine
 * @param {{ lock: import('./sources.mjs').Lock, version: string }} pyodide what the `pyodide` package says
 * @param {() => Promise<Pyodide>} boot starts Pyodide with the modules of this folder at hand
 * @param {readonly string[]} wanted names in the list
 * @returns {Promise<{ made: Made[], missing: Missing[] }>} `made`: entries of the list
 *   with `version`, `source`, `notice` and the `archive`'s bytes
 */
export async function preparePackages(machine, pyodide, boot, wanted) {
  const sources = [pyodideSource(machine, pyodide), pipSource(machine), debianSource(machine)];
  /** @type {Made[]} */
  const made = [];
  /** @type {Missing[]} */
  const missing = [];
  for (const entry of PACKAGES.filter(({ name }) => wanted.includes(name))) {
    const { found, tried } = await findPackage(machine, sources, entry);
    if (found === null) missing.push({ name: entry.name, tried });
    else made.push(await compiled(machine, await boot(), entry, found));
  }
  return { made, missing };
}

/**
 * @param {Machine} machine
 * @param {Pyodide} python
 * @param {Entry} entry
 * @param {Found} found
 * @returns {Promise<Made>}
 */
async function compiled(
  machine,
  python,
  { name, licence, address, needs, modules, leftOut, keptSources, parked },
  found,
) {
  python.FS.writeFile('/tmp/package', await plainArchive(machine, found));
  const compile = python.pyimport('compile_package').compile_package;
  /** @type {Metadata} */
  const metadata = compile(
    '/tmp/package',
    '/tmp/package.zip',
    name,
    python.toPy(modules),
    python.toPy(leftOut),
    python.toPy(keptSources),
  ).toJs({ dict_converter: Object.fromEntries });
  const archive = python.FS.readFile('/tmp/package.zip');
  return { name, licence, address, needs, parked, source: found.source, ...metadata, archive };
}

/**
 * A wheel as it is; of a Debian package the tar inside it.
 * @param {Machine} machine
 * @param {Found} found
 */
function plainArchive(machine, { file, bytes }) {
  if (!file.endsWith('.deb')) return bytes;
  return machine.aside(async (folder) => {
    const path = join(folder, 'package.deb');
    machine.write(path, bytes);
    return await machine.run('dpkg-deb', ['--fsys-tarfile', path], { seconds: 30 });
  });
}

/**
 * The sentence about a package that could not be had.
 * @param {Missing} missing
 */
export function missingInWords({ name, tried }) {
  const reasons = tried.map((reason) => `  ${reason}`).join('\n');
  return `The Python package ${name} could not be had, so lessons that need it say so instead of running:\n${reasons}`;
}

/** What decides how packages come out, for the image's stamp. */
export const madeOf = () => MADE_OF.map((path) => readFileSync(join(here, path)));

/** The names of all packages. */
export const PACKAGE_NAMES = PACKAGES.map(({ name }) => name);
