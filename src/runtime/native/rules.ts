// What needs no look of Python's: plain values, calls that touch nothing, and touches that are only counted in a turn.
import { knownLocation } from './locations.ts';
import { DIGIT, digitsOf, globalsOf, isNegative, local, onStack, typeOf } from './python.ts';
import { PLAIN, PLAINS, WROTE } from './state.ts';

// A rule, as `scheduler/rules.py` writes it: what kind of look it stands for, and whose location is touched.
const ONE_PLAIN: u32 = 1;
const TWO_PLAIN: u32 = 2;
const QUIET_CALL: u32 = 3;
const SCALAR_CALL: u32 = 5;
const LONE_RANGE: u32 = 6;
// ... any other kind: a touch of a location.
const OWNER: usize = 4;
const OF_GLOBALS: u32 = 0;
const ON_STACK: u32 = 1;
const NUMBER: usize = 8;
// How deep the key lies, or less than 0 where it is the same each time; and that key.
const KEY_DEPTH: usize = 12;
const KEY: usize = 16;
// Of plain values, instead of a key: whether they must be scalars, which have no other value in them.
const SCALAR: usize = 16;
// How deep the value lies that is written, or less than 0 for a read.
const VALUE_DEPTH: usize = 20;
// The address of what tells Python where the touch was seen.
const SEEN: usize = 24;
// Whether a read decides a branch; or whether a loop over a range needs no second look.
const FLAG: usize = 28;

// Counts of a location, as `Counted` of `probes/variable.py` reads them.
const UNTOLD: usize = 0;
const WRITES: usize = 4;
const GREATEST: usize = 8;
const LAST_READ: usize = 16;
const LAST_TEST: usize = 20;
const LAST_WRITE: usize = 24;
const MOST: i64 = 1 << 53;

/** What becomes of the look that a rule stands for. */
export const TAKE: i32 = 0;
export const LEAVE: i32 = 1;
export const LEAVE_FOR_GOOD: i32 = 2;

/** Does what a look would do, where it can. */
export function apply(state: usize, rule: usize, frame: usize): i32 {
  switch (load<u32>(rule)) {
    case ONE_PLAIN: {
      const type = typeOf(onStack(frame, load<u32>(rule, NUMBER)));
      if (load<u32>(rule, SCALAR) != 0) return isScalar(state, type) ? LEAVE : TAKE;
      if (type == load<usize>(load<usize>(state, PLAIN)))
        return load<u32>(rule, FLAG) != 0 ? LEAVE_FOR_GOOD : LEAVE;
      return isPlain(state, type) ? LEAVE : TAKE;
    }
    case TWO_PLAIN: {
      const one = typeOf(onStack(frame, 0));
      const other = typeOf(onStack(frame, 1));
      if (load<u32>(rule, SCALAR) != 0) return isScalar(state, one) && isScalar(state, other) ? LEAVE : TAKE;
      return isPlain(state, one) && isPlain(state, other) ? LEAVE : TAKE;
    }
    case SCALAR_CALL:
      return callsForScalar(state, load<u32>(rule, NUMBER), frame) ? LEAVE : TAKE;
    case LONE_RANGE: {
      const iterator = onStack(frame, 0);
      const isRange = typeOf(iterator) == load<usize>(load<usize>(state, PLAIN));
      return isRange && load<usize>(iterator) == 1 ? LEAVE : TAKE;
    }
    case QUIET_CALL: {
      const below = load<u32>(rule, NUMBER);
      const known = knownLocation(state, onStack(frame, below + 1), <u32>typeOf(onStack(frame, below)));
      return known != 0 ? LEAVE : TAKE;
    }
    default:
      return touch(state, rule, frame) ? LEAVE : TAKE;
  }
}

/** Counts a read of a location; `test`: a branch depends on it. */
function countRead(counts: usize, seen: usize, test: bool): void {
  store<u32>(counts, load<u32>(counts, UNTOLD) + 1, UNTOLD);
  store<usize>(counts, seen, LAST_READ);
  if (test) store<usize>(counts, seen, LAST_TEST);
}

/** Counts a write of a location. What was read before is used up. */
function countWrite(counts: usize, seen: usize, value: usize, intType: usize): void {
  store<u32>(counts, load<u32>(counts, UNTOLD) + 1, UNTOLD);
  store<usize>(counts, seen, LAST_WRITE);
  store<usize>(counts, 0, LAST_READ);
  store<usize>(counts, 0, LAST_TEST);
  if (typeOf(value) != intType) return;
  const digits = digitsOf(value);
  if (digits > 2) return;
  let written: i64 = digits == 0 ? 0 : load<u32>(value, DIGIT);
  if (digits == 2) written |= (<i64>load<u32>(value, DIGIT + 4)) << 30;
  if (isNegative(value)) written = -written;
  if (written < MOST && written > load<i64>(counts, GREATEST)) store<i64>(counts, written, GREATEST);
}

/** The address of `int`. */
function intType(state: usize): usize {
  return load<usize>(load<usize>(state, PLAIN), 4);
}

function touch(state: usize, rule: usize, frame: usize): bool {
  const number = load<u32>(rule, NUMBER);
  const whose = load<u32>(rule, OWNER);
  let owner: usize;
  if (whose == OF_GLOBALS) owner = globalsOf(frame);
  else owner = whose == ON_STACK ? onStack(frame, number) : local(frame, number);
  const depth = load<i32>(rule, KEY_DEPTH);
  const key = depth < 0 ? load<u32>(rule, KEY) : keyOf(state, onStack(frame, depth));
  const known = knownLocation(state, owner, key);
  if (known == 0) return false;
  const counts = load<usize>(known);
  if (counts == 0) return false;
  const seen = load<usize>(rule, SEEN);
  const value = load<i32>(rule, VALUE_DEPTH);
  if (value < 0) {
    countRead(counts, seen, load<u32>(rule, FLAG) != 0);
    return true;
  }
  // Another write is to be looked at: it may end an update of two.
  if (load<usize>(state, WROTE) != counts) return false;
  store<u32>(counts, load<u32>(counts, WRITES) + 1, WRITES);
  countWrite(counts, seen, onStack(frame, value), intType(state));
  return true;
}

// The types of scalars (`_PLAIN` of `scheduler/steps.py`), and the key of what makes them, which no type has.
const SCALARS: usize = 7;
const MAKES_SCALARS: u32 = 1;

// A bit that no address has: an item is not the attribute or the variable of that name.
const ITEM: u32 = 2;

// A whole number of one digit is the same key in any object; an odd number, which no address is.
function keyOf(state: usize, item: usize): u32 {
  if (typeOf(item) == intType(state) && digitsOf(item) == 1 && !isNegative(item))
    return load<u32>(item, DIGIT) * 2 + 1;
  return <u32>item | ITEM;
}

// What is called is known to make one scalar of others, and is given scalars.
function callsForScalar(state: usize, given: u32, frame: usize): bool {
  for (let depth: u32 = 0; depth < given; depth++)
    if (!isScalar(state, typeOf(onStack(frame, depth)))) return false;
  return onStack(frame, given) == 0 && knownLocation(state, onStack(frame, given + 1), MAKES_SCALARS) != 0;
}

// After the iterator of a range come as many types of scalars.
function isScalar(state: usize, type: usize): bool {
  const first = load<usize>(state, PLAIN) + 4;
  for (let at = first; at < first + 4 * SCALARS; at += 4) if (load<usize>(at) == type) return true;
  return false;
}

function isPlain(state: usize, type: usize): bool {
  const first = load<usize>(state, PLAIN);
  const end = first + 4 * load<u32>(state, PLAINS);
  for (let at = first; at < end; at += 4) if (load<usize>(at) == type) return true;
  return false;
}
