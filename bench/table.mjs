// Figures as a table. What is compared is measured in turns, so that a busy machine slows both alike.

/** @typedef {{ what: string, value: string, base?: string, ratio?: string }} Row */

/** The middle one of some numbers. */
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
  const figures = Object.fromEntries(Object.keys(things).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, measure] of Object.entries(things)) figures[name].push(await measure());
  }
  return Object.fromEntries(Object.entries(figures).map(([name, list]) => [name, median(list)]));
}

export const milliseconds = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

/** A row that compares; a ratio below 1 means less than the base. */
export function compared(what, value, base) {
  return { what, value: milliseconds(value), base: milliseconds(base), ratio: (value / base).toFixed(2) };
}

/** @param {readonly Row[]} rows */
export function tableOf(rows) {
  const head = { what: 'figure', value: 'value', base: 'compared with', ratio: 'ratio' };
  const columns = ['what', 'value', 'base', 'ratio'];
  const widths = columns.map((column) =>
    Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length)),
  );
  const line = (row) =>
    columns
      .map((column, index) => (row[column] ?? '').padEnd(widths[index]))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return `${[line(head), rule, ...rows.map(line)].join('\n')}\n`;
}
