// Watching: what the threads probe costs programs that do something very often, against the same schedule without it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runIn } from './page.mjs';
import { compared, inTurns } from './table.mjs';

const ROUNDS = 3;
const FOLDER = join(import.meta.dirname, '../e2e/contract/programs/watching');
/** @param {string} name */
const program = (name) => readFileSync(join(FOLDER, `${name}.py`), 'utf8');

/** @typedef {import('../src/runtime/schedule.ts').Model} Model */

/** @type {readonly [what: string, source: string, model: Model][]} */
const PROGRAMS = [
  ['2 x 100,000 increments', program('counter'), 'cpython314'],
  ['2 x 1,000,000 increments', program('counter').replace('100_000', '1_000_000'), 'cpython314'],
  ['2 x 100,000 increments before 3.10', program('counter'), 'before310'],
  ['2 x 50,000 increments of an attribute', program('attribute'), 'cpython314'],
  ['2 x 15,000 increments with a lock', program('lock'), 'cpython314'],
  ['spinning on a flag for 0.2 s', program('busy_wait'), 'cpython314'],
  ['spinning on an event for 0.1 s', program('event_polling'), 'cpython314'],
];

/** @param {import('./page.mjs').Given} given */
export async function* watching({ page }) {
  /** @type {(source: string, model: Model, probes: string[]) => Promise<number>} */
  const wall = async (source, model, probes) =>
    (
      await runIn(page, {
        program: { files: { 'main.py': source }, entry: 'main.py' },
        probes,
        pace: 'fast',
        schedule: { model, strategy: { kind: 'realistic' } },
      })
    ).end.wall / 1000;
  for (const [what, source, model] of PROGRAMS) {
    const { watched, alone } = await inTurns(ROUNDS, {
      watched: () => wall(source, model, ['tasks', 'threads', 'pool']),
      alone: () => wall(source, model, ['tasks', 'pool']),
    });
    yield compared(`${what}, watched; not`, watched, alone);
  }
}
