// A host as the page has one on the web: it compresses what is text, counts what it sends, and is no faster than it is told to be.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { listen } from '../scripts/port.mjs';
import { contentTypeOf } from '../scripts/serve.mjs';

/** What hosts compress; WebAssembly too. */
const TEXT = /^text\/|json|svg|wasm/;
/** Bytes go out in pieces of about a packet's size, so that files that come together share the line. */
const PIECE = 1460;
const TICK_MS = 5;

/**
 * Serves a folder. All connections together get so many bytes a second, whoever asks: the page, its frames or its workers.
 * @param {string} folder
 * @param {{ bytesPerSecond: number, delay: number }} line `delay` milliseconds until an answer begins
 * @returns `sent(counts)` says how many bytes have gone out, as compressed, of the paths that count; of all without
 */
export async function serveSlowly(folder, { bytesPerSecond, delay }) {
  /** @type {Map<string, Buffer>} */
  const compressed = new Map();
  /** @type {{ path: string, left: Buffer, response: import('node:http').ServerResponse }[]} */
  let queue = [];
  /** @type {Map<string, number>} */
  const sent = new Map();
  let allowance = 0;
  let last = performance.now();
  // In turns, a piece each.
  const timer = setInterval(() => {
    const now = performance.now();
    allowance = Math.min(allowance + ((now - last) * bytesPerSecond) / 1000, bytesPerSecond / 10);
    last = now;
    while (allowance > 0) {
      const next = queue.shift();
      if (next === undefined) break;
      const { path, response, left } = next;
      if (response.destroyed) continue;
      const piece = left.subarray(0, PIECE);
      allowance -= piece.length;
      sent.set(path, (sent.get(path) ?? 0) + piece.length);
      response.write(piece);
      if (left.length > PIECE) queue.push({ path, response, left: left.subarray(PIECE) });
      else response.end();
    }
  }, TICK_MS);
  const server = createServer((request, response) => {
    const [path = '/'] = (request.url ?? '/').split(/[?#]/);
    const name = normalize(path).replace(/\/$/, '/index.html');
    const type = contentTypeOf(name);
    /** @type {Buffer} */
    let body;
    try {
      body = compressed.get(name) ?? readFileSync(join(folder, name));
    } catch {
      response.writeHead(404).end();
      return;
    }
    const isText = TEXT.test(type);
    if (isText && !compressed.has(name)) compressed.set(name, (body = gzipSync(body)));
    response.writeHead(200, {
      'content-type': type,
      'content-length': body.length,
      'cache-control': 'max-age=3600',
      ...(isText ? { 'content-encoding': 'gzip' } : {}),
    });
    response.flushHeaders();
    setTimeout(() => queue.push({ path, response, left: body }), delay);
  });
  const port = await listen(server, 0, '127.0.0.1');
  return {
    address: `http://127.0.0.1:${port}/`,
    sent: (counts = (/** @type {string} */ _path) => true) =>
      [...sent].reduce((sum, [path, bytes]) => sum + (counts(path) ? bytes : 0), 0),
    close() {
      clearInterval(timer);
      queue = [];
      server.closeAllConnections();
      server.close();
    },
  };
}
