/** Native code: the rules by which a search need not look at scalars, nor at a loop over a range. */
import { beforeEach, expect, it } from 'vitest';
import { InterpreterStandIn } from './interpreter-stand-in.ts';

const NO_DEPTH = 0xffff_ffff;
const CODE = 0x10_0000;
/** The key of what makes one scalar of others. */
const MAKES_SCALARS = 1;

let python: InterpreterStandIn;
let inspections: number;
let inspect: number;
/** Two scalars, and what is plain, but may have others in it. */
let number: number;
let scalar: number;
let holder: number;

beforeEach(() => {
  python = new InterpreterStandIn();
  inspections = 0;
  inspect = python.function(() => (inspections++, python.none));
  const at = python.function(() => python.none);
  // After the iterator of a range come seven types of scalars.
  const others = Array.from({ length: 6 }, () => python.object(0));
  const kinds = [python.range, python.int, ...others, python.str];
  python.does('begin', at, at, python.disable, python.bytes(4 * kinds.length, ...kinds));
  python.does('follow', python.bytearray(64 * 16), python.whole(0n));
  number = python.whole(7n);
  [scalar, holder] = [python.object(others[5] ?? 0), python.object(python.str)];
});

/** The interpreter is about to execute an instruction. */
const comesTo = (offset = 6): number => python.does('atInstruction', CODE, python.whole(BigInt(offset)));

function know(rule: number, { offset = 6 } = {}): void {
  python.does('know', CODE, python.whole(BigInt(offset)), python.whole(0n), inspect, rule);
}

/** An object of this type that so many refer to. */
const iterator = (type: number, references: number): number =>
  python.isHeldBy(python.object(type), references);

it('one and two: a look where one may hold others, though it is plain', () => {
  const [one, two] = [2, 4];
  know(python.bytes(32, 1, 0, 0, NO_DEPTH, 1, NO_DEPTH, 0, 0), { offset: one });
  know(python.bytes(32, 2, 0, 0, NO_DEPTH, 1, NO_DEPTH, 0, 0), { offset: two });
  python.push(number, scalar);
  for (const offset of [one, two]) comesTo(offset);
  expect(inspections).toBe(0);
  python.push(scalar, holder);
  for (const offset of [one, two]) comesTo(offset);
  python.push(holder, scalar);
  for (const offset of [one, two]) comesTo(offset);
  expect(inspections).toBe(3);
});

it('a call of what makes scalars is looked at where it is given anything else', () => {
  const [maker, other] = [python.object(0), python.object(0)];
  know(python.bytes(32, 5, 0, 2, NO_DEPTH, 0, NO_DEPTH, 0, 0));
  python.does('location', python.whole(BigInt(maker)), python.whole(BigInt(MAKES_SCALARS)), python.none);
  for (const [called, self, given, inspected] of [
    [maker, 0, number, 0],
    [maker, 0, holder, 1],
    [maker, number, number, 2],
    [other, 0, number, 3],
  ] as const) {
    python.push(called, self, scalar, given);
    comesTo();
    expect(inspections).toBe(inspected);
  }
});

it('the next of a range is looked at where somebody else has its iterator, and of anything else', () => {
  know(python.bytes(32, 6, 0, 0, NO_DEPTH, 0, NO_DEPTH, 0, 0));
  for (const [at, inspected] of [
    [iterator(python.range, 1), 0],
    [iterator(python.range, 2), 1],
    [iterator(python.list, 1), 2],
  ] as const) {
    python.push(at);
    expect(comesTo()).toBe(python.none);
    expect(inspections).toBe(inspected);
  }
});
