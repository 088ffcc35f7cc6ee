// Which tests cannot apply, and which are known to fail, each with its reason: reads rules.json.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ tests: string[], reason: string }} Rule `tests` are names below `test.`, with `*` for anything */

/** @returns {{ cannotApply: Rule[], fails: Rule[] }} */
export function readRules() {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'rules.json'), 'utf8'));
}

/**
 * @param {readonly Rule[]} rules
 * @param {string} test its whole name
 * @returns {Rule | null} the first rule that is about the test
 */
export function ruleOf(rules, test) {
  return rules.find(({ tests }) => tests.some((pattern) => matches(pattern, test))) ?? null;
}

/**
 * The patterns as Python's `fnmatch` takes them.
 * @param {readonly Rule[]} rules
 */
export function patternsOf(rules) {
  return rules.flatMap(({ tests }) => tests.map((pattern) => `test.${pattern}`));
}

/**
 * @param {string} pattern
 * @param {string} test
 */
function matches(pattern, test) {
  const pieces = `test.${pattern}`.split('*').map((piece) => piece.replaceAll('.', String.raw`\.`));
  return new RegExp(`^${pieces.join('.*')}$`).test(test);
}
