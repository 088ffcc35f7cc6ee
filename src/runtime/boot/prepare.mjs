// Prepares the Python image: Pyodide's files, its glue without what no worker reaches, a compiled standard library and our
// own Python, compiled as well; all gzipped and named by their content.
//
// `node src/runtime/boot/prepare.mjs` writes `.faultline/python/` and does nothing when it is already up to date.
// Parsing some 190 modules is two thirds of a plain Pyodide boot, and parsing ours would be half of what is left, so
// both are shipped as `.pyc`. Pyodide itself compiles them, which makes the magic number right by construction. Beside it lie the packages that lessons may
// name, each in an archive of its own.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { plainText } from '../../../scripts/plain-text.mjs';
import { checkBudget } from './budgets.mjs';
import { makeMemories } from './memories.mjs';
import { thisMachine } from './packages/machine.mjs';
import { madeOf, missingInWords, PACKAGE_NAMES, preparePackages } from './packages/prepare.mjs';
import { slimGlue } from './slim-glue.mjs';
import { OUR_ARCHIVE } from './starting.mjs';

/**
 * @typedef {import('pyodide').PyodideInterface} Pyodide
 * @typedef {import('./image.ts').PackedFile} PackedFile
 * @typedef {Omit<import('./packages/prepare.mjs').Made, 'name' | 'archive'> & { file: PackedFile }} PackedPackage
 */

/**
 * What is known of the image, kept beside it as image.json; see `image.ts` for what the build reads of it.
 * @typedef {object} Manifest
 * @property {string} stamp of what it was made of
 * @property {string} [ours] the same of our own Python
 * @property {string} pyodide
 * @property {string} python
 * @property {{ info: unknown, packages: {} }} lock
 * @property {{ package: string, file: PackedFile } | null} [parked] the memory with the package imported
 * @property {{ loader: PackedFile, glue: PackedFile, wasm: PackedFile, library: PackedFile, faultline?: PackedFile, memory?: PackedFile }} files
 * @property {Record<string, PackedPackage>} packages by name
 */

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../../..');
const out = join(root, '.faultline/python');
/** Our own Python: the folder `faultline` in it, without its tests. */
const ours = join(here, '../python');
/** Outlives the image: what has been downloaded once. */
const cache = join(root, '.faultline/packages');
const require = createRequire(import.meta.url);

/** Modules that cannot do anything in a browser and that nothing else imports. All others are kept. */
const LEFT_OUT = [
  'asyncio/windows_events.py',
  'asyncio/windows_utils.py',
  'asyncio/proactor_events.py',
  'ctypes/macholib/',
  'ctypes/_aix.py',
  '_pyodide/_core_docs.pyi',
];

/** Modules whose functions wait for threads: where Python cannot be suspended, they are rewritten from their source. */
const KEPT_SOURCES = [
  'threading.py',
  'queue.py',
  'concurrent/futures/_base.py',
  'concurrent/futures/thread.py',
  'contextlib.py',
  'asyncio/base_events.py',
  'asyncio/runners.py',
];

/** The same of our own, by what their paths begin with. */
const OUR_KEPT_SOURCES = [
  'faultline/primitives/',
  'faultline/environment/event_loop.py',
  'faultline/environment/fresh_modules.py',
  'faultline/environment/free_threaded.py',
  'faultline/environment/patch_modules.py',
  'faultline/environment/platform.py',
  'faultline/environment/scheduler_hooks.py',
  'faultline/environment/run_environment.py',
  'faultline/environment/sqlite.py',
  'faultline/environment/sqlite_thread_check.py',
  'faultline/environment/thread_modules.py',
  'faultline/probes/guard.py',
  'faultline/probes/tasks/probe.py',
  'faultline/probes/pool/requests.py',
];

/** @type {(...parts: (string | Uint8Array)[]) => string} */
const hashOf = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 12);
};

/** @param {string} name */
const fromPyodide = (name) => readFileSync(join(dirname(require.resolve('pyodide/package.json')), name));

/** @type {Pyodide | null} */
let booted = null;

/** Pyodide with our compilers at hand; started once, and only when there is something to compile. */
async function boot() {
  if (booted !== null) return booted;
  const { loadPyodide } = await import('pyodide');
  booted = await loadPyodide({ stdout: () => {} });
  for (const name of ['compile_library.py', 'compile_package.py']) {
    booted.FS.writeFile(`/tmp/${name}`, readFileSync(join(here, name)));
  }
  booted.runPython("import sys; sys.path.insert(0, '/tmp')");
  return booted;
}

/** Compiles the sources in Pyodide's library archive; returns the bytes of a stored (not deflated) zip. */
async function compileLibrary() {
  const pyodide = await boot();
  pyodide.FS.writeFile('/tmp/library.zip', fromPyodide('python_stdlib.zip'));
  const compile = pyodide.pyimport('compile_library').compile_library;
  compile('/tmp/library.zip', '/tmp/compiled.zip', pyodide.toPy(LEFT_OUT), pyodide.toPy(KEPT_SOURCES));
  return {
    archive: pyodide.FS.readFile('/tmp/compiled.zip'),
    python: pyodide.runPython('sys.version.split()[0]'),
  };
}

/**
 * Our sources by path, in a fixed order.
 * @returns {[path: string, source: string][]}
 */
function ourSources() {
  return (
    readdirSync(join(ours, 'faultline'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.py'))
      .map((name) => join('faultline', name).replaceAll('\\', '/'))
      .toSorted()
      // The same on every system, and with it the image.
      .map((path) => [path, plainText(readFileSync(join(ours, path), 'utf8'))])
  );
}

/**
 * Compiles our Python, unless that was done with the same sources. It changes more often than all the rest.
 * @param {Manifest} manifest
 */
async function addOurs(manifest) {
  const sources = ourSources();
  const packages = Object.values(manifest.packages).map(({ file }) => file.name);
  const stamp = hashOf(manifest.stamp, ...packages, ...sources.flat());
  if (manifest.ours === stamp) return;
  for (const file of [manifest.files.faultline, manifest.files.memory, manifest.parked?.file])
    if (file !== undefined) rmSync(join(out, file.name), { force: true });
  const pyodide = await boot();
  for (const [path, source] of sources) {
    const full = `/tmp/ours/${path}`;
    pyodide.FS.mkdirTree(dirname(full));
    pyodide.FS.writeFile(full, source);
  }
  pyodide
    .pyimport('compile_library')
    .compile_ours('/tmp/ours', '/tmp/ours.zip', OUR_ARCHIVE, pyodide.toPy(OUR_KEPT_SOURCES));
  manifest.files.faultline = pack('faultline', pyodide.FS.readFile('/tmp/ours.zip'));
  const { memory, parked } = makeMemories(manifest, out);
  manifest.files.memory = pack('python-memory', memory);
  // Its name says that it belongs to a package: it is kept for use without a network as the archives are.
  manifest.parked = parked && { package: parked.name, file: pack('package-memory', parked.memory) };
  manifest.ours = stamp;
}

/** @type {() => import('./packages/sources.mjs').Lock & { info: unknown }} */
const readLock = () => JSON.parse(fromPyodide('pyodide-lock.json').toString('utf8'));

/**
 * Writes bytes gzipped and named by their content; returns what the manifest says of them.
 * @param {string} stem
 * @param {string | Uint8Array} bytes
 * @returns {PackedFile}
 */
function pack(stem, bytes) {
  const packed = gzipSync(bytes, { level: 9 });
  checkBudget(stem, packed.length);
  // `.bin`: no host has an opinion about it, so nobody unpacks or re-packs it on the way.
  const name = `${stem}-${hashOf(bytes)}.bin`;
  writeFileSync(join(out, name), packed);
  return { name, packed: packed.length, unpacked: bytes.length };
}

/**
 * The manifest of the image that lies there, if it was made of the same things and is whole; else null.
 * @param {string} stamp
 * @returns {Manifest | null}
 */
function readManifest(stamp) {
  const path = join(out, 'image.json');
  /** @type {Manifest | null} */
  const manifest = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
  if (manifest?.stamp !== stamp) return null;
  const files = [
    ...Object.values(manifest.files),
    ...Object.values(manifest.packages).map(({ file }) => file),
    ...(manifest.parked ? [manifest.parked.file] : []),
  ];
  return files.every(({ name }) => existsSync(join(out, name))) ? manifest : null;
}

/**
 * @param {string} stamp
 * @param {string} version
 * @returns {Promise<Manifest>}
 */
async function makeImage(stamp, version) {
  console.log(`Preparing the Python image (Pyodide ${version}) ...`);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const { archive, python } = await compileLibrary();
  const loader = fromPyodide('pyodide.mjs');
  const wasm = fromPyodide('pyodide.asm.wasm');
  const glue = slimGlue(String(fromPyodide('pyodide.asm.mjs')), String(loader), wasm);
  const files = {
    loader: pack('pyodide', loader),
    glue: pack('pyodide-glue', glue),
    wasm: pack('python-wasm', wasm),
    library: pack('python-library', archive),
  };
  const total = Object.values(files).reduce((sum, file) => sum + file.packed, 0);
  console.log(`Python ${python}: ${(total / 1e6).toFixed(1)} MB to download once.`);
  // The lock file that Pyodide reads at boot, without its list of packages: it installs nothing itself.
  return {
    stamp,
    pyodide: version,
    python,
    lock: { info: readLock().info, packages: {} },
    files,
    packages: {},
  };
}

/**
 * Adds the packages that are not there yet. Without a network they are asked for again the next time.
 * @param {Manifest} manifest
 */
async function addPackages(manifest) {
  const absent = PACKAGE_NAMES.filter((name) => manifest.packages[name] === undefined);
  if (absent.length === 0) return;
  const pyodide = { lock: readLock(), version: manifest.pyodide };
  const { made, missing } = await preparePackages(thisMachine(cache), pyodide, boot, absent);
  for (const { name, archive, ...rest } of made) {
    manifest.packages[name] = { ...rest, file: pack(`package-${name}`, archive) };
    console.log(`${name} ${rest.version}, from ${rest.source}.`);
  }
  for (const one of missing) console.warn(missingInWords(one));
  if (missing.length > 0 && process.env['CI'] === 'true') {
    console.error('CI must not pass by leaving lessons out.');
    process.exitCode = 1;
  }
}

async function main() {
  /** @type {{ version: string }} */
  const { version } = JSON.parse(fromPyodide('package.json').toString('utf8'));
  const stamp = hashOf(
    version,
    readFileSync(fileURLToPath(import.meta.url)),
    readFileSync(join(here, 'compile_library.py')),
    readFileSync(join(here, 'slim-glue.mjs')),
    readFileSync(join(here, 'glue-tree.mjs')),
    readFileSync(join(here, 'make-memory.mjs')),
    readFileSync(join(here, 'memories.mjs')),
    readFileSync(join(here, 'starting.mjs')),
    ...madeOf(),
  );
  const manifest = readManifest(stamp) ?? (await makeImage(stamp, version));
  try {
    await addPackages(manifest);
    await addOurs(manifest);
  } finally {
    writeFileSync(join(out, 'image.json'), JSON.stringify(manifest, null, 2));
  }
}

await main();
