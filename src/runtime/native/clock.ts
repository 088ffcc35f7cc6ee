// Reads a real clock (`scheduler/clock.py`) where the interpreter runs: each event asks for it.
import { now } from './performance.ts';

// Seconds, in the clock's bytearray: when it began, not a number before that; those that were skipped; and what was read
// last.
const BEGAN: usize = 0;
const SKIPPED: usize = 8;
const LATEST: usize = 16;

const MOST_MICROS: f64 = 4503599627370496;

/** Microseconds, at most 2^52. */
export function read(clock: usize): i64 {
  const began = load<f64>(clock, BEGAN);
  let time = load<f64>(clock, SKIPPED);
  // As `time.perf_counter` tells it: Pyodide rounds to nanoseconds.
  if (began == began) time = Math.floor(now() * 1e6 + 0.5) / 1e9 - began + time;
  store<f64>(clock, time, LATEST);
  return <i64>Math.min(time * 1e6, MOST_MICROS);
}

/** Seconds that were read last. */
export function latest(clock: usize): f64 {
  return load<f64>(clock, LATEST);
}
