// `npm run test:cpython -- --from PATH`: runs CPython's own tests in the real runtime; docs/reliability.md has the table.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError, ROOT, run, script } from './command.mjs';
import { readCall } from './cpython/call.mjs';
import { MODULES, testsBelow } from './cpython/modules.mjs';
import { readRules } from './cpython/rules.mjs';
import { runModule } from './cpython/run.mjs';
import { countsOf, shareOf, tableOf, withTable } from './cpython/table.mjs';
import { openHarness } from './harness.mjs';
import { WrongCall } from './wrong-call.mjs';

/** What came of each module is kept here, so that they can be run in parts. */
const KEPT = join(ROOT, '.faultline', 'cpython');
const PAGE = join(ROOT, 'docs', 'reliability.md');

/**
 * What came of a module, and of what and with what it was run.
 * @typedef {object} Kept
 * @property {string} date
 * @property {string} source which CPython the tests are of
 * @property {string} python
 * @property {string} ours
 * @property {readonly string[]} tests
 * @property {Record<string, import('./cpython/results.mjs').Outcome>} outcomes
 * @property {readonly string[]} around why the module, or a class of it, could not be run
 */

await script(async () => {
  try {
    const { from, table, ...call } = readCall(process.argv.slice(2));
    if (!table && from !== null) await runAll({ ...call, from });
    writeTable();
  } catch (error) {
    if (!(error instanceof WrongCall)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
});

/** @param {{ from: string, name: string | undefined, modules: readonly string[] }} call */
async function runAll({ from, name, modules }) {
  const tests = testsBelow(from);
  const rules = readRules();
  const source = await sourceOf(from, tests, name);
  mkdirSync(KEPT, { recursive: true });
  const harness = await openHarness();
  try {
    const made = {
      date: new Date().toISOString().slice(0, 10),
      source,
      python: harness.python,
      ours: await ours(),
    };
    for (const module of modules) {
      const {
        tests: all,
        outcomes,
        around,
      } = await runModule(harness, tests, module, rules, (message) => console.error(message));
      /** @type {Kept} */
      const kept = { ...made, tests: all, outcomes: Object.fromEntries(outcomes), around };
      writeFileSync(join(KEPT, `${module}.json`), JSON.stringify(kept, null, 1));
      print(countsOf(module, kept, rules), kept);
    }
  } finally {
    await harness.close();
  }
}

/**
 * @param {ReturnType<typeof countsOf>} counts
 * @param {Kept} kept
 */
function print({ module, passed, failed, skipped, cannotApply }, { outcomes, around }) {
  console.log(
    `${module}: ${passed} passed, ${failed.length} failed, ${skipped} skipped, ${cannotApply} cannot apply`,
  );
  for (const why of around) console.log(`  ${why.trimEnd().split('\n').at(-1)}`);
  for (const test of failed) {
    console.log(`  ${test}\n    ${(outcomes[test]?.why ?? 'it never ended').trimEnd().split('\n').at(-1)}`);
  }
}

/** Writes the table of all modules that have been run, and says which have not. */
function writeTable() {
  const known = MODULES.filter((module) => existsSync(keptOf(module)));
  if (known.length === 0) throw new PlainError('Nothing has been run that a table could be made of.');
  const rules = readRules();
  const each = known.map((module) => ({ module, kept: readKept(module) }));
  const rows = each.map(({ module, kept }) => countsOf(module, kept, rules));
  const missing = MODULES.filter((module) => !known.includes(module));
  if (!existsSync(PAGE)) throw new PlainError('There is no docs/reliability.md to put the table into.');
  const table = tableOf(rows, rules, madeOf(each), missing);
  writeFileSync(PAGE, withTable(readFileSync(PAGE, 'utf8'), table));
  console.log(`${shareOf(rows)} % of what can apply passed. The table is in docs/reliability.md.`);
  if (missing.length > 0) console.log(`Not run yet: ${missing.join(', ')}`);
}

/**
 * How, when and of what the table was made: as the latest run says, and which modules another version has run.
 * @param {readonly { module: string, kept: Kept }[]} each
 */
function madeOf(each) {
  const { date, source, python } = each
    .map(({ kept }) => kept)
    .reduce((one, other) => (one.date > other.date ? one : other));
  const ran = [...new Set(each.map(({ kept }) => kept.ours))];
  const by = ran.map((version) => ({ version, its: each.filter(({ kept }) => kept.ours === version) }));
  const versions = by.map(({ version, its }) =>
    ran.length === 1 ? version : `${version}: ${its.map(({ module }) => `\`${module}\``).join(', ')}`,
  );
  return `Made on ${date} with the tests of ${source}, run by Python ${python} in Faultline ${versions.join('; ')}.`;
}

/** @param {string} module */
function keptOf(module) {
  return join(KEPT, `${module}.json`);
}

/**
 * @param {string} module
 * @returns {Kept}
 */
function readKept(module) {
  return JSON.parse(readFileSync(keptOf(module), 'utf8'));
}

/**
 * Which CPython the tests are of: as told, else by its version and commit.
 * @param {string} from
 * @param {string} tests
 * @param {string | undefined} name
 */
async function sourceOf(from, tests, name) {
  if (name !== undefined) return name;
  const header = join(tests, '..', '..', 'Include', 'patchlevel.h');
  const version = existsSync(header)
    ? /PY_VERSION\s+"([^"]+)"/.exec(readFileSync(header, 'utf8'))?.[1]
    : undefined;
  const { code, output } = await run('git', ['-C', tests, 'rev-parse', '--short', 'HEAD'], { quiet: true });
  const commit = code === 0 ? `, commit ${output.trim()}` : '';
  if (version === undefined) {
    throw new WrongCall(`"${from}" does not say which CPython it is. Say it: --name "CPython 3.14.2"`);
  }
  return `CPython ${version}${commit}`;
}

async function ours() {
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const { code, output } = await run('git', ['rev-parse', '--short', 'HEAD'], { quiet: true });
  return code === 0 ? `${version} (${output.trim()})` : version;
}
