/** Events as columns of numbers: what is written is read back, across chunks, and nothing beyond. */
import { describe, expect, it } from 'vitest';
import { Columns, NOWHERE, rowOf, wide, type Row } from './columns.ts';
import { WORDS } from './vocabulary.ts';

/** As long as a chunk: the borders between two are where a mistake would be. */
const CHUNK = 8_192;

function row(index: number, file = -1): Row {
  return {
    word: index % WORDS.length,
    time: 10 * index,
    track: index % 7,
    file,
    line: file < 0 ? 0 : index + 1,
    a: index * 2,
    b: -1 - index,
  };
}

function filled(count: number, place: (index: number) => number = () => -1): Columns {
  const columns = new Columns();
  for (let index = 0; index < count; index += 1)
    columns.setIndex(columns.push(row(index, place(index))), index % 5);
  return columns;
}

describe('columns', () => {
  it('give back what was pushed, also on both sides of a border', () => {
    const columns = filled(2 * CHUNK + 1);
    expect(columns.count).toBe(2 * CHUNK + 1);
    for (const index of [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK - 1, 2 * CHUNK]) {
      expect(columns.rowAt(index)).toEqual(row(index));
      expect(columns.timeAt(index)).toBe(10 * index);
      expect(columns.trackAt(index)).toBe(index % 7);
      expect(columns.wordAt(index)).toBe(WORDS[index % WORDS.length]);
      expect(columns.indexAt(index)).toBe(index % 5);
    }
  });

  it('have no event past the last, nor before the first', () => {
    const columns = filled(3);
    for (const index of [3, -1, CHUNK]) expect(() => columns.rowAt(index)).toThrow(RangeError);
    expect(() => new Columns().timeAt(0)).toThrow('no event 0');
  });

  it('keep fractions of a microsecond', () => {
    const columns = new Columns();
    columns.push({ ...row(0), time: 5 + 1 / 1024 });
    expect(columns.timeAt(0)).toBe(5 + 1 / 1024);
  });
});

describe('the last event with a place', () => {
  it('is the one before, until there is another', () => {
    const columns = filled(9, (index) => (index === 2 || index === 6 ? 4 : -1));
    expect([0, 1, 2, 3, 5, 6, 8].map((index) => columns.lastPlacedAt(index))).toEqual([
      NOWHERE,
      NOWHERE,
      2,
      2,
      2,
      6,
      6,
    ]);
  });

  it('is known across a border', () => {
    const columns = filled(CHUNK + 2, (index) => (index === 7 ? 4 : -1));
    expect(columns.lastPlacedAt(CHUNK + 1)).toBe(7);
  });

  it('may be in the file with the number 0', () => {
    expect(filled(2, (index) => (index === 0 ? 0 : -1)).lastPlacedAt(1)).toBe(0);
  });
});

describe('a record on the wire', () => {
  it('has its time in two halves', () => {
    expect(wide(0, 7)).toBe(7);
    expect(wide(1, 0)).toBe(2_147_483_648);
    expect(wide(2, 5)).toBe(4_294_967_301);
    expect(wide(-1, 2_147_483_647)).toBe(-1);
  });

  it('has parts of a microsecond above its word', () => {
    const records = Int32Array.of(3 | (512 << 8), 0, 40, 2, -1, 0, 11, 12);
    expect(rowOf(records, 0)).toEqual({ word: 3, time: 40.5, track: 2, file: -1, line: 0, a: 11, b: 12 });
  });

  it('is found by its number in a batch', () => {
    const records = new Int32Array(16);
    records.set([5, 0, 90, 1, 0, 4, 0, 8], 8);
    expect(rowOf(records, 1)).toEqual({ word: 5, time: 90, track: 1, file: 0, line: 4, a: 0, b: 8 });
  });
});
