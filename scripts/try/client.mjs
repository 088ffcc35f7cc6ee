// A terminal to run programs with: that of the background server, which is started when there is none, or one of its own.
import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findBrowser } from '../browser.mjs';
import { PlainError, ROOT } from '../command.mjs';
import { withLock } from '../lock.mjs';
import { isRecord } from '../outside.mjs';
import { receiveLines, sendLine } from './lines.mjs';
import { openBrowser, outputTo, progressTo } from './page.mjs';
import { readServerFile, SERVER_FILE } from './server-file.mjs';

const HOST = '127.0.0.1';
/** A server that has not answered by then is none; one that begins has longer, as a busy machine may take its time. */
const ANSWER_MS = 5000;
const START_MS = 30_000;
const POLL_MS = 20;

/**
 * @import { HarnessRun, HarnessSearch } from '../../src/harness/driven.ts'
 * @import { Kept } from '../../src/harness/measuring.ts'
 * @import { Lesson, SideName } from '../../src/lesson/schema.ts'
 * @import { Pace } from './call.mjs'
 * @import { OnOutput, OnProgress, Listener } from './page.mjs'
 */

/**
 * What is known of a run: without its events unless it was asked for `whole`.
 * @typedef {Omit<HarnessRun, 'events'> & Partial<Pick<HarnessRun, 'events'>>} Run
 */

/**
 * @typedef {object} Terminal
 * @property {boolean} suspends whether threads can be scheduled
 * @property {(request: object, onOutput: OnOutput | undefined, whole: boolean) => Promise<Run>} run
 * @property {(request: object, onProgress: OnProgress | undefined) => Promise<HarnessSearch>} search
 * @property {(lesson: Lesson, side: SideName, pace: Pace) => Promise<Kept>} measure
 * @property {() => void} stop presses Stop
 * @property {() => Promise<void>} close
 */

/**
 * @param {{ cold: boolean, stamp: string }} options `stamp` as from `makeReady`
 * @returns {Promise<Terminal>}
 */
export async function openTerminal({ cold, stamp }) {
  if (cold) return openCold();
  const socket = (await reach(stamp)) ?? (await withLock(`${SERVER_FILE}.lock`, () => reachOrStart(stamp)));
  if (socket !== null) return openWarm(socket);
  console.error('No server could be started to keep Python warm: this call does without one.');
  return openCold();
}

/**
 * Ends the server, once its calls are over.
 * @returns {Promise<boolean>} false when there is none
 */
export async function stopServer() {
  const entry = readServerFile();
  const connection = entry && (await handshake(entry));
  if (!connection) return false;
  sendLine(connection.socket, { order: 'leave' });
  await new Promise((resolve) => connection.socket.once('close', resolve));
  return true;
}

/**
 * In a browser of its own, which `close` ends. `python` says which version runs.
 * @returns {Promise<Terminal & { python: string }>}
 */
export async function openCold() {
  const browser = await openBrowser();
  try {
    const page = await browser.open();
    return {
      suspends: page.suspends,
      python: page.python,
      run: (...call) => read(page.run(...call)),
      search: (...call) => read(page.search(...call)),
      measure: (...call) => read(page.measure(...call)),
      stop: () => void page.stop(),
      close: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/**
 * @param {Connection} connection
 * @returns {Promise<Terminal>} over a connection to the server
 */
async function openWarm({ socket, handleWith }) {
  /** @type {Listener | undefined} */
  let listener;
  /** @type {{ resolve: (json: string) => void, reject: (error: Error) => void } | undefined} */
  let settle;
  handleWith(({ kind, values, json, plain, words }) => {
    if (kind === 'report' && Array.isArray(values)) listener?.(values);
    else if (kind === 'answer') settle?.resolve(String(json));
    else if (kind === 'failed')
      settle?.reject(plain ? new PlainError(String(words)) : new Error(String(words)));
  });
  /**
   * @param {Record<string, unknown>} order what is to be done, and what belongs to it
   * @param {Listener} [onReport]
   * @returns {Promise<string>} the answer, as JSON
   */
  const ask = (order, onReport) =>
    new Promise((resolve, reject) => {
      listener = onReport;
      settle = { resolve, reject };
      if (socket.destroyed) reject(lost());
      socket.once('close', () => reject(lost()));
      sendLine(socket, { ...order, follow: onReport !== undefined });
    });
  /** @type {boolean} */
  let suspends;
  try {
    ({ suspends } = await read(ask({ order: 'open' })));
  } catch (error) {
    // An open connection would keep this process from its end.
    socket.destroy();
    throw error;
  }
  return {
    suspends,
    run: (request, onOutput, whole) => read(ask({ order: 'run', request, whole }, outputTo(onOutput))),
    search: (request, onProgress) => read(ask({ order: 'search', request }, progressTo(onProgress))),
    measure: (lesson, side, pace) => read(ask({ order: 'measure', lesson, side, pace })),
    stop: () => sendLine(socket, { order: 'stop' }),
    async close() {
      socket.end();
      socket.unref();
    },
  };
}

/**
 * What the page answers.
 * @param {Promise<string>} json
 */
const read = async (json) => JSON.parse(await json);

const lost = () =>
  new PlainError('The server that keeps Python warm has ended. Call again, or with --cold to do without it.');

/**
 * A connection to the server of this stamp; null where there is none. A server of another stamp is sent away.
 * @param {string} stamp
 */
async function reach(stamp) {
  const entry = readServerFile();
  const connection = entry && (await handshake(entry));
  if (!connection) return null;
  if (connection.stamp === stamp) return connection;
  sendLine(connection.socket, { order: 'leave' });
  return null;
}

/** @param {string} stamp */
async function reachOrStart(stamp) {
  // Another call may have started it while this one waited.
  const there = await reach(stamp);
  if (there !== null) return there;
  const program = join(ROOT, 'scripts', 'try', 'server.mjs');
  // Here, where it can be said that one is fetched, or that there is none.
  const browser = await findBrowser();
  // A session of its own: Ctrl+C in this terminal is not meant for it.
  const child = spawn(process.execPath, [program, stamp], {
    cwd: ROOT,
    env: { ...process.env, FAULTLINE_BROWSER: browser },
    detached: true,
    stdio: 'ignore',
    windowsHide: true,
  });
  const gone = new AbortController();
  child.on('error', () => gone.abort()).on('exit', () => gone.abort());
  child.unref();
  for (const end = Date.now() + START_MS; Date.now() < end && !gone.signal.aborted; await wait(POLL_MS)) {
    const entry = readServerFile();
    if (entry !== null && entry.pid === child.pid) return handshake(entry, START_MS);
  }
  return null;
}

/**
 * @typedef {(message: Record<string, unknown>) => void} MessageHandler
 * @typedef {{ socket: import('node:net').Socket, stamp: unknown, handleWith: (handler: MessageHandler) => void }} Connection
 */

/**
 * Says who calls. The port may be another program's by now: only the right answer is believed.
 * @param {import('./server-file.mjs').Entry} entry
 * @param {number} [patience]
 * @returns {Promise<Connection | null>}
 */
function handshake({ port, token }, patience = ANSWER_MS) {
  return new Promise((resolve) => {
    const socket = connect(port, HOST);
    /** @param {Connection | null} found */
    const give = (found) => {
      clearTimeout(deadline);
      if (found === null) socket.destroy();
      resolve(found);
    };
    const deadline = setTimeout(() => give(null), patience);
    /** @type {MessageHandler} */
    let handler = ({ kind, stamp }) => give(kind === 'welcome' ? { socket, stamp, handleWith } : null);
    /** @param {MessageHandler} next */
    const handleWith = (next) => {
      handler = next;
    };
    const allow = receiveLines(socket, (message) => handler(isRecord(message) ? message : {}));
    allow(Number.POSITIVE_INFINITY);
    socket.on('connect', () => sendLine(socket, { token }));
    socket.on('error', () => give(null));
    socket.on('close', () => give(null));
  });
}
