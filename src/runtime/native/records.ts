// Writes records (`report/records.py`) where the interpreter runs: each event is one.
import { read } from './clock.ts';
import { bytesOf, none, Py_DecRef, PyLong_AsLongLong, PyObject_Vectorcall } from './python.ts';

// What the bytearray of a run's records has in it, in words of 64 bits: how many integers are written, and how many are
// a batch; whether anything is written at all; the time of the last record, in microseconds and parts of one; the
// addresses of the integers, of the clock's function, and of the one that sends a batch; how many more events are all
// written, before they are sampled; and the bytearray of a real clock, if it is one (`report/writing.py`).
const USED: usize = 0;
const BATCH: usize = 8;
const OPEN: usize = 16;
const TIME: usize = 24;
const PART: usize = 32;
const INTEGERS: usize = 40;
const CLOCK: usize = 48;
const FLUSH: usize = 56;
const EVENTS: usize = 64;
const REAL: usize = 72;
// What that of a sampler has: whether the last event was written, and of how many more the same holds.
const DRAWS: usize = 0;
const LEFT: usize = 8;

// As in `report/writing.py`.
const RECORD_INTS: i64 = 8;
const AHEAD: i64 = 100;
const PARTS: i64 = 1024;
const WHOLE_ONLY: i64 = 1 << 42;
const HALF_BITS: i64 = 31;
const HALF: i64 = 1 << HALF_BITS;

/** What `timeNow` gives where the clock has failed. */
export const FAILED: i64 = i64.MIN_VALUE;

/** Whether anything is recorded. */
export function isOpen(records: usize): bool {
  return load<i64>(records, OPEN) != 0;
}

/** The bytearray of the clock, where that is a real one; else 0. */
export function realClock(records: usize): usize {
  return <usize>load<i64>(records, REAL);
}

/** Whether the next event is written because nothing of its kind is sampled yet; it is counted then. */
export function draws(records: usize, sampler: usize): bool {
  const left = load<i64>(sampler, LEFT);
  const events = load<i64>(records, EVENTS);
  if (load<i64>(sampler, DRAWS) == 0 || left <= 0 || events <= 0) return false;
  store<i64>(sampler, left - 1, LEFT);
  store<i64>(records, events - 1, EVENTS);
  return true;
}

/** Whether two records at this time may be written with one look at the clock, the second a microsecond later. */
export function isRoomFor(records: usize, now: i64): bool {
  return now > load<i64>(records, TIME) && now < HALF - 1;
}

/** What the run clock says, which may be less than nothing, or `FAILED`. */
export function timeNow(records: usize): i64 {
  const real = load<i64>(records, REAL);
  if (real != 0) return read(bytesOf(<usize>real));
  const answer = PyObject_Vectorcall(<usize>load<i64>(records, CLOCK), 0, 0, 0);
  if (answer == 0) return FAILED;
  const time = PyLong_AsLongLong(answer);
  Py_DecRef(answer);
  return time;
}

/** Writes a record no earlier than the last one: `report/records.py` says how. There is always room for one more. */
export function write(
  records: usize,
  now: i64,
  word: i32,
  track: i32,
  file: i32,
  line: i32,
  a: i32,
  b: i32,
): void {
  const last = load<i64>(records, TIME);
  let time = now;
  let part: i64 = 0;
  if (time <= last) {
    time = last;
    if (last - now >= AHEAD && last < WHOLE_ONLY) part = load<i64>(records, PART) + 1;
    if (part == 0 || part == PARTS) {
      time += 1;
      part = 0;
    }
  }
  store<i64>(records, time, TIME);
  store<i64>(records, part, PART);
  const used = load<i64>(records, USED);
  store<i64>(records, used + RECORD_INTS, USED);
  const at = <usize>load<i64>(records, INTEGERS) + 4 * <usize>used;
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
export function sent(records: usize): usize {
  if (load<i64>(records, USED) < load<i64>(records, BATCH)) return none;
  const answer = PyObject_Vectorcall(<usize>load<i64>(records, FLUSH), 0, 0, 0);
  if (answer == 0) return 0;
  Py_DecRef(answer);
  return none;
}
