/** Native code without an interpreter: counts, looks and the rules by which they need not be taken. */
import { beforeEach, describe, expect, it } from 'vitest';
import { InterpreterStandIn, LEAST } from './interpreter-stand-in.ts';

const NO_DEPTH = 0xffff_ffff;
const OFFSET = 6;
/** The bit of the key of an item. */
const ITEM = 2;

let python: InterpreterStandIn;
let reached: number;
let failures: number;
let inspections: number;
let answer: number;
let inspect: number;
const CODE = 0x10_0000;

beforeEach(() => {
  python = new InterpreterStandIn();
  [reached, failures, inspections, answer] = [0, 0, 0, python.none];
  const at = python.function(() => (reached++, python.none));
  const failed = python.function(() => (failures++, python.none));
  inspect = python.function((frame) => {
    inspections++;
    expect(frame).toBe(python.frame);
    return answer;
  });
  python.does('begin', at, failed, python.disable, python.bytes(12, python.range, python.int, python.str));
  follow(false);
  python.does('arm', python.whole(2n ** 60n));
});

function follow(every: boolean): void {
  python.does('follow', python.bytearray(64 * 16), python.whole(every ? 1n : 0n));
}

/** The interpreter is about to execute an instruction. */
function comesTo(offset = OFFSET): number {
  return python.does('atInstruction', CODE, python.whole(BigInt(offset)));
}

function know(rule: number | null, { point = false, offset = OFFSET } = {}): void {
  const isPoint = python.whole(point ? 1n : 0n);
  python.does('know', CODE, python.whole(BigInt(offset)), isPoint, inspect, rule ?? python.none);
}

function knowLocation(owner: number, key: number, counts: number): void {
  python.does('location', python.whole(BigInt(owner)), python.whole(BigInt(key)), counts);
}

describe('points', () => {
  it('are counted down to the one that matters, and summed', () => {
    python.does('follow', python.bytearray(64 * 16), python.whole(1n));
    python.does('arm', python.whole(3n));
    for (const expected of [0, 0, 1, 1]) {
      comesTo(0);
      expect(reached).toBe(expected);
    }
    python.does('tick', CODE, 0);
    python.does('add', python.whole(10n));
    expect(python.valueOf(python.does('passed'))).toBe(15n);
  });

  it('an instruction that nobody knows is not told again, unless each is a point', () => {
    expect(comesTo()).toBe(python.disable);
    follow(true);
    expect(comesTo()).toBe(python.none);
  });
});

describe('looks', () => {
  it('are taken in the frame that runs, until one asks not to be called there', () => {
    know(null);
    expect(comesTo()).toBe(python.none);
    answer = python.disable;
    expect(comesTo()).toBe(python.disable);
    expect(inspections).toBe(2);
  });

  it('that ask so at a point are called no more where each instruction is one', () => {
    follow(true);
    know(null);
    answer = python.disable;
    comesTo();
    expect(comesTo()).toBe(python.none);
    expect(inspections).toBe(1);
  });

  it('that fail are reported, and the program goes on', () => {
    know(null);
    answer = python.raises();
    expect(comesTo()).toBe(python.none);
    expect(failures).toBe(1);
  });
});

describe('rules for plain values', () => {
  it('one: no look at numbers, one at a list', () => {
    know(python.bytes(32, 1, 0, 1, NO_DEPTH, 0, NO_DEPTH, 0, 0));
    python.push(python.whole(1n), python.object(python.list));
    comesTo();
    expect(inspections).toBe(0);
    python.push(python.object(python.list), python.whole(1n));
    comesTo();
    expect(inspections).toBe(1);
  });

  it('the iterator of a range is not looked at again where that is asked for', () => {
    know(python.bytes(32, 1, 0, 0, NO_DEPTH, 0, NO_DEPTH, 0, 1));
    python.push(python.object(python.range));
    expect(comesTo()).toBe(python.disable);
  });

  it('two: a look where either is a list', () => {
    know(python.bytes(32, 2, 0, 0, NO_DEPTH, 0, NO_DEPTH, 0, 0));
    const [number, list] = [python.whole(7n), python.object(python.list)];
    for (const pair of [
      [number, number],
      [number, list],
      [list, number],
    ] as const) {
      python.push(...pair);
      comesTo();
    }
    expect(inspections).toBe(2);
  });
});

it('a call is quiet for the function and the type that it was known for', () => {
  const [called, other] = [python.object(0), python.object(0)];
  know(python.bytes(32, 3, 0, 0, NO_DEPTH, 0, NO_DEPTH, 0, 0));
  knowLocation(called, python.list, python.none);
  python.does('forget');
  python.push(called, python.object(python.list));
  comesTo();
  expect(inspections).toBe(0);
  python.push(called, python.object(python.str));
  comesTo();
  python.push(other, python.object(python.list));
  comesTo();
  expect(inspections).toBe(2);
});

describe('locations', () => {
  const [KEY, SEEN] = [0x2000, 0x3000];
  const read = (test = 0) => python.bytes(32, 4, 0, 0, NO_DEPTH, KEY, NO_DEPTH, SEEN, test);
  const write = () => python.bytes(32, 4, 0, 0, NO_DEPTH, KEY, 0, SEEN, 0);

  it('a global variable is counted from when it is known until the turn ends', () => {
    know(read(1));
    const counts = python.newCounts();
    comesTo();
    knowLocation(python.globals, KEY, counts);
    comesTo();
    comesTo();
    python.does('forget');
    comesTo();
    expect(inspections).toBe(2);
    expect(python.counts(counts)).toEqual([2, 0, LEAST, SEEN, SEEN, 0]);
  });

  it('a write is counted only where this variable was written last, and uses up what was read', () => {
    know(write());
    know(read(1), { offset: 8 });
    const counts = python.newCounts();
    knowLocation(python.globals, KEY, counts);
    python.push(python.whole(-5n));
    comesTo();
    expect(inspections).toBe(1);
    python.does('wrote', counts);
    comesTo(8);
    comesTo();
    expect(python.counts(counts)).toEqual([2, 1, -5n, 0, 0, SEEN]);
    python.does('wrote', python.none);
    comesTo();
    expect(inspections).toBe(2);
  });

  it.each([
    ['zero', 0n, 0n],
    ['one digit', 2n ** 30n - 1n, 2n ** 30n - 1n],
    ['two digits', 2n ** 53n - 1n, 2n ** 53n - 1n],
    ['more than a page counts exactly', 2n ** 53n, -7n],
    ['three digits', 2n ** 61n, -7n],
    ['below the one before', -8n, -7n],
    ['far below', -(2n ** 61n), -7n],
  ])('the greatest number is kept: %s', (_what, value, greatest) => {
    know(write());
    const counts = python.newCounts();
    knowLocation(python.globals, KEY, counts);
    python.does('wrote', counts);
    for (const written of [-7n, value]) {
      python.push(python.whole(written));
      comesTo();
    }
    python.push(python.object(python.str));
    comesTo();
    expect(python.counts(counts)).toEqual([3, 3, greatest, 0, 0, SEEN]);
  });

  it('an item is known by its container and its key: numbers by their value, others by their address', () => {
    know(python.bytes(32, 4, 1, 1, 0, 0, NO_DEPTH, SEEN, 0));
    const [list, text, counts] = [python.object(python.list), python.object(python.str), python.newCounts()];
    knowLocation(list, 2 * 300 + 1, counts);
    knowLocation(list, text | ITEM, counts);
    for (const key of [python.whole(300n), text]) {
      python.push(list, key);
      comesTo();
    }
    expect(inspections).toBe(0);
    for (const key of [python.whole(301n), python.whole(-300n), python.object(python.str)]) {
      python.push(list, key);
      comesTo();
    }
    expect(inspections).toBe(3);
    expect(python.counts(counts)[0]).toBe(2);
  });

  it('an item is not the attribute of the same name', () => {
    const [owner, text, counts] = [python.object(python.list), python.object(python.str), python.newCounts()];
    know(python.bytes(32, 4, 1, 1, 0, 0, NO_DEPTH, SEEN, 0));
    knowLocation(owner, text, counts);
    python.push(owner, text);
    comesTo();
    expect([inspections, python.counts(counts)[0]]).toEqual([1, 0]);
  });

  it('a variable of a closure is known by its cell', () => {
    know(python.bytes(32, 4, 2, 1, NO_DEPTH, KEY, NO_DEPTH, SEEN, 0));
    const [cell, counts] = [python.object(0), python.newCounts()];
    knowLocation(cell, KEY, counts);
    python.push(0, cell);
    comesTo();
    expect([inspections, python.counts(counts)[0]]).toEqual([0, 1]);
  });

  it('of very many locations the last is always known, and none is taken for another', () => {
    know(python.bytes(32, 4, 1, 0, NO_DEPTH, KEY, NO_DEPTH, SEEN, 0));
    const counts = python.newCounts();
    const owners = Array.from({ length: 6000 }, () => python.object(python.list));
    for (const owner of owners) {
      knowLocation(owner, KEY, counts);
      python.push(owner);
      comesTo();
    }
    expect([inspections, python.counts(counts)[0]]).toEqual([0, owners.length]);
    python.push(python.object(python.list));
    comesTo();
    expect(inspections).toBe(1);
  });
});

describe('beside counting', () => {
  it('a switch puts the state of Python away, suspends the stack, and brings both back', () => {
    expect(python.valueOf(python.switchTo(7))).toBe(0n);
    expect(python.switches).toEqual(['captured', 'on to 7', 'stack at 2', 'restored']);
  });

  it('lists are the same where each object in one is that of the other', () => {
    expect(python.hasSameItems([8, 16, 24], [8, 16, 24])).toBe(1n);
    expect(python.hasSameItems([8, 16, 24], [8, 16, 32])).toBe(0n);
    expect(python.hasSameItems([8, 16], [8, 16, 24])).toBe(0n);
    expect(python.hasSameItems([], [])).toBe(1n);
  });
});
