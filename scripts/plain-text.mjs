// Reads a file of text as every system has it: without a byte order mark, its lines ended by LF alone.
import { readFileSync } from 'node:fs';

/**
 * The same as `src/base/plainText.ts`; a test compares the two.
 * @param {string} text
 */
export const plainText = (text) => text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');

/** @param {string} path */
export const readPlain = (path) => plainText(readFileSync(path, 'utf8'));

/**
 * How lines end in this checkout, as its own file shows: git may have been configured to write CRLF.
 * @param {string} path
 */
export const lineEndsOf = (path) => (readFileSync(path, 'utf8').includes('\r\n') ? 'crlf' : 'lf');
