/**
 * The envelope of a link, the same in every format, so that an old page can tell a new link from a damaged one: the number
 * of the format; how many bytes follow; these bytes; and a CRC-32 of the lesson's id and all that came before. Pure.
 */
import { failure, success, type Result } from '../base/result.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { ByteReader, ByteWriter, UnreadableBytes } from './bytes.ts';
import { crc32, crc32OfText } from './crc32.ts';
import type { LinkFault, TooLarge } from './fault.ts';
import { MOST_BYTES, readBody, writeBody } from './format1/body.ts';
import type { SharedState } from './state.ts';

const FORMAT = 1;
/** What no link exceeds: there is room for as many decisions as the runtime records. */
export const MOST_CHARACTERS = 1_000_000;
/** Behind an address these are taken for the punctuation of a sentence, and left out when it becomes a link. */
const LOST_AT_THE_END = /[-_]$/;

const DAMAGED: LinkFault = { kind: 'damaged' };
const CUT: LinkFault = { kind: 'cut' };
const tooManyCharacters: TooLarge = { kind: 'too large', of: 'characters', limit: MOST_CHARACTERS };
const tooManyBytes: TooLarge = { kind: 'too large', of: 'bytes', limit: MOST_BYTES };

/** A state as letters, of which the first is a capital. */
export function pack(state: SharedState): Result<string, TooLarge> {
  const body = writeBody(state);
  if (body === null) return failure(tooManyBytes);
  const bytes = new ByteWriter();
  bytes.byte(FORMAT);
  bytes.natural(body.length);
  bytes.raw(body);
  bytes.word(crc32(bytes.done(), crc32OfText(state.lesson)));
  // One byte more ends in another letter.
  if (LOST_AT_THE_END.test(toBase64url(bytes.done()))) bytes.byte(0);
  const letters = toBase64url(bytes.done());
  return letters.length > MOST_CHARACTERS ? failure(tooManyCharacters) : success(letters);
}

/** What `pack` made of a state of this lesson. */
export function unpack(letters: string, lesson: string): Result<SharedState, LinkFault> {
  if (letters.length > MOST_CHARACTERS) return failure(tooManyCharacters);
  const opened = open(letters, lesson);
  if (!opened.ok) return opened;
  const { format, body } = opened.value;
  if (format > FORMAT) return failure({ kind: 'future', format });
  const state = format === FORMAT ? readBody(body, lesson) : failure('unfit' as const);
  if (state.ok) return state;
  return failure(state.error === 'too large' ? tooManyBytes : { kind: 'unfit' });
}

interface Opened {
  readonly format: number;
  readonly body: Uint8Array;
}

/** What the envelope holds, if all of it has arrived as it was sent. */
function open(letters: string, lesson: string): Result<Opened, LinkFault> {
  const read = fromBase64url(letters);
  if (read === null) return failure(DAMAGED);
  try {
    const bytes = new ByteReader(read.bytes);
    const format = bytes.byte();
    const body = bytes.raw(bytes.natural());
    const checked = read.bytes.subarray(0, read.bytes.length - bytes.left);
    const sum = bytes.word();
    const isEnd = bytes.left === 0 || (bytes.left === 1 && bytes.byte() === 0);
    const holds = read.isWhole && isEnd && sum === crc32(checked, crc32OfText(lesson));
    return holds ? success({ format, body }) : failure(DAMAGED);
  } catch (error) {
    if (error instanceof UnreadableBytes) return failure(CUT);
    throw error;
  }
}
