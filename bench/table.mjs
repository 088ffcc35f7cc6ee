// Figures as a table. What is compared is measured in turns, so that a busy machine slows both alike.
import { PlainError } from '../scripts/command.mjs';

/**
 * What is to be reached, and how far a figure is.
 * @typedef {{ is: number } & ({ most: number } | { least: number })} Aim
 * What of a row can be drawn: bars with names. `name` is the file's.
 * @typedef {{ name: string, title: string, unit: string, bars: readonly { name: string, figure: number, ours: boolean }[] }} Chart
 * @typedef {{ what: string, value: string, base?: string, ratio?: string, goal?: string, aim?: Aim, chart?: Chart }} Row
 */

/**
 * The middle one of some numbers.
 * @param {readonly number[]} numbers
 */
export function median(numbers) {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/**
 * Measures two or more things in turns.
 * @template {string} K
 * @param {number} rounds
 * @param {Record<K, () => Promise<number>>} things each gives one figure
 * @returns {Promise<Record<K, number>>} the medians
 */
export async function inTurns(rounds, things) {
  /** @type {[name: string, measure: () => Promise<number>][]} */
  const named = Object.entries(things);
  /** @type {number[][]} */
  const figures = named.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, [, measure]] of named.entries()) figures[index]?.push(await measure());
  }
  const medians = named.map(([name], index) => [name, median(figures[index] ?? [])]);
  return Object.fromEntries(medians);
}

/** @param {number} value */
export const milliseconds = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

/**
 * A row that compares; a ratio below 1 means less than the base.
 * @param {string} what
 * @param {number} value
 * @param {number} base
 * @param {number} [most] what the ratio is to be at most
 * @returns {Row}
 */
export function compared(what, value, base, most) {
  const row = {
    what,
    value: milliseconds(value),
    base: milliseconds(base),
    ratio: (value / base).toFixed(2),
  };
  return most === undefined ? row : { ...row, ...aimed({ is: value / base, most }) };
}

/** @param {number} value */
const plain = (value) => value.toFixed(2);

/**
 * What a row says of a goal.
 * @param {Aim} aim
 * @param {(value: number) => string} words a number with its unit
 * @returns {Pick<Row, 'goal' | 'aim'>}
 */
export function aimed(aim, words = plain) {
  const wanted = 'most' in aim ? `≤ ${words(aim.most)}` : `≥ ${words(aim.least)}`;
  return { aim, goal: `${wanted} ${isReached(aim) ? 'reached' : 'missed'}` };
}

/**
 * A figure that could not be had has reached nothing.
 * @param {Aim} aim
 */
export function isReached(aim) {
  return 'most' in aim ? aim.is <= aim.most : aim.is >= aim.least;
}

/** @type {readonly [name: Exclude<keyof Row, 'aim' | 'chart'>, width: number][]} */
const COLUMNS = [
  ['what', 58],
  ['value', 10],
  ['base', 13],
  ['ratio', 5],
  ['goal', 17],
];

/**
 * One line of the table. What is too long for its column pushes the rest aside.
 * @param {Partial<Row>} row
 */
export function lineOf(row) {
  const cells = COLUMNS.map(([name, width]) => (row[name] ?? '').padEnd(width));
  return `${cells.join('  ').trimEnd()}\n`;
}

/** What stands above the lines. */
export function headOf() {
  const rule = Object.fromEntries(COLUMNS.map(([name, width]) => [name, '-'.repeat(width)]));
  return (
    lineOf({ what: 'figure', value: 'value', base: 'compared with', ratio: 'ratio', goal: 'goal' }) +
    lineOf(rule)
  );
}

/**
 * The rows that `--only` names, in the order of the table; all of them without it.
 * @param {readonly string[]} names
 * @param {string | undefined} only
 */
export function chosenOf(names, only) {
  if (only === undefined) return names;
  const wanted = only.split(',').map((name) => name.trim());
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new PlainError(`There is no row "${unknown}". The rows are: ${names.join(', ')}`);
  }
  return names.filter((name) => wanted.includes(name));
}
