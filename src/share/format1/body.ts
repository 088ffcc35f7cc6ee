/**
 * The body of a link of format 1: how long its content is, doubled, and 1 more where that is compressed; the content; and
 * decisions, which no dictionary makes shorter. Pure.
 */
import { failure, success, type Result } from '../../base/result.ts';
import { ByteReader, ByteWriter, UnreadableBytes } from '../bytes.ts';
import { compressed, decompressed } from '../compress.ts';
import type { SharedState } from '../state.ts';
import { readContent, writeContent } from './content.ts';
import { writeDecisions } from './decisions.ts';
import { DICTIONARY } from './dictionary.ts';

/** What the content of a link never becomes when it is unpacked. */
export const MOST_BYTES = 2_000_000;

/** Null where it would be too large to be read again. */
export function writeBody(state: SharedState): Uint8Array | null {
  const content = writeContent(state);
  if (content.length > MOST_BYTES) return null;
  const smaller = compressed(content, DICTIONARY);
  const isSmaller = smaller.length < content.length;
  const packed = isSmaller ? smaller : content;
  const bytes = new ByteWriter();
  bytes.natural(packed.length * 2 + (isSmaller ? 1 : 0));
  bytes.raw(packed);
  const recorded = state.schedule?.recorded;
  if (recorded !== undefined) bytes.raw(writeDecisions(recorded.decisions));
  return bytes.done();
}

/** The state that `writeBody` was given. */
export function readBody(body: Uint8Array, lesson: string): Result<SharedState, 'unfit' | 'too large'> {
  try {
    const bytes = new ByteReader(body);
    const length = bytes.natural();
    const packed = bytes.raw(Math.floor(length / 2));
    const content = length % 2 === 1 ? decompressed(packed, DICTIONARY, MOST_BYTES) : success(packed);
    if (!content.ok) return failure(content.error === 'too large' ? 'too large' : 'unfit');
    return success(readContent(content.value, bytes.raw(bytes.left), lesson));
  } catch (error) {
    if (error instanceof UnreadableBytes) return failure('unfit');
    throw error;
  }
}
