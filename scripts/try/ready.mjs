// Makes ready what the terminal runs programs with, and does nothing when it is: a page of its own, without lessons.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../command.mjs';
import { fingerprint, glance } from '../fingerprint.mjs';
import { withLock } from '../lock.mjs';
import { isRecord } from '../outside.mjs';
import { build, BUILT_FROM, IMAGE, prepareForDeveloping } from '../setup.mjs';

const HOME = join(ROOT, '.faultline');
/** The built page, as Vite's configuration says. */
export const SITE = join(HOME, 'terminal');
const STAMP = join(HOME, 'terminal.stamp');
const LOCK = join(HOME, 'terminal.lock');
/** The scripts too: a server that was started by other ones is replaced. */
const SOURCES = { contents: ['terminal.html', 'scripts', ...BUILT_FROM], names: IMAGE };

/**
 * @param {readonly string[]} packages those that the program imports
 * @returns {Promise<string>} a text that is another one when something of it, or the browser chosen, is another one
 */
export async function makeReady(packages = []) {
  const print = currentFingerprint(packages) ?? (await withLock(LOCK, () => make(packages)));
  const browser = process.env['FAULTLINE_BROWSER'] ?? '';
  return createHash('sha256').update(`${print}\0${browser}`).digest('hex');
}

/**
 * The fingerprint of what stands there, or null when it is not of what lies there now.
 * @param {readonly string[]} packages
 */
function currentFingerprint(packages) {
  const last = readStamp();
  if (last === null || last.glance !== glance(SOURCES)) return null;
  return existsSync(join(SITE, 'terminal.html')) && has(packages) ? last.print : null;
}

/** @param {readonly string[]} packages */
async function make(packages) {
  // Another call may have made it while this one waited.
  const made = currentFingerprint(packages);
  if (made !== null) return made;
  await prepareForDeveloping();
  const print = fingerprint(SOURCES);
  if (readStamp()?.print !== print || !existsSync(join(SITE, 'terminal.html'))) {
    console.log('Building what runs programs in the terminal ...');
    rmSync(STAMP, { force: true });
    await build(['--mode', 'terminal']);
  }
  writeFileSync(STAMP, JSON.stringify({ glance: glance(SOURCES), print }));
  return print;
}

/**
 * Packages that could not be had are asked for again when a program wants them.
 * @param {readonly string[]} packages
 */
function has(packages) {
  const path = join(HOME, 'python', 'image.json');
  if (packages.length === 0) return true;
  if (!existsSync(path)) return false;
  const { packages: made } = JSON.parse(readFileSync(path, 'utf8'));
  return isRecord(made) && packages.every((name) => name in made);
}

/** @returns {{ glance: string, print: string } | null} */
function readStamp() {
  try {
    const { glance: seen, print } = JSON.parse(readFileSync(STAMP, 'utf8'));
    return typeof seen === 'string' && typeof print === 'string' ? { glance: seen, print } : null;
  } catch {
    return null;
  }
}
