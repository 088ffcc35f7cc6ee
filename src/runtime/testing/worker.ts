/** The worker of the Python tests: the product's interpreter, which runs modules of tests, or a program for one. */
import type { WorkerPart } from '../boot/image.ts';
import type { WorkerMessage, WorkerStart } from '../protocol.ts';
import { removeCapabilities } from '../worker/capabilities.ts';
import { type Booted, bootPython, versionOf } from '../worker/interpreter.ts';
import type { Carriers } from '../worker/carriers.ts';
import { Parts } from '../worker/parts.ts';
import { memoryOf, passesOn } from '../worker/starting.ts';
import { messageStop } from '../worker/stop.ts';
import type { Files, Order, Word } from './messages.ts';

/** Where files of the repository lie, by their paths there. */
const ROOT = '/home/faultline';
/** What Python imports of them. */
const IMPORTED = ['src/runtime/python', 'scripts/testing'];
/** What the tests report, they read themselves. */
const UNHEARD = { started() {}, batch() {}, searched() {}, asked() {} };

/** A program has no way to start this worker once more. */
const listening = new AbortController();

async function start(
  { lock, memory }: WorkerStart,
  parts: Parts,
  port: MessagePort,
  frame: MessagePort,
): Promise<void> {
  const post: (message: WorkerMessage | Word) => void = port.postMessage.bind(port);
  try {
    // Time is the tests' own, so that nothing may come at times of the machine's: no heartbeat.
    const from = memoryOf(memory, parts, frame);
    const booted = await bootPython(parts, lock, true, messageStop(), UNHEARD, from, null);
    await booted.whole;
    frame.close();
    listening.abort();
    removeCapabilities(globalThis);
    listen(port, booted, post);
    post({ kind: 'ready', abilities: { python: versionOf(booted.pyodide), suspends: true } });
  } catch (error) {
    if (!passesOn(memory, port, frame)) post({ kind: 'unfit', reason: String(error) });
  }
}

function listen(port: MessagePort, { pyodide, carriers }: Booted, post: (word: Word) => void): void {
  if (carriers === null) throw new Error('the tests need carriers');
  const outside = createOutside(carriers, post);
  pyodide.registerJsModule('_faultline_tests', outside);
  const place = (files: Files): void => {
    for (const [path, text] of Object.entries(files)) {
      const full = `${ROOT}/${path}`;
      pyodide.FS.mkdirTree(full.slice(0, full.lastIndexOf('/')));
      pyodide.FS.writeFile(full, text);
    }
    const { path } = pyodide.pyimport('sys');
    for (const folder of IMPORTED) path.append(`${ROOT}/${folder}`);
  };
  const carryOut = async (name: string, asked: string): Promise<void> => {
    try {
      const answer = await carriers.call(pyodide.pyimport('tests.on_image')[name], asked);
      post({ kind: 'ended', answer: String(answer) });
    } catch (error) {
      post({ kind: 'died', reason: String(error) });
    }
  };
  port.addEventListener('message', ({ data }: MessageEvent<Order>) => {
    switch (data.kind) {
      case 'files':
        place(data.files);
        break;
      case 'tests':
        void carryOut('run_tests', data.module);
        break;
      case 'program':
        void carryOut('run_program', data.request);
        break;
      case 'answer':
        outside.goOn(data.answer);
    }
  });
  port.start();
}

/** What `_faultline_tests` is when Python imports it. */
function createOutside(carriers: Carriers, post: (word: Word) => void) {
  let proceed: (() => void) | null = null;
  const program = {
    request: '',
    answer: '',
    ...carriers.suspension((resume) => {
      proceed = resume;
      post({ kind: 'program', request: program.request });
    }),
  };
  return {
    /** Suspends the test until the program has been run. Python sets the request before and reads the answer after. */
    program,
    began: (test: string): void => post({ kind: 'began', test }),
    goOn(answer: string): void {
      program.answer = answer;
      proceed?.();
    },
  };
}

const parts = new Parts();
globalThis.addEventListener(
  'message',
  ({ data, ports }: MessageEvent<WorkerStart | WorkerPart>) => {
    if (data.kind === 'part') {
      parts.put(data);
      return;
    }
    const [port, frame] = ports;
    if (port !== undefined && frame !== undefined) void start(data, parts, port, frame);
  },
  { signal: listening.signal },
);
