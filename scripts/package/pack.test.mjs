// The zip for disks and sticks: what is in it, and that both of its servers serve it.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pack } from './pack.mjs';

const home = mkdtempSync(join(tmpdir(), 'faultline-package-'));
const PAGE = { 'index.html': '<p>page', 'assets/app.js': 'export {}', 'python/tea-0123abcd.bin': 'tea' };
const PYTHON = ['python3', 'python'].find((name) => spawnSync(name, ['--version']).status === 0);

/** @type {(path: string, content: string | Uint8Array) => void} */
const write = (path, content) => {
  mkdirSync(dirname(join(home, path)), { recursive: true });
  writeFileSync(join(home, path), content);
};

beforeAll(async () => {
  for (const [path, text] of Object.entries(PAGE)) write(`dist/${path}`, text);
  const files = unzipSync(await pack(join(home, 'dist')));
  for (const [path, bytes] of Object.entries(files)) if (!path.endsWith('/')) write(path, bytes);
});
afterAll(() => rmSync(home, { recursive: true }));

const servers = [
  { what: 'Node', program: process.execPath, file: 'start.mjs', absent: false },
  { what: 'Python', program: PYTHON ?? '', file: 'start.py', absent: PYTHON === undefined },
];

for (const { what, program, file, absent } of servers) {
  test.skipIf(absent)(`the server for ${what} serves the page, and nothing beside it`, async () => {
    const server = spawn(program, [join(home, 'faultline', file), '--port', '0']);
    const [words] = await once(server.stdout, 'data');
    const address = /http:\S+/.exec(String(words))?.[0] ?? '';
    const page = await fetch(address);
    expect([page.headers.get('content-type'), await page.text()]).toEqual([
      expect.stringContaining('text/html'),
      '<p>page',
    ]);
    const script = await fetch(`${address}assets/app.js`);
    expect(script.headers.get('content-type')).toContain('text/javascript');
    const packed = await fetch(`${address}python/tea-0123abcd.bin`);
    expect(await packed.text()).toBe('tea');
    for (const path of ['..%2fREADME.txt', 'start.py', 'none']) {
      expect((await fetch(address + path)).status).toBe(404);
    }
    server.kill();
    await once(server, 'close');
  });
}
