// The host of slow visits: it keeps to its line, compresses text, and counts by path what it has sent.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveSlowly } from './host.mjs';

const BYTES = 60_000;
const folder = mkdtempSync(join(tmpdir(), 'faultline-host-'));
const packed = randomBytes(BYTES);
/** @type {Awaited<ReturnType<typeof serveSlowly>>} */
let host;

beforeAll(async () => {
  writeFileSync(join(folder, 'python.bin'), packed);
  writeFileSync(join(folder, 'index.html'), '<p>text</p>'.repeat(1000));
  host = await serveSlowly(folder, { bytesPerSecond: 200_000, delay: 0 });
});
afterAll(() => {
  host.close();
  rmSync(folder, { recursive: true });
});

it('sends no more than the line takes, and all of it', async () => {
  const began = performance.now();
  const response = await fetch(`${host.address}python.bin`);
  expect(Buffer.from(await response.arrayBuffer()).equals(packed)).toBe(true);
  // A tenth of a second may come at once.
  expect(performance.now() - began).toBeGreaterThan(150);
  expect(host.sent((path) => path === '/python.bin')).toBe(BYTES);
});

it('compresses text', async () => {
  const response = await fetch(`${host.address}?at=1`);
  expect(await response.text()).toBe('<p>text</p>'.repeat(1000));
  const sent = host.sent((path) => path === '/');
  expect(sent).toBeGreaterThan(0);
  expect(sent).toBeLessThan(1000);
  expect(host.sent()).toBe(BYTES + sent);
});

it('has nothing outside its folder', async () => {
  const { status } = await fetch(`${host.address}..%2F..%2Fetc`);
  expect(status).toBe(404);
});
