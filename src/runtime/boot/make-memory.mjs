// Makes the snapshot of Python's memory that workers begin with, with our Python parked: `node make-memory.mjs order`,
// see `Order`. It is a process of its own, because it makes Node look like a browser's worker, in which nothing is by
// chance.
//
// Only what differs from the memory that the interpreter brings along is in it, block by block. A second snapshot has
// packages imported as well; it is what differs from the first one.
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { ENVIRONMENT, NOWHERE, OUR_ARCHIVE, PACKAGES } from './starting.mjs';

/** @typedef {import('pyodide').PyodideInterface} Pyodide */
/** @typedef {{ HEAPU8: Uint8Array, HEAPU32: Uint32Array, _malloc(bytes: number): number, _free(at: number): void, _emscripten_get_sbrk_ptr(): number }} Internals */

/** Memory is compared in blocks of so many bytes. */
const BLOCK = 256;
/** How large pieces of unused memory are asked for, to be wiped. */
const PIECES = [1 << 20, 1 << 16, 1 << 14, 4096, 1024, 512, 256, 128, 64, 32, 16];
/** So much below the end of the memory in use is left alone: to reach it would make it larger. */
const MARGIN = 100_000;

/** Suspends nothing. @param {Function} called */
function Suspending(called) {
  return called;
}

/** @param {Function} called @returns {(...given: unknown[]) => Promise<unknown>} */
const promising =
  (called) =>
  async (...given) =>
    called(...given);

/** Has Pyodide take this process for a worker of a browser that can suspend. Python notes only that, not how. */
function lookLikeWorker() {
  process.env['TZ'] = 'UTC';
  const own = {
    self: globalThis,
    location: new URL(NOWHERE),
    WorkerGlobalScope: Object.defineProperty(() => {}, Symbol.hasInstance, { value: () => true }),
  };
  Object.assign(globalThis, own);
  Object.assign(process, { browser: true, type: 'renderer' });
  Object.assign(WebAssembly, {
    Suspending,
    promising,
  });
}

/** The same sources make the same snapshot: time stands still, and chance has no say. */
function withoutChance() {
  Date.now = () => 0;
  performance.now = () => 0;
  crypto.getRandomValues = (array) => array;
}

/**
 * Answers Pyodide's requests from memory. What is given back holds, once Python has started, its memory at the beginning.
 * @param {Buffer} wasm
 * @param {Buffer} library
 */
function answerFrom(wasm, library) {
  const module = new WebAssembly.Module(new Uint8Array(wasm));
  const brought = { memory: new Uint8Array() };
  globalThis.fetch = async (asked) =>
    new Request(asked).url.endsWith('.wasm')
      ? new Response(new Uint8Array(), { headers: { 'content-type': 'application/wasm' } })
      : new Response(new Uint8Array(library));
  WebAssembly.instantiateStreaming = async (_response, imports) => {
    const instance = await WebAssembly.instantiate(module, imports);
    const { memory } = instance.exports;
    if (!(memory instanceof WebAssembly.Memory)) throw new Error("Pyodide's memory is elsewhere");
    brought.memory = new Uint8Array(memory.buffer).slice();
    return { instance, module };
  };
  return brought;
}

/** @param {Buffer} source */
const moduleOf = (source) => import(`data:text/javascript;base64,${source.toString('base64')}`);

/** Fills with zeros what Python has given back, which would only be carried along. @param {Internals} internals */
function wipeUnused(internals) {
  const end = (internals.HEAPU32[internals._emscripten_get_sbrk_ptr() >> 2] ?? 0) - MARGIN;
  const held = [];
  for (const size of PIECES) {
    for (;;) {
      const at = internals._malloc(size);
      held.push(at);
      if (at === 0 || at + size > end) break;
      internals.HEAPU8.fill(0, at, at + size);
    }
  }
  for (const at of held) internals._free(at);
}

/**
 * The snapshot as `worker/sparse-bytes.ts` reads it: its length, how much of the beginning is the interpreter's own, how
 * many parts; of each where it is and how long; then all their bytes.
 * @param {{ bytes: Uint8Array, head: number }} snapshot a head of Pyodide's, and the memory
 * @param {Uint8Array} brought the memory that is there already
 */
function packed({ bytes: snapshot, head }, brought) {
  /** @type {[at: number, end: number][]} */
  const parts = [[0, head]];
  for (let at = head; at < snapshot.length; at += BLOCK) {
    const end = Math.min(at + BLOCK, snapshot.length);
    if (isSame(snapshot, brought, at, end, head)) continue;
    const last = parts.at(-1);
    if (last !== undefined && last[1] === at && at > head) last[1] = end;
    else parts.push([at, end]);
  }
  const own = brought.findLastIndex((byte) => byte !== 0) + 1;
  const index = [snapshot.length, own, parts.length, ...parts.flatMap(([at, end]) => [at, end - at])];
  return Buffer.concat([
    new Uint8Array(new Uint32Array(index).buffer),
    ...parts.map(([at, end]) => snapshot.subarray(at, end)),
  ]);
}

/** @type {(snapshot: Uint8Array, brought: Uint8Array, from: number, end: number, head: number) => boolean} */
function isSame(snapshot, brought, from, end, head) {
  for (let at = from; at < end; at += 1) if (snapshot[at] !== (brought[at - head] ?? 0)) return false;
  return true;
}

/** Where a snapshot says, in words of four bytes, how long its head is. */
const HEAD_LENGTH = 1;

/** @param {Pyodide} pyodide */
function snapshotOf(pyodide) {
  const bytes = new Uint8Array(pyodide.makeMemorySnapshot());
  const [, head = 0] = new Uint32Array(bytes.buffer, bytes.byteOffset, HEAD_LENGTH + 1);
  return { bytes, head };
}

/**
 * What this is asked for, as JSON in a file: gzipped files, and where each memory is to be written to.
 * @typedef {object} Order
 * @property {string} lock
 * @property {Record<'loader' | 'glue' | 'wasm' | 'library' | 'faultline', string>} files
 * @property {string} target
 * @property {{ archives: Record<string, string>, modules: readonly string[], target: string } | null} parked by the
 *   names of packages their archives, and what is imported of them
 */
/** @type {Order} */
const order = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
/** @param {string} file */
const unzipped = (file) => gunzipSync(readFileSync(file));

lookLikeWorker();
withoutChance();
const brought = answerFrom(unzipped(order.files.wasm), unzipped(order.files.library));
const { loadPyodide } = await moduleOf(unzipped(order.files.loader));
/** @type {Pyodide} */
const pyodide = await loadPyodide({
  indexURL: NOWHERE,
  packageBaseUrl: NOWHERE,
  stdLibURL: `${NOWHERE}library.zip`,
  // It installs nothing itself.
  lockFileContents: order.lock,
  createPyodideModule: (await moduleOf(unzipped(order.files.glue))).default,
  env: { ...ENVIRONMENT },
  enableRunUntilComplete: false,
  _makeSnapshot: true,
  stdout: () => {},
  stderr: () => {},
});
pyodide.FS.writeFile(OUR_ARCHIVE, new Uint8Array(unzipped(order.files.faultline)));
pyodide.pyimport('sys').path.append(OUR_ARCHIVE);
const early = pyodide.pyimport('faultline.preload');
early.settle();
wipeUnused(Reflect.get(pyodide, '_module'));
const plain = snapshotOf(pyodide);
writeFileSync(order.target, packed(plain, brought.memory));
if (order.parked !== null) {
  const { archives, modules, target } = order.parked;
  pyodide.FS.mkdirTree(PACKAGES);
  const paths = Object.entries(archives).map(([name, file]) => {
    const path = `${PACKAGES}/${name}.zip`;
    pyodide.FS.writeFile(path, new Uint8Array(unzipped(file)));
    return path;
  });
  early.park(pyodide.toPy(paths), pyodide.toPy(modules));
  early.settle();
  wipeUnused(Reflect.get(pyodide, '_module'));
  writeFileSync(target, packed(snapshotOf(pyodide), plain.bytes.subarray(plain.head)));
}
process.exit(0);
