// Reads a real clock (`scheduler/clock.py`) where the interpreter runs: each event asks for it.
import { bytesOf, PyLong_FromLongLong, PyTime_PerfCounterRaw } from './python.ts';

// Seconds, in the clock's bytearray: when it began, not a number before that; those that were skipped; and what was read
// last. Behind them is room for what the system tells.
const BEGAN: usize = 0;
const SKIPPED: usize = 8;
const LATEST: usize = 16;
const SYSTEM: usize = 24;

const MOST_MICROS: f64 = 4503599627370496;

/** `()`: microseconds of the clock whose bytearray is `self`, at most 2^52. */
export function micros(self: usize, _args: usize, _count: usize): usize {
  const clock = bytesOf(self);
  const began = load<f64>(clock, BEGAN);
  let now = load<f64>(clock, SKIPPED);
  if (began == began) {
    // Fails where there is no such clock, and then there was none when the run began.
    PyTime_PerfCounterRaw(clock + SYSTEM);
    now = <f64>load<i64>(clock, SYSTEM) / 1e9 - began + now;
  }
  store<f64>(clock, now, LATEST);
  return PyLong_FromLongLong(<i64>min(now * 1e6, MOST_MICROS));
}
