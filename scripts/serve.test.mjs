// The static server: what it sends for which address, and what it never gives away.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen } from './port.mjs';
import { createSite } from './serve.mjs';

const home = mkdtempSync(join(tmpdir(), 'faultline-serve-'));
/** @type {import('node:http').Server} */
let site;
/** @type {number} */
let port;

beforeAll(async () => {
  mkdirSync(join(home, 'dist', 'assets'), { recursive: true });
  mkdirSync(join(home, 'dist', 'python'));
  writeFileSync(join(home, 'secret.txt'), 'secret');
  writeFileSync(join(home, 'dist', 'index.html'), '<p>page');
  writeFileSync(join(home, 'dist', 'assets', 'app.mjs'), 'export {}');
  writeFileSync(join(home, 'dist', 'python', 'python.0123abcd.wasm'), 'wasm');
  writeFileSync(join(home, 'dist', 'python', 'library.0123abcd.zip.gz'), 'gz');
  site = createSite({ folder: join(home, 'dist'), base: '/sub/path/' });
  port = await listen(site, 0, '127.0.0.1');
});

afterAll(() => {
  site.close();
  rmSync(home, { recursive: true });
});

/**
 * Asks with the address exactly as written: `fetch` would tidy `..` away before it is sent.
 * @param {string} path
 * @param {{ method?: string, headers?: import('node:http').OutgoingHttpHeaders }} [how]
 * @returns {Promise<{ status: number | undefined, headers: import('node:http').IncomingHttpHeaders, body: string }>}
 */
function ask(path, { method = 'GET', headers = {} } = {}) {
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path, method, headers }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
    })
      .on('error', reject)
      .end();
  });
}

describe('files', () => {
  it('serves the page under the base, and only there', async () => {
    expect(await ask('/sub/path/')).toMatchObject({ status: 200, body: '<p>page' });
    expect(await ask('/sub/path/?x=1')).toMatchObject({ status: 200 });
    expect(await ask('/')).toMatchObject({ status: 404 });
    expect(await ask('/sub/path')).toMatchObject({ status: 301, headers: { location: '/sub/path/' } });
    expect(await ask('/sub/path/nothing.js')).toMatchObject({ status: 404 });
  });

  it.each([
    ['assets/app.mjs', 'text/javascript; charset=utf-8'],
    ['python/python.0123abcd.wasm', 'application/wasm'],
    ['python/library.0123abcd.zip.gz', 'application/octet-stream'],
    ['index.html', 'text/html; charset=utf-8'],
  ])('says what %s is', async (path, type) => {
    const { headers } = await ask(`/sub/path/${path}`);
    expect(headers['content-type']).toBe(type);
    expect(headers['content-encoding']).toBeUndefined();
  });

  it('lets a browser keep what carries a hash, and ask again for the rest', async () => {
    /** @param {string} path */
    const cache = async (path) => (await ask(`/sub/path/${path}`)).headers['cache-control'];
    expect(await cache('assets/app.mjs')).toContain('immutable');
    expect(await cache('python/python.0123abcd.wasm')).toContain('immutable');
    expect(await cache('index.html')).toBe('no-cache');
    const { headers } = await ask('/sub/path/index.html');
    const again = await ask('/sub/path/index.html', { headers: { 'If-None-Match': headers.etag } });
    expect(again).toMatchObject({ status: 304, body: '' });
  });

  it('answers HEAD without a body and refuses other methods', async () => {
    expect(await ask('/sub/path/', { method: 'HEAD' })).toMatchObject({
      status: 200,
      body: '',
      headers: { 'content-length': '7' },
    });
    expect(await ask('/sub/path/', { method: 'POST' })).toMatchObject({ status: 405 });
  });
});

describe('addresses that reach outside', () => {
  it.each([
    '/sub/path/../../secret.txt',
    '/sub/path/../secret.txt',
    '/sub/path/%2e%2e/secret.txt',
    '/sub/path/..%2fsecret.txt',
    '/sub/path/..%5csecret.txt',
    '/sub/path//secret.txt',
    '/sub/path/%00',
    '/sub/path/%',
  ])('gets nothing for %s', async (path) => {
    const { status, body } = await ask(path);
    expect([400, 404]).toContain(status);
    expect(body).not.toContain('secret\n');
    expect(body).not.toBe('secret');
  });
});
