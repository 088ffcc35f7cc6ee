// The background server of `npm run try`: keeps a browser with warm Python, and ends by itself when nobody calls.
//
// Started by client.mjs as `node server.mjs STAMP`. It listens on this machine alone and answers only who knows the
// token in its file. A connection has a page for itself for as long as it lasts.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:net';
import { PlainError } from '../command.mjs';
import { isRecord } from '../outside.mjs';
import { listen } from '../port.mjs';
import { receiveLines, sendLine } from './lines.mjs';
import { pagesOf } from './pages.mjs';
import { readServerFile, removeServerFile, writeServerFile } from './server-file.mjs';

/**
 * @import { Socket } from 'node:net'
 * @import { Lesson } from '../../src/lesson/schema.ts'
 * @import { Page } from './page.mjs'
 * @typedef {Record<string, unknown>} Order what a caller says, as client.mjs writes it
 */

const HOST = '127.0.0.1';
/** Nobody has called for so long: the server ends. */
const IDLE_MS = Number(process.env['FAULTLINE_SERVER_IDLE_SECONDS'] ?? 600) * 1000;
/** It looks this often whether its file is still its own. */
const POLL_MS = 2000;
/** A caller that has not said who it is by then is none. */
const WHO_MS = 5000;
/** No program is longer. */
const LONGEST_CALL = 200_000_000;

const [stamp = ''] = process.argv.slice(2);
const token = randomBytes(32).toString('hex');
const pages = pagesOf();
/** @type {Set<Socket>} */
const callers = new Set();
let leaving = false;
let calledAt = Date.now();

const server = createServer(answer);
const port = await listen(server, 0, HOST);
writeServerFile({ pid: process.pid, port, token, stamp });
setInterval(endIfIdle, Math.min(POLL_MS, IDLE_MS));
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => void end());
pages.onGone(() => void end());

/** Its place was taken, its folder was removed, or nobody has called: it goes when the last call is over. */
function endIfIdle() {
  if (readServerFile()?.token !== token) leaving = true;
  if (callers.size > 0) calledAt = Date.now();
  else if (leaving || Date.now() - calledAt >= IDLE_MS) void end();
}

async function end() {
  removeServerFile({ token });
  server.close();
  for (const caller of callers) caller.destroy();
  await pages.close();
  process.exit();
}

/** @param {Socket} socket */
function answer(socket) {
  let known = false;
  /** @type {Page | null} */
  let page = null;
  let busy = false;
  const deadline = setTimeout(() => socket.destroy(), WHO_MS);
  const allow = receiveLines(socket, (message) => void receive(isRecord(message) ? message : {}).catch(fail));
  socket.on('error', () => {});
  socket.on('close', () => {
    clearTimeout(deadline);
    callers.delete(socket);
    // Whoever called has gone, and with it the wish to know: what still runs is stopped.
    if (busy) void page?.stop();
    else giveBack();
    endIfIdle();
  });

  /** @param {Order} message */
  async function receive(message) {
    if (!known) {
      if (!isToken(message['token'])) {
        socket.destroy();
        return;
      }
      known = true;
      clearTimeout(deadline);
      allow(LONGEST_CALL);
      callers.add(socket);
      sendLine(socket, { kind: 'welcome', stamp });
    } else if (message['order'] === 'leave') {
      leaving = true;
      removeServerFile({ token });
      socket.end();
    } else if (message['order'] === 'stop') await page?.stop();
    else if (message['order'] === 'open') await open();
    else await work(message);
  }

  async function open() {
    try {
      page = await pages.take();
    } catch (error) {
      // What did not start once will not start for the next call either.
      leaving = true;
      throw error;
    }
    if (socket.destroyed) giveBack();
    else sendLine(socket, { kind: 'answer', json: JSON.stringify({ suspends: page.suspends }) });
  }

  /** @param {Order} message */
  async function work(message) {
    busy = true;
    try {
      if (page === null) throw new Error('The page was not opened.');
      const json = await workOf(page, message, socket);
      sendLine(socket, { kind: 'answer', json });
    } finally {
      busy = false;
      if (socket.destroyed) giveBack();
    }
  }

  /** @param {unknown} error */
  function fail(error) {
    const plain = error instanceof PlainError;
    const words = plain ? error.message : String(error instanceof Error ? error.stack : error);
    sendLine(socket, { kind: 'failed', plain, words });
  }

  function giveBack() {
    if (page !== null) pages.give(page);
    page = null;
  }
}

/**
 * What an order comes to, as JSON.
 * @param {Page} page
 * @param {Order} message
 * @param {Socket} socket
 * @returns {Promise<string>}
 */
function workOf(page, message, socket) {
  /** @param {unknown[]} values */
  const forward = (...values) => sendLine(socket, { kind: 'report', values });
  const { order, request, follow, whole } = message;
  const listener = follow ? forward : undefined;
  switch (order) {
    case 'run':
      return page.run(request, listener, whole !== false);
    case 'search':
      return page.search(request, listener);
    case 'measure': {
      const { lesson, side, pace } = message;
      if (!isLesson(lesson)) throw new PlainError('The server was given no lesson to measure.');
      return page.measure(lesson, side === 'fixed' ? 'fixed' : 'broken', pace === 'fast' ? 'fast' : 'real');
    }
    default:
      throw new PlainError(`The server knows no order "${String(order)}".`);
  }
}

/**
 * Not looked at closely: who knows the token is a script of ours, which has read the lesson.
 * @param {unknown} value
 * @returns {value is Lesson}
 */
function isLesson(value) {
  return isRecord(value) && typeof value['id'] === 'string' && Array.isArray(value['measures']);
}

/** @param {unknown} value */
function isToken(value) {
  if (typeof value !== 'string' || value.length !== token.length) return false;
  return timingSafeEqual(Buffer.from(value), Buffer.from(token));
}
