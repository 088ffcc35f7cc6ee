// Reads a file that was named in the call; what cannot be read is a wrong call, reported in a sentence.
import { readFileSync } from 'node:fs';
import { codeOf, messageOf } from '../outside.mjs';
import { plainText } from '../plain-text.mjs';
import { WrongCall } from '../wrong-call.mjs';

/** @type {Readonly<Record<string, string>>} */
const REASONS = {
  ENOENT: 'there is no such file',
  EACCES: 'this user may not read it',
  EPERM: 'this user may not read it',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead in a circle',
};

/**
 * @param {string | 0} path 0 is standard input
 * @param {string} shown as the person typed it
 */
export function readNamed(path, shown) {
  try {
    return decoded(readFileSync(path), shown);
  } catch (error) {
    const code = codeOf(error);
    if (error instanceof WrongCall || code === undefined) throw error;
    throw new WrongCall(`"${shown}" cannot be read: ${REASONS[code] ?? messageOf(error)}.`);
  }
}

/**
 * All of a stream as plain text.
 * @param {AsyncIterable<Uint8Array>} stream
 * @param {string} shown
 */
export async function readAll(stream, shown) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return decoded(Buffer.concat(chunks), shown);
}

/**
 * @param {Uint8Array} bytes
 * @param {string} shown
 */
function decoded(bytes, shown) {
  try {
    return plainText(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new WrongCall(`"${shown}" cannot be read: it is not text in UTF-8. Save it as UTF-8.`);
  }
}
