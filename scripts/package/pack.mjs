// Packs a built page into a zip, with what is needed to open it from a disk or a stick.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { zip } from 'fflate';

/** What is packed already only takes time to pack again. */
const PACKED = /\.(bin|woff2)$/;
/** Rights of a program, as Unix writes them, and where a zip keeps them. */
const PROGRAM = 0o755 << 16;
const UNIX = 3;

const HERE = import.meta.dirname;

/**
 * @param {string} folder the built page
 * @returns {Promise<Uint8Array>} the zip; all in it lies below `faultline/`
 */
export function pack(folder) {
  const page = filesBelow(folder).map((path) => [`page/${path}`, readFileSync(join(folder, path))]);
  /** @type {import('fflate').AsyncZippable} */
  const files = Object.fromEntries([
    ['README.txt', readFileSync(join(HERE, 'README.txt'))],
    ['start.py', [readFileSync(join(HERE, 'start.py')), { os: UNIX, attrs: PROGRAM }]],
    // Beside it there, and above it here.
    ['start.mjs', Buffer.from(readFileSync(join(HERE, 'start.mjs'), 'utf8').replace('../serve', './serve'))],
    ['serve.mjs', readFileSync(join(HERE, '..', 'serve.mjs'))],
    ...page.map(([name, bytes]) => [name, [bytes, { level: PACKED.test(String(name)) ? 0 : 9 }]]),
  ]);
  return new Promise((resolve, reject) => {
    zip({ faultline: files }, (error, bytes) => (error === null ? resolve(bytes) : reject(error)));
  });
}

/** @param {string} folder */
function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted();
}
