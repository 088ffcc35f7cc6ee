/**
 * The envelope of a link's content, the same in every format: the number of the format; how many bytes follow, doubled,
 * and 1 more where they are compressed; these bytes; and a CRC-32 of the lesson's id and all that came before. Pure.
 */
import { failure, success, type Result } from '../base/result.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { ByteReader, ByteWriter, UnreadableBytes } from './bytes.ts';
import { compressed, decompressed } from './compress.ts';
import { crc32, crc32OfText } from './crc32.ts';
import type { LinkFault, TooLarge } from './fault.ts';
import { readContent, writeContent } from './format1/content.ts';
import { DICTIONARY } from './format1/dictionary.ts';
import type { SharedState } from './state.ts';

const FORMAT = 1;
/** What no link exceeds, and what its content never becomes: about 200,000 decisions beside a megabyte of code. */
export const MOST_CHARACTERS = 1_500_000;
export const MOST_BYTES = 3_000_000;
/** Behind an address these are taken for the punctuation of a sentence, and left out when it becomes a link. */
const LOST_AT_THE_END = /[-_]$/;

const DAMAGED: LinkFault = { kind: 'damaged' };
const CUT: LinkFault = { kind: 'cut' };
const UNFIT: LinkFault = { kind: 'unfit' };
const tooManyCharacters: TooLarge = { kind: 'too large', of: 'characters', limit: MOST_CHARACTERS };
const tooManyBytes: TooLarge = { kind: 'too large', of: 'bytes', limit: MOST_BYTES };

/** A state as letters, of which the first is a capital. */
export function pack(state: SharedState): Result<string, TooLarge> {
  const content = writeContent(state);
  if (content.length > MOST_BYTES) return failure(tooManyBytes);
  const smaller = compressed(content, DICTIONARY);
  const isSmaller = smaller.length < content.length;
  const body = isSmaller ? smaller : content;
  const bytes = new ByteWriter();
  bytes.byte(FORMAT);
  bytes.natural(body.length * 2 + (isSmaller ? 1 : 0));
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
  const { format, body, isCompressed } = opened.value;
  if (format > FORMAT) return failure({ kind: 'future', format });
  const content = isCompressed ? decompressed(body, DICTIONARY, MOST_BYTES) : success(body);
  if (!content.ok) return failure(content.error === 'too large' ? tooManyBytes : UNFIT);
  const state = format === FORMAT ? readContent(content.value, lesson) : null;
  return state === null ? failure(UNFIT) : success(state);
}

interface Opened {
  readonly format: number;
  readonly body: Uint8Array;
  readonly isCompressed: boolean;
}

/** What the envelope holds, if all of it has arrived as it was sent. */
function open(letters: string, lesson: string): Result<Opened, LinkFault> {
  const read = fromBase64url(letters);
  if (read === null) return failure(DAMAGED);
  try {
    const bytes = new ByteReader(read.bytes);
    const format = bytes.byte();
    const length = bytes.natural();
    const body = bytes.raw(Math.floor(length / 2));
    const checked = read.bytes.subarray(0, read.bytes.length - bytes.left);
    const sum = bytes.word();
    const isEnd = bytes.left === 0 || (bytes.left === 1 && bytes.byte() === 0);
    const holds = read.isWhole && isEnd && sum === crc32(checked, crc32OfText(lesson));
    return holds ? success({ format, body, isCompressed: length % 2 === 1 }) : failure(DAMAGED);
  } catch (error) {
    if (error instanceof UnreadableBytes) return failure(CUT);
    throw error;
  }
}
