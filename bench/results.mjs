// What a run of the bench leaves: results.json, results.md with the table, charts, and what rows keep beside them.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { barChart, goalChart } from './chart.mjs';

/**
 * @import { Machine } from './machine.mjs'
 * @import { Row } from './table.mjs'
 * @typedef {Row & { of: string }} Measured a row, and what `--only` calls it
 * @typedef {{ machine: Machine, rows: readonly Measured[], files: ReadonlyMap<string, string | Buffer> }} Results
 */

/**
 * Writes them into a folder of their own, in the place of those of the last run.
 * @param {string} folder
 * @param {Results} results
 */
export function writeResults(folder, { machine, rows, files }) {
  const charts = chartsOf(rows);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const all = new Map([
    ...files,
    ...charts.map(({ name, svg }) => /** @type {const} */ ([`${name}.svg`, svg])),
    ['results.json', `${JSON.stringify({ machine, rows }, null, 2)}\n`],
    ['results.md', tableOf({ machine, rows, files }, charts)],
  ]);
  for (const [name, content] of all) writeFileSync(join(folder, name), content);
}

/** @param {readonly Measured[]} rows */
export function chartsOf(rows) {
  const bars = rows.flatMap(({ chart }) => (chart === undefined ? [] : [{ ...chart, svg: barChart(chart) }]));
  const goals = goalChart(rows);
  return goals === null
    ? bars
    : [...bars, { name: 'goals', title: 'How far each figure is from its goal', svg: goals }];
}

/**
 * The table as Markdown.
 * @param {Results} results
 * @param {readonly { name: string, title: string }[]} charts
 */
export function tableOf({ machine, rows, files }, charts) {
  const facts = Object.entries(machine).filter(([, value]) => value !== null);
  return [
    '# One run of the bench',
    '',
    ...facts.map(([name, value]) => `- ${name}: ${value}`),
    '',
    'Medians, of rounds in turns with what a figure is compared with. A ratio below 1 means less.',
    '',
    '| row | figure | value | compared with | ratio | goal |',
    '|---|---|---:|---:|---:|---|',
    ...rows.map((row) => `| ${cellsOf(row).join(' | ')} |`),
    '',
    ...charts.flatMap(({ name, title }) => [`![${title}](${name}.svg)`, '']),
    ...[...files.keys()].map((name) => `- [${name}](${name})`),
  ]
    .join('\n')
    .concat('\n');
}

/** @param {Measured} row */
function cellsOf({ of, what, value, base = '', ratio = '', goal = '' }) {
  return [of, what, value, base, ratio, goal].map((text) => text.replaceAll('|', '\\|'));
}
