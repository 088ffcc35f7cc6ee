// Reads a file that was named in the call; what cannot be read is a wrong call, told in a sentence.
import { readFileSync } from 'node:fs';
import { plainText } from '../plain-text.mjs';
import { WrongCall } from '../wrong-call.mjs';

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
    if (error instanceof WrongCall || error.code === undefined) throw error;
    throw new WrongCall(`"${shown}" cannot be read: ${REASONS[error.code] ?? error.message}.`);
  }
}

/** All of a stream as plain text. */
export async function readAll(stream, shown) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return decoded(Buffer.concat(chunks), shown);
}

function decoded(bytes, shown) {
  try {
    return plainText(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new WrongCall(`"${shown}" cannot be read: it is not text in UTF-8. Save it as UTF-8.`);
  }
}
