// The person typed something that cannot be meant: answered with one sentence and exit code 2.
import { PlainError } from './command.mjs';

export class WrongCall extends PlainError {}

/**
 * Throws a WrongCall unless `value` is one of `known`; `what` is the word for one of them.
 * @template {string} T
 * @param {readonly T[]} known
 * @param {string} value
 * @param {string} what
 * @returns {T}
 */
export function oneOf(known, value, what) {
  const found = known.find((one) => one === value);
  if (found !== undefined) return found;
  throw new WrongCall(`There is no ${what} "${value}". The ${plural(what)} are: ${known.join(', ')}`);
}

/**
 * The whole number that was typed after `option`, at least `least`.
 * @param {string} option
 * @param {string} typed
 */
export function wholeNumber(option, typed, least = 0) {
  const number = /^\d+$/.test(typed) ? Number(typed) : NaN;
  if (Number.isSafeInteger(number) && number >= least) return number;
  throw new WrongCall(`--${option} takes a whole number from ${least} on, not "${typed}".`);
}

/** @param {string} word */
function plural(word) {
  return word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`;
}
