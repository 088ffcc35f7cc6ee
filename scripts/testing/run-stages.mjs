// Runs stages, those that may beside one another, and prints what each came to: its counts, its time, its slowest tests;
// and after all of them what failed in any.
import { failuresInWords } from './failures.mjs';
import { slowestInWords } from './slowest.mjs';

/**
 * @typedef {import('./stages.mjs').Stage} Stage
 * @typedef {{ passed: number, failed: number, skipped: number }} Total
 */

/** One for each core of a small machine. */
const BESIDE = 2;

/**
 * @param {readonly Stage[]} stages in their order
 * @param {(name: string) => import('./stages.mjs').Tests | null} testsOf what a stage is to run; null for nothing
 * @param {() => Promise<void>} ready makes the page, which only the stages need that run alone
 * @returns {Promise<Total>} all of them together
 */
export async function runStages(stages, testsOf, ready) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  /** @type {import('./failures.mjs').Failure[]} */
  const failures = [];
  const wanted = stages.flatMap((stage) => {
    const tests = testsOf(stage.name);
    return tests === null ? [] : [{ stage, tests }];
  });
  /** @param {typeof wanted[number]} one */
  const perform = async ({ stage, tests }) => {
    const outcome = await runStage(stage, tests);
    add(total, outcome);
    failures.push(...failuresOf(stage, outcome));
  };
  const alone = wanted.filter(({ stage }) => !stage.beside);
  const jobs = wanted.filter(({ stage }) => stage.beside).map((one) => () => perform(one));
  // Nothing to wait for but the page: it is made beside what needs none.
  let page = Promise.resolve();
  if (alone.length > 0) {
    jobs.splice(1, 0, () => {
      page = ready();
      return page.catch(() => {});
    });
  }
  await besideOneAnother(jobs);
  await page;
  for (const one of alone) await perform(one);
  process.stdout.write(failuresInWords(failures));
  return total;
}

/**
 * A stage that failed is never without one: where no test is named, it is the stage.
 * @param {Stage} stage
 * @param {import('./stages.mjs').Outcome} outcome
 */
function failuresOf({ title }, { failed, failures = [], output = '' }) {
  const named = failures.map(({ name, message }) => ({ name: `${title}: ${name}`, message }));
  return failed > 0 && named.length === 0 ? [{ name: title, message: output }] : named;
}

/**
 * Runs all jobs, never more than `BESIDE` at once.
 * @param {readonly (() => Promise<void>)[]} jobs
 */
async function besideOneAnother(jobs) {
  const waiting = [...jobs];
  const worker = async () => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) await job();
  };
  await Promise.all(Array.from({ length: BESIDE }, worker));
}

/**
 * @param {Stage} stage
 * @param {import('./stages.mjs').Tests} tests
 */
async function runStage(stage, tests) {
  const began = performance.now();
  let text = `\n== ${stage.title} ==\n`;
  const flush = () => {
    process.stdout.write(text);
    text = '';
  };
  // One that has the screen to itself is watched while it runs; the others speak when they are over.
  if (!stage.beside) flush();
  const tally = await stage.run(tests, (output) => {
    text += output;
  });
  // A stage that found no tests has proved nothing, whatever its runner says.
  if (tally.passed + tally.failed === 0) {
    tally.output = `No tests ran in "${stage.title}": that counts as one failure.`;
    text += `${tally.output}\n`;
    tally.failed = 1;
  }
  const seconds = (performance.now() - began) / 1000;
  text += `-- ${stage.title}: ${inWords(tally)}, in ${seconds.toFixed(0)} s\n`;
  text += slowestInWords(tally.times ?? []);
  flush();
  return tally;
}

/**
 * @param {Total} total
 * @param {Total} more
 */
function add(total, { passed, failed, skipped }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

/**
 * `12 passed, 0 failed`, and what was skipped.
 * @param {Total} total
 */
export function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
