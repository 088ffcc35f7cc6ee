// Tries a lesson: reads the one that was named, whatever the others are like, and measures both of its sides.
import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { ROOT } from '../command.mjs';
import { calledFrom } from './program.mjs';
import { timeInWords } from './report.mjs';

/**
 * @import { Measured } from '../../src/harness/measuring.ts'
 * @import { Lesson } from '../../src/lesson/schema.ts'
 * @typedef {{ ending: string, expected: string, measured: readonly Measured[] }} SideMeasured
 */

const SIDES = /** @type {const} */ (['broken', 'fixed']);

/**
 * The full path of a folder that holds a lesson; null for everything else.
 * @param {string} path
 * @param {string} [from]
 */
export function lessonFolder(path, from = calledFrom()) {
  const full = resolve(from, path);
  const isFolder = existsSync(full) && statSync(full).isDirectory();
  return isFolder && existsSync(join(full, 'lesson.md')) ? full : null;
}

export const measureLesson = { read, measure };

/**
 * @param {string} folder
 * @returns {Promise<{ ok: true, lesson: Lesson } | { ok: false, problem: string }>}
 */
async function read(folder) {
  // The build reads lessons with TypeScript, which this Node may not know.
  const { runnerImport } = await import('vite');
  /** @type {{ module: typeof import('../../src/lesson/one.ts') }} */
  const { module } = await runnerImport(join(ROOT, 'src/lesson/one.ts'), {
    configFile: false,
    root: ROOT,
    logLevel: 'error',
  });
  const result = module.lessonAt(dirname(folder), basename(folder));
  if (result.ok) return { ok: true, lesson: result.value };
  return { ok: false, problem: module.problemText(result.error) };
}

/**
 * Runs both sides. `kept` is true when all measures hold and both end as the lesson says.
 * @param {import('./client.mjs').Terminal} terminal
 * @param {Lesson} lesson
 * @param {import('./call.mjs').Pace} pace
 */
async function measure(terminal, lesson, pace) {
  /** @type {Record<string, SideMeasured>} */
  const sides = {};
  const lines = [];
  let kept = true;
  for (const side of SIDES) {
    const { ending, ends, measured } = await terminal.measure(lesson, side, pace);
    const ended = ending.kind === 'raised' ? ending.error.type : ending.kind;
    const asExpected = ended === (ends ?? 'finished');
    kept &&= asExpected && measured.every(({ holds }) => holds);
    sides[side] = { ending: ended, expected: ends ?? 'finished', measured };
    lines.push(`${side}: ${ended}${asExpected ? '' : `, but the lesson says ${ends ?? 'finished'}`}`);
    lines.push(...measured.map((figure) => lineOf(lesson, figure)));
  }
  return { json: { lesson: lesson.id, ...sides, kept }, words: `${lines.join('\n')}\n`, kept };
}

/**
 * @param {Lesson} lesson
 * @param {Measured} figure
 */
function lineOf(lesson, { id, value, bound, holds }) {
  const unit = lesson.measures.find((one) => one.id === id)?.unit;
  const figure = unit === 'seconds' ? timeInWords(value * 1_000_000) : value.toLocaleString('en');
  const judged = bound === null ? '' : `  ${bound}: ${holds ? 'holds' : 'DOES NOT HOLD'}`;
  return `  ${id.padEnd(20)} ${figure.padStart(12)}${judged}`;
}
