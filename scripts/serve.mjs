// A small static file server for dist/: what any plain web host does, and no special headers.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { pipeline } from 'node:stream';
import { basename, extname, join, resolve, sep } from 'node:path';

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 */

/**
 * Everything else, the packed Python image (`.bin`) with it, travels as bytes, as it lies on the disk.
 * @type {Readonly<Record<string, string>>}
 */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.py': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.zip': 'application/zip',
};

/**
 * What a file is served as, by the end of its name.
 * @param {string} file
 */
export function contentTypeOf(file) {
  return TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
}

/** A file whose name holds a hash of its contents never changes. */
const HASHED = /[.-][0-9a-f]{8,}\./;

/**
 * @param {{ folder: string, base: string }} site the folder to serve and the path it is served under; `base` begins
 *   and ends with a slash
 * @returns {import('node:http').Server} not yet listening
 */
export function createSite({ folder, base }) {
  const root = resolve(folder);
  return createServer((request, response) => {
    answer(root, base, request, response).catch(() =>
      refuse(response, 500, 'The server could not read the file.'),
    );
  });
}

/**
 * @param {string} root
 * @param {string} base
 * @param {Request} request
 * @param {Response} response
 */
async function answer(root, base, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return refuse(response, 405, 'Only GET and HEAD are answered here.');
  }
  const path = pathOf(request.url);
  if (path === null) return refuse(response, 400, 'This address is not well formed.');
  if (`${path}/` === base) {
    response.writeHead(301, { Location: base }).end();
    return;
  }
  if (!path.startsWith(base)) return refuse(response, 404, `Nothing here. The page is at ${base}`);

  const inside = path.slice(base.length);
  const file = resolve(root, inside === '' || inside.endsWith('/') ? join(inside, 'index.html') : inside);
  const found = file.startsWith(root + sep) ? await stat(file).catch(() => null) : null;
  if (!found?.isFile()) return refuse(response, 404, 'No such file.');
  send(request, response, file, inside, found);
}

/** The decoded path of a request, or null when it cannot be decoded or holds what no file name may hold. */
function pathOf(url = '/') {
  try {
    const path = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '/');
    return path.includes('\0') || path.includes('\\') ? null : path;
  } catch {
    return null;
  }
}

/**
 * @param {Request} request
 * @param {Response} response
 * @param {string} file
 * @param {string} inside its path below the base
 * @param {import('node:fs').Stats} found
 */
function send(request, response, file, inside, { size, mtimeMs }) {
  const lasting = inside.startsWith('assets/') || HASHED.test(basename(file));
  const tag = `"${size.toString(36)}-${Math.trunc(mtimeMs).toString(36)}"`;
  response.setHeader('Cache-Control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.setHeader('ETag', tag);
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304).end();
    return;
  }
  response.writeHead(200, {
    'Content-Type': contentTypeOf(file),
    'Content-Length': size,
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  // Closes both ends when either fails: a browser may leave in the middle of a download.
  pipeline(createReadStream(file), response, () => {});
}

/**
 * @param {Response} response
 * @param {number} status
 * @param {string} words
 */
function refuse(response, status, words) {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(`${words}\n`);
}
