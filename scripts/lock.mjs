// Lets one process at a time do something in this checkout; a process that has died holds nobody up.
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

/** A holder says this often that it is alive, and is taken for dead after so long without a word. */
const BEAT_MS = 1000;
const DEAD_MS = 15_000;
const POLL_MS = 50;

/**
 * @template T
 * @param {string} path of the file that is there while somebody is inside
 * @param {() => Promise<T>} body
 * @returns {Promise<T>}
 */
export async function withLock(path, body) {
  const mark = `${process.pid} ${randomUUID()}`;
  mkdirSync(dirname(path), { recursive: true });
  while (!(await take(path, mark))) await wait(POLL_MS);
  const beat = setInterval(() => touch(path), BEAT_MS);
  try {
    return await body();
  } finally {
    clearInterval(beat);
    if (contentOf(path) === mark) rmSync(path, { force: true });
  }
}

/**
 * @param {string} path
 * @param {string} mark
 */
async function take(path, mark) {
  try {
    writeFileSync(path, mark, { flag: 'wx' });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    if (isDead(path)) rmSync(path, { force: true });
    return false;
  }
  // Somebody who took the last holder for dead as well may just have removed this mark with that one's.
  await wait(POLL_MS);
  return contentOf(path) === mark;
}

/** @param {string} path */
function isDead(path) {
  const pid = Number.parseInt(contentOf(path), 10);
  try {
    if (Date.now() - statSync(path).mtimeMs > DEAD_MS) return true;
    if (Number.isInteger(pid)) process.kill(pid, 0);
    return false;
  } catch (error) {
    // No such process; a file that is gone belongs to nobody; another user's process is alive.
    return codeOf(error) === 'ESRCH';
  }
}

/** @param {string} path */
function touch(path) {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // It was taken away; whoever holds it now says so.
  }
}

/** @param {string} path */
function contentOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/**
 * What Node calls an error of the system.
 * @param {unknown} error
 */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
