// The table of docs/reliability.md: what counts as what, and that it replaces itself.
import { describe, expect, it } from 'vitest';
import { patternsOf, readRules, ruleOf } from './rules.mjs';
import { countsOf, shareOf, tableOf, withTable } from './table.mjs';

const rules = {
  cannotApply: [{ tests: ['m.Sockets.*', '*.test_fork'], reason: 'There are no sockets' }],
  fails: [{ tests: ['m.A.test_old'], reason: 'Mended later' }],
};
/** @param {string} name */
const outcome = (name) => ({ outcome: name, why: '' });
const results = {
  tests: [
    'test.m.A.test_a',
    'test.m.A.test_old',
    'test.m.A.test_s',
    'test.m.A.test_fork',
    'test.m.Sockets.test_b',
  ],
  outcomes: {
    'test.m.A.test_a': outcome('passed'),
    'test.m.A.test_s': outcome('skipped'),
    'test.m.Sockets.test_b': outcome('failed'),
  },
};

describe('the counts', () => {
  it('leave out what cannot apply, and count what never ended as failed', () => {
    expect(countsOf('m', results, rules)).toEqual({
      module: 'm',
      tests: 5,
      passed: 1,
      failed: ['test.m.A.test_old'],
      skipped: 1,
      cannotApply: 2,
    });
  });

  it('make a share that is never rounded up', () => {
    expect(shareOf([{ passed: 1999, failed: ['x'] }])).toBe(99.9);
    expect(shareOf([])).toBe(0);
  });
});

describe('the rules', () => {
  it('match whole names, with * for anything', () => {
    expect(ruleOf(rules.cannotApply, 'test.m.Sockets.test_b')).not.toBeNull();
    expect(ruleOf(rules.cannotApply, 'test.m.SocketsToo.test_b')).toBeNull();
    expect(ruleOf(rules.cannotApply, 'test.other.B.test_fork')).not.toBeNull();
    expect(ruleOf(rules.cannotApply, 'test.other.B.test_fork_more')).toBeNull();
    expect(patternsOf(rules.cannotApply)).toEqual(['test.m.Sockets.*', 'test.*.test_fork']);
  });

  it('have a reason each', () => {
    const { cannotApply, fails } = readRules();
    for (const { tests, reason } of [...cannotApply, ...fails]) {
      expect(tests.length).toBeGreaterThan(0);
      expect(reason).toMatch(/^[A-Z].{10,}[^.]$/);
    }
  });
});

describe('the page', () => {
  const table = tableOf([countsOf('m', results, rules)], rules, 'Made today.');

  it('describes the counts, the reasons and what is not explained', () => {
    expect(table).toContain('| `m` | 5 | 2 | 1 | 1 | 1 | 2 |');
    expect(table).toContain('**50 %** of the tests that can apply pass.');
    expect(table).toContain('- Mended later: `m.A.test_old`');
    expect(table).toContain('- There are no sockets: `m.Sockets.*`, `*.test_fork`');
    expect(tableOf([countsOf('m', results, { cannotApply: [] })], { ...rules, fails: [] }, '')).toContain(
      '- Not explained yet: `m.A.test_old`',
    );
  });

  it('says which modules have not been run', () => {
    expect(tableOf([], rules, '', ['n'])).toContain('Not run yet: `n`.');
    expect(table).not.toContain('Not run yet');
  });

  it('keeps what stands around its table', () => {
    const page = withTable('# Reliability\n', table);
    expect(withTable(`${page}\nMore.\n`, table.replace('today', 'later'))).toBe(
      `${page.replace('today', 'later')}\nMore.\n`,
    );
  });
});
