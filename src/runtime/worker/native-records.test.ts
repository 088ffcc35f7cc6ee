/** Records and the real clock in native code, without an interpreter. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BOUND } from './native.ts';
import { InterpreterStandIn } from './interpreter-stand-in.ts';

// As `report/writing.py` and `scheduler/clock.py` number them.
const [USED, BATCH, OPEN, TIME, PART, INTEGERS, CLOCK, FLUSH, REAL] = [0, 1, 2, 3, 4, 5, 6, 7, 9];
const [BEGAN, SKIPPED, LATEST] = [0, 1, 2];
const HALF = 2 ** 31;
const PARTS = 1024;
const ROOM = 64;

let python: InterpreterStandIn;
let numbers: BigInt64Array;
let integers: Int32Array;
let now: number;
let asked: number;
let put: (...args: number[]) => number;
let putTwo: (...args: number[]) => number;

beforeEach(() => {
  python = new InterpreterStandIn();
  [now, asked] = [0, 0];
  const state = python.bytearray(80);
  const space = python.bytearray(4 * ROOM);
  numbers = python.longs(state);
  const { buffer, byteOffset } = python.longs(space);
  integers = new Int32Array(buffer, byteOffset, ROOM);
  numbers[BATCH] = BigInt(ROOM);
  numbers[OPEN] = 1n;
  numbers[TIME] = -1n;
  numbers[INTEGERS] = BigInt(byteOffset);
  numbers[CLOCK] = BigInt(python.function(() => (asked++, python.whole(BigInt(now)))));
  const write = python.on(state, BOUND.indexOf('put'));
  const writeTwo = python.on(state, BOUND.indexOf('putTwo'));
  const wholes = (args: number[]): number[] => args.map((one) => python.whole(BigInt(one)));
  put = (...args) => write(...wholes(args));
  putTwo = (...args) => writeTwo(...wholes(args));
});

/** The records that are written: eight integers each. */
function written(): number[][] {
  const used = Number(numbers[USED]);
  return Array.from({ length: used / 8 }, (_, at) => [...integers.subarray(8 * at, 8 * at + 8)]);
}

/** When the records are, in microseconds. */
const times = (): number[] =>
  written().map(([word = 0, high = 0, low = 0]) => high * HALF + low + (word >> 8) / PARTS);

describe('a record', () => {
  it('is eight integers', () => {
    now = 7;
    expect(put(3, 2, 1, 40, -5, 6)).toBe(python.none);
    expect(written()).toEqual([[3, 0, 7, 2, 1, 40, -5, 6]]);
  });

  it('has no place without a line', () => {
    put(3, 2, 1, 0, 5, 6);
    expect(written()[0]?.slice(4, 6)).toEqual([-1, -1]);
  });

  it('has its time in two integers once that is long', () => {
    now = 3 * HALF + 5;
    put(3, 2, 1, 4, 5, 6);
    expect(written()[0]?.slice(1, 3)).toEqual([3, 5]);
  });

  it('is a microsecond later than the last one where the clock stands still', () => {
    now = 10;
    for (let count = 0; count < 3; count += 1) put(3, 2, 1, 4, 5, 6);
    expect(times()).toEqual([10, 11, 12]);
  });

  it('is not before the beginning, whatever the clock says', () => {
    now = -1;
    expect(put(3, 2, 1, 4, 5, 6)).toBe(python.none);
    expect(times()).toEqual([0]);
  });

  it('is a part of one later, far ahead of the clock, and those end', () => {
    numbers[TIME] = 200n;
    now = 100;
    put(3, 2, 1, 4, 5, 6);
    expect(times()).toEqual([200 + 1 / PARTS]);
    numbers[PART] = BigInt(PARTS - 1);
    put(3, 2, 1, 4, 5, 6);
    expect(times()[1]).toBe(201);
    expect(numbers[PART]).toBe(0n);
  });

  it('is whole microseconds later on a clock so late that a page counts no parts', () => {
    numbers[TIME] = 2n ** 42n + 500n;
    put(3, 2, 1, 4, 5, 6);
    expect(times()).toEqual([2 ** 42 + 501]);
  });

  it('takes integers of 32 bits, and no others', () => {
    const most = HALF - 1;
    put(3, 2, 1, 4, most, -most);
    expect(written()[0]?.slice(6)).toEqual([most, -most]);
    expect(put(3, 2, 1, 4, 5, HALF)).toBe(0);
    expect(put(3, 2, 1, 4, 5, 6)).toBe(python.none);
    expect(written()).toHaveLength(2);
  });

  it('is not written once records are closed, and no clock is asked', () => {
    numbers[OPEN] = 0n;
    expect(put(3, 2, 1, 4, 5, 6)).toBe(python.none);
    expect(putTwo(3, 2, 1, 4, 5, 6, 7, 8, 9, 10)).toBe(python.none);
    expect([written(), asked]).toEqual([[], 0]);
  });
});

describe('two records', () => {
  it('are written with one look at the clock, the second without a place', () => {
    now = 7;
    expect(putTwo(3, 2, 1, 40, 5, 6, 4, 9, 0, 8)).toBe(python.none);
    expect(written()).toEqual([
      [3, 0, 7, 2, 1, 40, 5, 6],
      [4, 0, 8, 9, -1, -1, 0, 8],
    ]);
    expect(asked).toBe(1);
  });

  it('look at it twice where it stands still', () => {
    numbers[TIME] = 7n;
    now = 7;
    putTwo(3, 2, 1, 40, 5, 6, 4, 9, 0, 8);
    expect([times(), asked]).toEqual([[8, 9], 2]);
  });

  it('are of a real clock without anybody being asked', () => {
    const clock = python.bytearray(24);
    numbers[REAL] = BigInt(clock);
    new Float64Array(numbers.buffer, python.longs(clock).byteOffset, 3).set([Number.NaN, 0.5]);
    putTwo(3, 2, 1, 40, 5, 6, 4, 9, 0, 8);
    expect([times(), asked]).toEqual([[500_000, 500_001], 0]);
  });

  it('have the second one of these in another high integer', () => {
    now = HALF - 1;
    putTwo(3, 2, 1, 40, 5, 6, 4, 9, 0, 8);
    expect(times()).toEqual([HALF - 1, HALF]);
  });
});

describe('a batch', () => {
  it('is sent when it is full, after the record that fills it', () => {
    const sent: number[] = [];
    numbers[FLUSH] = BigInt(python.function(() => (sent.push(Number(numbers[USED])), python.none)));
    for (let count = 0; count < ROOM / 8; count += 1) {
      expect(sent).toEqual([]);
      put(3, 2, 1, 4, 5, 6);
    }
    expect(sent).toEqual([ROOM]);
  });

  it('that cannot be sent is a failure of the call', () => {
    numbers[USED] = BigInt(ROOM - 16);
    numbers[FLUSH] = BigInt(python.function(() => python.raises()));
    expect(putTwo(3, 2, 1, 40, 5, 6, 4, 9, 0, 8)).toBe(0);
  });

  it('has nothing written to it where the clock fails', () => {
    numbers[CLOCK] = BigInt(python.function(() => python.raises()));
    expect([put(3, 2, 1, 4, 5, 6), written()]).toEqual([0, []]);
  });
});

describe('a real clock', () => {
  let seconds: Float64Array;
  let read: () => number;
  let milliseconds: number;

  afterEach(() => vi.restoreAllMocks());

  beforeEach(() => {
    const state = python.bytearray(24);
    const { buffer, byteOffset } = python.longs(state);
    seconds = new Float64Array(buffer, byteOffset, 3);
    seconds[BEGAN] = Number.NaN;
    const micros = python.on(state, BOUND.indexOf('micros'));
    read = () => Number(python.valueOf(micros()));
    milliseconds = 5000;
    vi.spyOn(performance, 'now').mockImplementation(() => milliseconds);
  });

  it('stands at what was skipped before it begins', () => {
    expect(read()).toBe(0);
    seconds[SKIPPED] = 2;
    expect(read()).toBe(2_000_000);
  });

  it('counts from where it began, what was skipped added', () => {
    seconds[BEGAN] = 4.5;
    seconds[SKIPPED] = 2;
    expect(read()).toBe(2_500_000);
    expect(seconds[LATEST]).toBe(2.5);
    milliseconds += 0.001_999;
    expect(read()).toBe(2_500_001);
  });

  it('goes no further than a page can count', () => {
    seconds[BEGAN] = 0;
    seconds[SKIPPED] = 1e12;
    expect(read()).toBe(2 ** 52);
  });
});
