// The table of CPython's own tests for docs/reliability.md.
import { ruleOf } from './rules.mjs';

const BEGIN = '<!-- test:cpython begins -->';
const END = '<!-- test:cpython ends -->';

/** @typedef {import('./rules.mjs').Rule} Rule */
/** @typedef {{ module: string, tests: number, passed: number, failed: string[], skipped: number, cannotApply: number }} Counts */

/**
 * How the tests of a module went, counted.
 * @param {string} module
 * @param {{ tests: readonly string[], outcomes: Record<string, { outcome: string, why: string }> }} results
 * @param {{ cannotApply: readonly Rule[] }} rules
 * @returns {Counts}
 */
export function countsOf(module, { tests, outcomes }, { cannotApply }) {
  const left = tests.filter((test) => ruleOf(cannotApply, test) !== null);
  const rest = tests.filter((test) => !left.includes(test));
  /** @param {string} outcome */
  const of = (outcome) => rest.filter((test) => outcomes[test]?.outcome === outcome);
  const [passed, skipped] = [of('passed').length, of('skipped').length];
  // What never ended has failed.
  const failed = rest.filter((test) => !['passed', 'skipped'].includes(outcomes[test]?.outcome ?? ''));
  return { module, tests: tests.length, passed, failed, skipped, cannotApply: left.length };
}

/**
 * The share of the tests that ran which have passed, in percent, to a tenth, and never rounded up.
 * @param {readonly Pick<Counts, 'passed' | 'failed'>[]} rows
 */
export function shareOf(rows) {
  const passed = rows.reduce((sum, row) => sum + row.passed, 0);
  const failed = rows.reduce((sum, row) => sum + row.failed.length, 0);
  return passed + failed === 0 ? 0 : Math.floor((passed / (passed + failed)) * 1000) / 10;
}

/**
 * The part of the page that the script writes.
 * @param {readonly Counts[]} rows
 * @param {{ cannotApply: readonly Rule[], fails: readonly Rule[] }} rules
 * @param {string} made how, when and of what the table was made
 * @param {readonly string[]} missing the modules that have not been run
 */
export function tableOf(rows, rules, made, missing = []) {
  /** @param {(row: Counts) => number} count */
  const sum = (count) => rows.reduce((total, row) => total + count(row), 0);
  /** @param {Counts} row */
  const cells = ({ module, tests, passed, failed, skipped, cannotApply }) =>
    line([`\`${module}\``, tests, passed + failed.length, passed, failed.length, skipped, cannotApply]);
  const all = line([
    '**all**',
    sum((row) => row.tests),
    sum((row) => row.passed + row.failed.length),
    sum((row) => row.passed),
    sum((row) => row.failed.length),
    sum((row) => row.skipped),
    sum((row) => row.cannotApply),
  ]);
  return [
    BEGIN,
    '',
    made,
    '',
    line(['module', 'tests', 'run', 'passed', 'failed', 'skipped', 'cannot apply']),
    line(['---', '--:', '--:', '--:', '--:', '--:', '--:']),
    ...rows.map(cells),
    all,
    '',
    `**${shareOf(rows)} %** of the tests that can apply pass.`,
    ...(missing.length === 0 ? [] : ['', `Not run yet: ${missing.map(code).join(', ')}.`]),
    '',
    '### Those that fail',
    '',
    ...listed(
      rows.flatMap(({ failed }) => failed),
      rules.fails,
    ),
    '',
    '### What cannot apply',
    '',
    ...rules.cannotApply.map(({ tests, reason }) => `- ${reason}: ${tests.map(code).join(', ')}`),
    '',
    END,
  ].join('\n');
}

/**
 * Tests by the reason why they fail.
 * @param {readonly string[]} failed
 * @param {readonly Rule[]} rules
 */
function listed(failed, rules) {
  /** @type {Map<string, string[]>} */
  const reasons = new Map();
  for (const test of failed) {
    const reason = ruleOf(rules, test)?.reason ?? 'Not explained yet';
    reasons.set(reason, [...(reasons.get(reason) ?? []), test.replace(/^test\./, '')]);
  }
  if (reasons.size === 0) return ['None.'];
  return [...reasons].map(([reason, tests]) => `- ${reason}: ${tests.map(code).join(', ')}`);
}

/** @param {readonly (string | number)[]} cells */
const line = (cells) => `| ${cells.join(' | ')} |`;
/** @param {string} text */
const code = (text) => `\`${text}\``;

/**
 * A page with its table replaced, or put at its end where it has none.
 * @param {string} page
 * @param {string} table
 */
export function withTable(page, table) {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  return after === undefined ? `${page.trimEnd()}\n\n${table}\n` : `${before}${table}${after}`;
}
