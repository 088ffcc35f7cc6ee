// The server's file: private, whole, and not believed when it cannot be meant.
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readServerFile, removeServerFile, writeServerFile } from './server-file.mjs';

const home = mkdtempSync(join(tmpdir(), 'faultline-server-file-'));
afterAll(() => rmSync(home, { recursive: true }));
const path = join(home, 'deep', 'server.json');
const entry = { pid: 12, port: 3456, token: 'secret', stamp: 'abc' };

it('is read as it was written, by this user alone', () => {
  writeServerFile(entry, path);
  expect(readServerFile(path)).toEqual(entry);
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
});

it('is removed by the server whose it is', () => {
  writeServerFile(entry, path);
  removeServerFile({ token: 'another' }, path);
  expect(readServerFile(path)).toEqual(entry);
  removeServerFile(entry, path);
  expect(readServerFile(path)).toBeNull();
});

it.each([
  '',
  '{',
  'null',
  '[]',
  '{"pid": 1, "port": 0, "token": "t", "stamp": "s"}',
  '{"pid": 1, "port": 70000, "token": "t", "stamp": "s"}',
  '{"pid": 1, "port": 3456}',
  '{"pid": "1", "port": "3456", "token": 5, "stamp": null}',
])('is not believed when it says %j', (content) => {
  writeFileSync(path, content);
  expect(readServerFile(path)).toBeNull();
});
