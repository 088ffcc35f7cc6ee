/** The kinds of values that a link of format 1 holds, each as bytes. It is released: no list here may change its order. */
import type { SideDigest } from '../state.ts';
import { UnreadableBytes, type ByteReader, type ByteWriter } from '../bytes.ts';

export type Files = Readonly<Record<string, string>>;

/** A kind of values: how one is written, and read again. */
export interface Field<Value> {
  readonly write: (bytes: ByteWriter, value: Value) => void;
  readonly read: (bytes: ByteReader) => Value;
}

/** The first stands for any other, which follows as a text. */
const ENDINGS = ['', 'finished', 'exited', 'raised', 'stopped', 'stuck', 'unable', 'capped', 'crashed'];

export const natural: Field<number> = {
  write: (bytes, value) => bytes.natural(value),
  read: (bytes) => bytes.natural(),
};

export const text: Field<string> = {
  write: (bytes, value) => bytes.text(value),
  read: (bytes) => bytes.text(),
};

/** A word of a list, as its place there. */
export function oneOf<Word extends string>(list: readonly Word[]): Field<Word> {
  return {
    write: (bytes, word) => bytes.byte(list.indexOf(word)),
    read: (bytes) => {
      const word = list[bytes.byte()];
      if (word === undefined) throw new UnreadableBytes('a choice is none that there is');
      return word;
    },
  };
}

/** Texts by path, whole. */
export const files: Field<Files> = {
  write: (bytes, value) => writeRecord(bytes, value, text),
  read: (bytes) => readRecord(bytes, text),
};

/** Most figures are counts and stand there twice as large; 1 stands before any other number. */
const figure: Field<number> = {
  write: (bytes, value) => {
    const isCount = Number.isSafeInteger(value * 2) && Number.isInteger(value) && value >= 0;
    if (isCount && !Object.is(value, -0)) return bytes.natural(value * 2);
    bytes.natural(1);
    bytes.real(value);
  },
  read: (bytes) => {
    const first = bytes.natural();
    return first === 1 ? bytes.real() : first / 2;
  },
};

/** What somebody saw of a side. */
export const digest: Field<SideDigest> = {
  write: (bytes, { ending, error, measures, output }) => {
    const known = Math.max(0, ENDINGS.indexOf(ending));
    bytes.byte(known);
    if (known === 0) bytes.text(ending);
    bytes.text(error);
    writeRecord(bytes, measures, figure);
    bytes.word(output);
  },
  read: (bytes) => {
    const known = ENDINGS[bytes.byte()];
    if (known === undefined) throw new UnreadableBytes('an ending is none that there is');
    const ending = known === '' ? bytes.text() : known;
    const error = bytes.text();
    return { ending, error, measures: readRecord(bytes, figure), output: bytes.word() };
  },
};

/** The same entries always stand in the same order, so that the same state is the same link. */
function writeRecord<Value>(
  bytes: ByteWriter,
  record: Readonly<Record<string, Value>>,
  values: Field<Value>,
): void {
  const entries = Object.entries(record).toSorted(([one], [other]) => (one < other ? -1 : 1));
  bytes.natural(entries.length);
  for (const [key, value] of entries) {
    bytes.text(key);
    values.write(bytes, value);
  }
}

function readRecord<Value>(bytes: ByteReader, values: Field<Value>): Record<string, Value> {
  const count = countOf(bytes);
  const entries = Array.from({ length: count }, () => [bytes.text(), values.read(bytes)] as const);
  return Object.fromEntries(entries);
}

/** How many things follow. Each takes a byte at least, so no number makes anything large. */
function countOf(bytes: ByteReader): number {
  const count = bytes.natural();
  if (count > bytes.left) throw new UnreadableBytes('a list is longer than what is left');
  return count;
}
