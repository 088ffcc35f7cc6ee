/** Recorded decisions in format 1: steps as what lies between them, each in one number with its thread. */
import type { Decision } from '../../runtime/schedule.ts';
import { countOf, type Field } from './fields.ts';

/** Above it step and thread could make a number that JavaScript does not count exactly. */
const MOST_THREADS = 1000;
const MOST_STEPS = 2 ** 40;

/**
 * Decisions come in the order of their steps. Of those that do not, or are far apart, step and thread stand side by
 * side, behind a 0 for the number of threads.
 */
export const decisions: Field<readonly Decision[]> = {
  write: (bytes, value) => {
    bytes.natural(value.length);
    const threads = threadsOf(value);
    bytes.natural(threads);
    let before = 0;
    for (const [step, thread] of value) {
      if (threads > 0) bytes.natural((step - before) * threads + thread);
      else {
        bytes.natural(step);
        bytes.natural(thread);
      }
      before = step;
    }
  },
  read: (bytes) => {
    const count = countOf(bytes);
    const threads = bytes.natural();
    let step = 0;
    return Array.from({ length: count }, (): Decision => {
      if (threads === 0) return [bytes.natural(), bytes.natural()];
      const number = bytes.natural();
      step += Math.floor(number / threads);
      return [step, number % threads];
    });
  },
};

/** How many threads there are, if their decisions can stand together with their steps; else 0. */
function threadsOf(value: readonly Decision[]): number {
  let [before, threads] = [0, 1];
  for (const [step, thread] of value) {
    if (step < before || step > MOST_STEPS || thread >= MOST_THREADS) return 0;
    before = step;
    threads = Math.max(threads, thread + 1);
  }
  return threads;
}
