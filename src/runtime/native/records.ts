// Writes records (`report/records.py`) where the interpreter runs: each event is one.
import {
  bytesOf,
  DIGIT,
  digitsOf,
  isNegative,
  none,
  Py_DecRef,
  PyLong_AsInt,
  PyLong_AsLongLong,
  PyObject_Vectorcall,
} from './python.ts';

// What the bytearray of a run's records has in it, in words of 64 bits: how many integers are written, and how many are
// a batch; whether anything is written at all; the time of the last record, in microseconds and parts of one; and the
// addresses of the integers, of the clock's function, and of the one that sends a batch.
const USED: usize = 0;
const BATCH: usize = 8;
const OPEN: usize = 16;
const TIME: usize = 24;
const PART: usize = 32;
const INTEGERS: usize = 40;
const CLOCK: usize = 48;
const FLUSH: usize = 56;

// As in `report/records.py`.
const RECORD_INTS: i64 = 8;
const AHEAD: i64 = 100;
const PARTS: i64 = 1024;
const WHOLE_ONLY: i64 = 1 << 42;
const HALF_BITS: i64 = 31;
const HALF: i64 = 1 << HALF_BITS;

/** `(word, track, file, line, a, b)`: a record whose texts are numbered already. */
export function put(self: usize, args: usize, _count: usize): usize {
  const state = bytesOf(self);
  if (load<i64>(state, OPEN) == 0) return none;
  const word = integer(args, 0);
  const track = integer(args, 1);
  const file = integer(args, 2);
  const line = integer(args, 3);
  const a = integer(args, 4);
  const b = integer(args, 5);
  if (isUnfit()) return 0;
  const now = timeNow(state);
  if (now == FAILED) return 0;
  write(state, now, word, track, file, line, a, b);
  return sent(state);
}

/** `(word, track, file, line, a, b, then, on, c, d)`: two records in one, the second without a place. */
export function putTwo(self: usize, args: usize, _count: usize): usize {
  const state = bytesOf(self);
  if (load<i64>(state, OPEN) == 0) return none;
  const word = integer(args, 0);
  const track = integer(args, 1);
  const file = integer(args, 2);
  const line = integer(args, 3);
  const a = integer(args, 4);
  const b = integer(args, 5);
  const then = integer(args, 6);
  const on = integer(args, 7);
  const c = integer(args, 8);
  const d = integer(args, 9);
  if (isUnfit()) return 0;
  let now = timeNow(state);
  if (now == FAILED) return 0;
  const together = now > load<i64>(state, TIME) && now < HALF - 1 && line >= 1;
  write(state, now, word, track, file, line, a, b);
  if (!together) {
    if (sent(state) == 0) return 0;
    if (load<i64>(state, OPEN) == 0) return none;
    now = timeNow(state);
    if (now == FAILED) return 0;
  }
  write(state, together ? now + 1 : now, then, on, -1, -1, c, d);
  return sent(state);
}

const FAILED: i64 = i64.MIN_VALUE;

// Whether an argument was no integer of 32 bits. Whether an exception is there would not tell: one may be on its way while
// something that is freed is reported.
let unfit: bool = false;

function integer(args: usize, index: usize): i32 {
  const number = load<usize>(args + 4 * index);
  if (digitsOf(number) <= 1) {
    const digit = load<i32>(number, DIGIT);
    return isNegative(number) ? -digit : digit;
  }
  const value = PyLong_AsInt(number);
  if (value == -1) unfit = true;
  return value;
}

function isUnfit(): bool {
  const was = unfit;
  unfit = false;
  return was;
}

/** What the run clock says, which may be less than nothing, or `FAILED`. */
function timeNow(state: usize): i64 {
  const answer = PyObject_Vectorcall(<usize>load<i64>(state, CLOCK), 0, 0, 0);
  if (answer == 0) return FAILED;
  const time = PyLong_AsLongLong(answer);
  Py_DecRef(answer);
  return time;
}

/** Writes a record no earlier than the last one: `report/records.py` says how. There is always room for one more. */
function write(state: usize, now: i64, word: i32, track: i32, file: i32, line: i32, a: i32, b: i32): void {
  const last = load<i64>(state, TIME);
  let time = now;
  let part: i64 = 0;
  if (time <= last) {
    time = last;
    if (last - now >= AHEAD && last < WHOLE_ONLY) part = load<i64>(state, PART) + 1;
    if (part == 0 || part == PARTS) {
      time += 1;
      part = 0;
    }
  }
  store<i64>(state, time, TIME);
  store<i64>(state, part, PART);
  const used = load<i64>(state, USED);
  store<i64>(state, used + RECORD_INTS, USED);
  const at = <usize>load<i64>(state, INTEGERS) + 4 * <usize>used;
  const placed = line >= 1;
  store<i32>(at, word | ((<i32>part) << 8));
  store<i32>(at, <i32>(time >> HALF_BITS), 4);
  store<i32>(at, <i32>(time & (HALF - 1)), 8);
  store<i32>(at, track, 12);
  store<i32>(at, placed ? file : -1, 16);
  store<i32>(at, placed ? line : -1, 20);
  store<i32>(at, a, 24);
  store<i32>(at, b, 28);
}

/** Has a batch sent that is full: `None`, or nothing where that has failed. */
function sent(state: usize): usize {
  if (load<i64>(state, USED) < load<i64>(state, BATCH)) return none;
  const answer = PyObject_Vectorcall(<usize>load<i64>(state, FLUSH), 0, 0, 0);
  if (answer == 0) return 0;
  Py_DecRef(answer);
  return none;
}
