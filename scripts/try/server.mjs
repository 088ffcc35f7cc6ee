// The background server of `npm run try`: keeps a browser with warm Python, and ends by itself when nobody calls.
//
// Started by client.mjs as `node server.mjs STAMP`. It listens on this machine alone and answers only who knows the
// token in its file. A connection has a page for itself for as long as it lasts.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:net';
import { PlainError } from '../command.mjs';
import { listen } from '../port.mjs';
import { hearLines, sayLine } from './lines.mjs';
import { pagesOf } from './pages.mjs';
import { readServerFile, removeServerFile, writeServerFile } from './server-file.mjs';

const HOST = '127.0.0.1';
/** Nobody has called for so long: the server ends. */
const IDLE_MS = Number(process.env.FAULTLINE_SERVER_IDLE_SECONDS ?? 600) * 1000;
/** It looks this often whether its file is still its own. */
const LOOK_MS = 2000;
/** A caller that has not said who it is by then is none. */
const WHO_MS = 5000;
/** No program is longer. */
const LONGEST_CALL = 200_000_000;

const [stamp = ''] = process.argv.slice(2);
const token = randomBytes(32).toString('hex');
const pages = pagesOf();
const callers = new Set();
let leaving = false;
let calledAt = Date.now();

const server = createServer(answer);
const port = await listen(server, 0, HOST);
writeServerFile({ pid: process.pid, port, token, stamp });
setInterval(look, Math.min(LOOK_MS, IDLE_MS));
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => void end());
pages.onGone(() => void end());

/** Its place was taken, its folder was removed, or nobody has called: it goes when the last call is over. */
function look() {
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

function answer(socket) {
  let known = false;
  let page = null;
  let busy = false;
  const deadline = setTimeout(() => socket.destroy(), WHO_MS);
  const allow = hearLines(socket, (message) => void hear(message).catch(fail));
  socket.on('error', () => {});
  socket.on('close', () => {
    clearTimeout(deadline);
    callers.delete(socket);
    // Whoever called has gone, and with it the wish to know: what still runs is stopped.
    if (busy) void page?.stop();
    else giveBack();
    look();
  });

  async function hear(message) {
    if (!known) {
      if (!isToken(message?.token)) {
        socket.destroy();
        return;
      }
      known = true;
      clearTimeout(deadline);
      allow(LONGEST_CALL);
      callers.add(socket);
      sayLine(socket, { kind: 'welcome', stamp });
    } else if (message.order === 'leave') {
      leaving = true;
      removeServerFile({ token });
      socket.end();
    } else if (message.order === 'stop') await page?.stop();
    else if (message.order === 'open') await open();
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
    else sayLine(socket, { kind: 'answer', json: JSON.stringify({ suspends: page.suspends }) });
  }

  async function work(message) {
    busy = true;
    try {
      const json = await workOf(page, message, socket);
      sayLine(socket, { kind: 'answer', json });
    } finally {
      busy = false;
      if (socket.destroyed) giveBack();
    }
  }

  function fail(error) {
    const plain = error instanceof PlainError;
    sayLine(socket, { kind: 'failed', plain, words: plain ? error.message : String(error.stack) });
  }

  function giveBack() {
    if (page !== null) pages.give(page);
    page = null;
  }
}

/** What an order comes to, as JSON. */
function workOf(page, message, socket) {
  const tell = (...heard) => sayLine(socket, { kind: 'heard', heard });
  const hear = message.follow ? tell : undefined;
  switch (message.order) {
    case 'run':
      return page.run(message.request, hear, message.whole);
    case 'search':
      return page.search(message.request, hear);
    case 'measure':
      return page.measure(message.lesson, message.side, message.pace);
    default:
      throw new PlainError(`The server knows no order "${message.order}".`);
  }
}

function isToken(said) {
  if (typeof said !== 'string' || said.length !== token.length) return false;
  return timingSafeEqual(Buffer.from(said), Buffer.from(token));
}
