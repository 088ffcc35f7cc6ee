// What Python calls to write records and to read a real clock (`report/records.py`, `scheduler/clock.py`).
import { read } from './clock.ts';
import { bytesOf, DIGIT, digitsOf, isNegative, none, PyLong_AsInt, PyLong_FromLongLong } from './python.ts';
import { FAILED, isOpen, isRoomFor, sent, timeNow, write } from './records.ts';

/** `()`: microseconds of the real clock whose bytearray is `self`. */
export function micros(self: usize, _args: usize, _count: usize): usize {
  return PyLong_FromLongLong(read(bytesOf(self)));
}

/** `(word, track, file, line, a, b)`: a record whose texts are numbered already. */
export function put(self: usize, args: usize, _count: usize): usize {
  const records = bytesOf(self);
  if (!isOpen(records)) return none;
  const word = integer(args, 0);
  const track = integer(args, 1);
  const file = integer(args, 2);
  const line = integer(args, 3);
  const a = integer(args, 4);
  const b = integer(args, 5);
  if (isUnfit()) return 0;
  const now = timeNow(records);
  if (now == FAILED) return 0;
  write(records, now, word, track, file, line, a, b);
  return sent(records);
}

/** `(word, track, file, line, a, b, then, on, c, d)`: two records in one, the second without a place. */
export function putTwo(self: usize, args: usize, _count: usize): usize {
  const records = bytesOf(self);
  if (!isOpen(records)) return none;
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
  let now = timeNow(records);
  if (now == FAILED) return 0;
  const together = isRoomFor(records, now) && line >= 1;
  write(records, now, word, track, file, line, a, b);
  if (!together) {
    if (sent(records) == 0) return 0;
    if (!isOpen(records)) return none;
    now = timeNow(records);
    if (now == FAILED) return 0;
  }
  write(records, together ? now + 1 : now, then, on, -1, -1, c, d);
  return sent(records);
}

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
