// Prepares the Python image: Pyodide's files and a compiled standard library, gzipped, named by their content.
//
// `node src/runtime/boot/prepare.mjs` writes `.faultline/python/` and does nothing when it is already up to date.
// Parsing some 190 modules is two thirds of a plain Pyodide boot, so the library is shipped as `.pyc`. Pyodide
// itself compiles it, which makes the magic number right by construction.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../../..');
const out = join(root, '.faultline/python');
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

const hashOf = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 12);
};

const fromPyodide = (name) => readFileSync(join(dirname(require.resolve('pyodide/package.json')), name));

/** Compiles the sources in Pyodide's library archive; returns the bytes of a stored (not deflated) zip. */
async function compileLibrary() {
  const { loadPyodide } = await import('pyodide');
  const pyodide = await loadPyodide({ stdout: () => {} });
  pyodide.FS.writeFile('/tmp/library.zip', fromPyodide('python_stdlib.zip'));
  pyodide.FS.writeFile('/tmp/compile_library.py', readFileSync(join(here, 'compile_library.py')));
  pyodide.runPython("import sys; sys.path.insert(0, '/tmp')");
  const compile = pyodide.pyimport('compile_library').compile_library;
  compile('/tmp/library.zip', '/tmp/compiled.zip', pyodide.toPy(LEFT_OUT), pyodide.toPy(KEPT_SOURCES));
  return {
    archive: pyodide.FS.readFile('/tmp/compiled.zip'),
    python: pyodide.runPython('sys.version.split()[0]'),
  };
}

/** The lock file that Pyodide reads at boot, without its list of packages: nothing is ever installed. */
function emptyLock() {
  const lock = JSON.parse(fromPyodide('pyodide-lock.json').toString('utf8'));
  return { info: lock.info, packages: {} };
}

async function main() {
  const { version } = JSON.parse(fromPyodide('package.json').toString('utf8'));
  const stamp = hashOf(
    version,
    readFileSync(fileURLToPath(import.meta.url)),
    readFileSync(join(here, 'compile_library.py')),
  );
  const manifestPath = join(out, 'image.json');
  if (existsSync(manifestPath)) {
    const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));
    const whole = Object.values(manifest.files).every((file) => existsSync(join(out, file.name)));
    if (manifest.stamp === stamp && whole) return;
  }
  console.log(`Preparing the Python image (Pyodide ${version}) ...`);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });

  const { archive, python } = await compileLibrary();
  const contents = {
    loader: ['pyodide', fromPyodide('pyodide.mjs')],
    glue: ['pyodide-glue', fromPyodide('pyodide.asm.mjs')],
    wasm: ['python-wasm', fromPyodide('pyodide.asm.wasm')],
    library: ['python-library', archive],
  };
  const files = {};
  for (const [role, [stem, bytes]] of Object.entries(contents)) {
    const packed = gzipSync(bytes, { level: 9 });
    // `.bin`: no host has an opinion about it, so nobody unpacks or re-packs it on the way.
    const name = `${stem}-${hashOf(bytes)}.bin`;
    writeFileSync(join(out, name), packed);
    files[role] = { name, packed: packed.length, unpacked: bytes.length };
  }
  writeFileSync(
    manifestPath,
    JSON.stringify({ stamp, pyodide: version, python, lock: emptyLock(), files }, null, 2),
  );
  const total = Object.values(files).reduce((sum, file) => sum + file.packed, 0);
  console.log(`Python ${python}: ${(total / 1e6).toFixed(1)} MB to download once.`);
}

await main();
