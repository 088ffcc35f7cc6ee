/** Boots Pyodide from memory and runs programs on it. The only TypeScript that knows Pyodide. */
import type { PyodideInterface, loadPyodide } from 'pyodide';
import { reached } from '../../base/milestones.ts';
import { ENVIRONMENT, NOWHERE, OUR_ARCHIVE, PACKAGES } from '../boot/starting.mjs';
import type { PackageArchive, RehearsalPlan } from '../protocol.ts';
import type { Choice } from '../schedule.ts';
import { Carriers, hasStackInternals, suspending } from './carriers.ts';
import { Heartbeat } from './heartbeat.ts';
import { createMachine, type Machine, type Reports } from './machine.ts';
import { LateLibrary } from './late-library.ts';
import { limitMemory } from './memory-limit.ts';
import { addNative } from './native.ts';
import { rehearse } from './rehearsal.ts';
import type { Parts } from './parts.ts';
import { beginning, type Memory, preload } from './snapshot.ts';
import type { StopFlag } from './stop.ts';
import { liveInUtc } from './time-zone.ts';

export interface Interpreter {
  readonly python: string;
  readonly suspends: boolean;
  /** True once the program has been refused more memory. */
  memoryEnded(): boolean;
  /** Makes a package importable; to be called before `run`. */
  addPackage(archive: PackageArchive): void;
  /** Resolves when all of the standard library can be imported; until then a run may have to wait. */
  readonly whole: Promise<void>;
  /** Warms up what such a run needs; Python does not remember it. To be called when it is whole. */
  rehearse(plan: RehearsalPlan): void;
  /** Carries out a run request; both are JSON (`entry.run` in Python). Rejects when the interpreter dies. */
  run(request: string): Promise<string>;
  /** Answers the question that the run asks; ignored when it asks none. */
  choose(choice: Choice): void;
}

/** Where Pyodide puts the standard library; the paths in its compiled modules say the same (`compile_library.py`). */
const LIBRARY = '/lib/python314.zip';

type Python = ReturnType<PyodideInterface['pyimport']>;

/** Python that has started, with everything of ours within its reach. */
export interface Booted {
  readonly pyodide: PyodideInterface;
  /** null where it cannot suspend */
  readonly carriers: Carriers | null;
  readonly machine: Machine;
  /** `faultline.entry` */
  readonly entry: Python;
  /** Resolves when all of the standard library can be imported. Until then who imports of it is suspended. */
  readonly whole: Promise<void>;
  memoryEnded(): boolean;
}

/**
 * Starts Python with the parts of the image, as they come. Throws when it does not start, or when it is to suspend and
 * cannot do so reliably. Without a `heartbeat` no signal ever comes.
 */
export async function bootPython(
  parts: Parts,
  lock: string,
  suspends: boolean,
  stop: StopFlag,
  reports: Reports,
  memory: Memory,
  heartbeat: Heartbeat | null,
): Promise<Booted> {
  const limit = limitMemory();
  liveInUtc();
  importNoScript();
  const [loader, glue] = await Promise.all([
    parts.take('loader').then(importSource),
    parts.take('glue').then(importSource),
  ]);
  // All that a start needs of the library is in a memory. What programs import beside it may come last.
  const library = memory.kind === 'restore' ? new LateLibrary() : null;
  const { pyodide, exports } = await fromFiles(parts, loader, glue, lock, memory, suspends, library);
  reached('Python has started');
  await place(pyodide, OUR_ARCHIVE, parts.take('faultline'));
  preload(pyodide, OUR_ARCHIVE, memory);
  reached('ours is imported');
  const carriers = suspends ? createCarriers(pyodide) : null;
  addNative(exports, carriers && suspending(carriers.switchTo));
  const machine = createMachine(carriers, heartbeat, stop, reports, limit);
  pyodide.registerJsModule('_faultline_machine', machine);
  const entry: Python = pyodide.pyimport('faultline.entry');
  const signal: number = entry.prepare();
  if (signal > 0) heartbeat?.start(pyodide, signal);
  if (carriers !== null) await proveCarriers(carriers, entry);
  reached('Python has proved itself');
  const whole = library?.place(pyodide.FS, LIBRARY, parts.take('library')) ?? Promise.resolve();
  if (carriers === null) await whole;
  return { pyodide, carriers, machine, entry, whole, memoryEnded: () => limit.ended() };
}

/** Pyodide finds out what kind of worker this is by importing an empty script. Firefox reports that as forbidden. */
function importNoScript(): void {
  Reflect.defineProperty(globalThis, 'importScripts', { value: undefined, configurable: true });
}

/** Starts Python for one run; throws as `bootPython` does. */
export async function bootInterpreter(
  parts: Parts,
  lock: string,
  suspends: boolean,
  stop: StopFlag,
  reports: Reports,
  memory: Memory,
): Promise<Interpreter> {
  const booted = await bootPython(parts, lock, suspends, stop, reports, memory, new Heartbeat());
  const { pyodide, carriers, machine, entry } = booted;
  let hasPackages = false;
  return {
    python: versionOf(pyodide),
    suspends,
    whole: booted.whole,
    memoryEnded: () => booted.memoryEnded(),
    addPackage: ({ name, archive }) => {
      hasPackages = true;
      pyodide.FS.mkdirTree(PACKAGES);
      pyodide.FS.writeFile(`${PACKAGES}/${name}.zip`, new Uint8Array(archive));
      pyodide.pyimport('sys').path.append(`${PACKAGES}/${name}.zip`);
    },
    rehearse: (plan) => rehearse(pyodide, entry, plan),
    run: async (request) => {
      // What a package imports nobody knows beforehand.
      if (hasPackages) await booted.whole;
      const answer: unknown =
        carriers === null ? entry.run(request) : await carriers.call(entry.run, request);
      return String(answer);
    },
    choose: (choice) => machine.question.answer(choice),
  };
}

/** As people write it: 3.14.2. */
export const versionOf = (pyodide: PyodideInterface): string =>
  String(pyodide.pyimport('sys').version).split(' ')[0] ?? '';

function createCarriers(pyodide: PyodideInterface): Carriers {
  const internals: unknown = Reflect.get(pyodide, '_module');
  if (!hasStackInternals(internals)) throw new Error('this build of Pyodide lacks what carriers need');
  return new Carriers(internals);
}

/** A self-test of what rests on internals: suspends and switches carriers with the garbage collector at work. */
async function proveCarriers(carriers: Carriers, entry: Python): Promise<void> {
  const rounds = 20;
  for (const proof of [entry.prove, entry.prove_switches]) {
    const survived = await carriers.call(proof, rounds);
    if (survived !== rounds) throw new Error('Python cannot be suspended reliably in this browser');
  }
}

async function place(pyodide: PyodideInterface, path: string, part: Promise<ArrayBuffer>): Promise<void> {
  pyodide.FS.writeFile(path, new Uint8Array(await part), { canOwn: true });
}

/** Pyodide, with every file it would fetch handed to it. */
async function fromFiles(
  parts: Parts,
  loader: object,
  glue: object,
  lock: string,
  memory: Memory,
  suspends: boolean,
  late: LateLibrary | null,
): Promise<{ pyodide: PyodideInterface; exports: WebAssembly.Exports }> {
  const { options, made } = beginning(memory);
  const load: typeof loadPyodide = Reflect.get(loader, 'loadPyodide');
  let exports: WebAssembly.Exports = {};
  const library = late === null ? parts.take('library') : Promise.resolve(new ArrayBuffer());
  const making = async (imports: WebAssembly.Imports): Promise<WebAssembly.WebAssemblyInstantiatedSource> => {
    if (suspends) late?.watch(imports);
    const module = await parts.take('module');
    const instance = await WebAssembly.instantiate(module, imports);
    ({ exports } = instance);
    late?.use(exports);
    await made(instance);
    return { instance, module };
  };
  const restore = answerFromMemory(library, making);
  try {
    const pyodide = await load({
      indexURL: NOWHERE,
      packageBaseUrl: NOWHERE,
      stdLibURL: `${NOWHERE}library.zip`,
      lockFileContents: lock,
      createPyodideModule: Reflect.get(glue, 'default'),
      env: { ...ENVIRONMENT },
      // Event loops are CPython's on our scheduler. Pyodide's own would switch stacks, which ends in an error where that
      // cannot be done, and where it can would pass by the carriers.
      enableRunUntilComplete: false,
      ...options,
      stdout: () => {},
      stderr: () => {},
    });
    return { pyodide, exports };
  } finally {
    restore();
  }
}

/** A response of bytes that are there. One made of them would take them through a stream, which takes its time. */
function atHand(bytes: ArrayBuffer): Response {
  return Object.assign(new Response(), { arrayBuffer: async () => bytes });
}

async function importSource(source: ArrayBuffer): Promise<object> {
  const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  try {
    return await import(/* @vite-ignore */ url);
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Answers Pyodide's two requests, for the interpreter and for the library, from memory. Returns how to undo it. */
function answerFromMemory(
  library: Promise<ArrayBuffer>,
  making: (imports: WebAssembly.Imports) => Promise<WebAssembly.WebAssemblyInstantiatedSource>,
): () => void {
  const { fetch } = globalThis;
  const { instantiateStreaming } = WebAssembly;
  globalThis.fetch = async (input) => {
    const address = String(input instanceof Request ? input.url : input);
    if (address.endsWith('.zip')) return atHand(await library);
    if (address.endsWith('.wasm')) {
      return new Response(new Uint8Array(), { headers: { 'content-type': 'application/wasm' } });
    }
    throw new TypeError(`nothing is fetched here: ${address}`);
  };
  WebAssembly.instantiateStreaming = (_response, imports = {}) => making(imports);
  return () => {
    globalThis.fetch = fetch;
    WebAssembly.instantiateStreaming = instantiateStreaming;
  };
}
