// The lock: one at a time, and nobody waits for the dead.
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { withLock } from './lock.mjs';

const home = mkdtempSync(join(tmpdir(), 'faultline-lock-'));
afterAll(() => rmSync(home, { recursive: true }));

it('lets one in at a time', async () => {
  let inside = 0;
  let most = 0;
  const visit = () =>
    withLock(join(home, 'deep', 'one'), async () => {
      inside += 1;
      most = Math.max(most, inside);
      await wait(20);
      inside -= 1;
    });
  await Promise.all([visit(), visit(), visit(), visit()]);
  expect(most).toBe(1);
});

it('is given back after a failure', async () => {
  const path = join(home, 'failed');
  await expect(withLock(path, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(existsSync(path)).toBe(false);
  expect(await withLock(path, () => Promise.resolve('in'))).toBe('in');
});

it.each([
  ['whose process is gone', '999999999 x', new Date()],
  ['that has said nothing for long, though its number is in use again', `${process.pid} x`, new Date(0)],
  ['of a machine that was switched off while it was written', '', new Date(0)],
])('is taken from a holder %s', async (_who, content, time) => {
  const path = join(home, 'dead');
  writeFileSync(path, content);
  utimesSync(path, time, time);
  expect(await withLock(path, () => Promise.resolve('in'))).toBe('in');
});
