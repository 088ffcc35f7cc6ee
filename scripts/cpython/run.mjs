// Runs the tests of one module in the real runtime, with the probes that `npm run try` has by default.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from './modules.mjs';
import { Results } from './results.mjs';
import { patternsOf, ruleOf } from './rules.mjs';

const PROBES = ['tasks', 'threads', 'pool'];
const SCHEDULE = { model: 'cpython314', strategy: { kind: 'realistic' }, check: null };
const LIMITS = { events: 400_000, outputChars: 5_000_000 };
/** A test that says nothing for so long is stopped, and has failed; the others go on in another run. */
const PATIENCE_MS = 120_000;
/** So many tests of a module may end a run before the rest is given up. */
const MOST_RUNS = 40;

/** @typedef {Awaited<ReturnType<typeof import('../harness.mjs').openHarness>>} Harness */

/**
 * Runs all tests of a module that can apply. One that ends its run (stuck, capped, stopped) does not end the others; and
 * each that failed is run once more, alone, since others may have spoilt it: that counts.
 * @param {Harness} harness
 * @param {string} tests the folder of CPython's tests
 * @param {string} module
 * @param {{ cannotApply: import('./rules.mjs').Rule[] }} rules
 * @param {(sentence: string) => void} report called with how far it has come
 */
export async function runModule(harness, tests, module, { cannotApply }, report) {
  const results = new Results();
  const files = {
    ...filesOf(tests, module),
    'main.py': readFileSync(join(import.meta.dirname, 'driver.py'), 'utf8'),
  };
  /** @param {string} test */
  const isLeftOut = (test) => ruleOf(cannotApply, test) !== null;
  const left = patternsOf(cannotApply);
  /** @param {readonly string[] | null} ids null for all */
  const perform = (ids) => carryOut(harness, { ...files, 'asked.py': asked(module, ids, left) }, results);
  /** @type {string[] | null} */
  let ids = null;
  for (let runs = 0; runs < MOST_RUNS; runs += 1) {
    const ending = await perform(ids);
    ids = results.missing(isLeftOut);
    report(`${module}: ${results.outcomes.size} of ${results.tests.length} (${ending})`);
    if (ids.length === 0 || (results.over && results.underWay === null)) break;
  }
  for (const [test, { outcome }] of results.outcomes) {
    if (outcome !== 'failed') continue;
    await perform([test]);
    report(`${test}: ${results.outcomes.get(test)?.outcome} when run alone`);
  }
  return results;
}

/**
 * @param {Harness} harness
 * @param {Record<string, string>} files
 * @param {Results} results takes what the run prints
 * @returns {Promise<string>} how it ended
 */
async function carryOut(harness, files, results) {
  results.begin();
  let lastOutput = Date.now();
  /**
   * @param {string} text
   * @param {string} stream
   */
  const onOutput = (text, stream) => {
    lastOutput = Date.now();
    if (stream === 'stdout') results.append(text);
  };
  const watch = setInterval(() => {
    if (Date.now() - lastOutput > PATIENCE_MS) harness.stop();
  }, 1000);
  const program = { files, entry: 'main.py' };
  const request = { program, probes: PROBES, pace: 'fast', schedule: SCHEDULE, limits: LIMITS };
  const { end } = await harness.runQuietly(request, onOutput);
  clearInterval(watch);
  const { kind, ...details } = end.ending;
  const ending =
    Object.keys(details).length === 0 ? kind : `${kind} ${JSON.stringify(details).slice(0, 300)}`;
  results.end(ending);
  return ending;
}

/**
 * The module that the driver reads: Python takes JSON's lists and texts as its own.
 * @param {string} module
 * @param {readonly string[] | null} ids
 * @param {readonly string[]} left
 */
function asked(module, ids, left) {
  const list = ids === null ? 'None' : JSON.stringify(ids);
  return `MODULE = ${JSON.stringify(`test.${module}`)}\nIDS = ${list}\nLEFT_OUT = ${JSON.stringify(left)}\n`;
}
