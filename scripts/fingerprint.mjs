// One short text that changes when any of the given files changes: how set-up knows that nothing is to do.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { ROOT } from './command.mjs';

/** Tests and caches are no part of the built page. */
const IGNORED = /\.test\.tsx?$|__pycache__|\.pyc$|(^|\/)python\/tests\//;

/**
 * Files or folders inside the project; those under `names` carry a hash in their name, so their name and size say enough.
 * @typedef {{ contents: readonly string[], names: readonly string[] }} Paths
 */

/**
 * @param {Paths} paths
 * @returns {string} a SHA-256 in hex; a path that does not exist counts as empty
 */
export function fingerprint({ contents, names }) {
  const hash = createHash('sha256');
  for (const path of contents.flatMap(filesBelow)) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(ROOT, path)))
      .update('\0');
  }
  for (const path of names.flatMap(filesBelow)) {
    hash.update(`${path}\0${statSync(join(ROOT, path)).size}\0`);
  }
  return hash.digest('hex');
}

/**
 * The same of sizes and times alone, which takes a fraction of the time: while it stays, nothing has been written.
 * @param {Paths} paths
 */
export function glance({ contents, names }) {
  const hash = createHash('sha256');
  for (const path of [...contents, ...names].flatMap(filesBelow)) {
    const { size, mtimeMs, ctimeMs } = statSync(join(ROOT, path));
    hash.update(`${path}\0${size}\0${mtimeMs}\0${ctimeMs}\0`);
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesBelow(path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((name) => !IGNORED.test(name.split(sep).join('/')) && statSync(join(ROOT, name)).isFile())
    .toSorted();
}
