// What the driver prints, read line by line: pieces cut anywhere, tests that print too, runs that end early.
import { describe, expect, it } from 'vitest';
import { Results } from './results.mjs';

/** @param {object} record */
const line = (record) => `\n\u001E${JSON.stringify(record)}\n`;
/** @param {string} test */
const passed = (test) =>
  line({ test, began: true }) + line({ test, outcome: 'passed', why: '', seconds: 0.1 });

/** @param {readonly string[]} pieces */
function resultsOf(...pieces) {
  const results = new Results();
  results.begin();
  for (const piece of pieces) results.append(piece);
  return results;
}

describe('the results of a module', () => {
  it('are what the lines say, whatever the tests print between them', () => {
    const results = resultsOf(
      line({ tests: ['a', 'b', 'c'] }),
      passed('a'),
      'printed without an end',
      line({ test: 'b', began: true }),
      line({ test: 'b', outcome: 'failed', why: 'Traceback\nValueError: x\n', seconds: 2 }),
      'noise\n\u001E{not json\n',
      line({ test: 'c', outcome: 'skipped', why: 'no sockets', seconds: 0 }),
      line({ over: true }),
    );
    expect([...results.outcomes].map(([test, { outcome }]) => [test, outcome])).toEqual([
      ['a', 'passed'],
      ['b', 'failed'],
      ['c', 'skipped'],
    ]);
    expect(results.over).toBe(true);
    expect(results.missing(() => false)).toEqual([]);
  });

  it('may come in pieces of any length', () => {
    const whole = line({ tests: ['a'] }) + passed('a');
    expect(resultsOf(...(whole.match(/[^]{1,3}/g) ?? [])).outcomes.get('a')?.outcome).toBe('passed');
  });

  it('blame the test that was under way when a run ended, and no other', () => {
    const results = resultsOf(
      line({ tests: ['a', 'b', 'c', 'd'] }),
      passed('a'),
      line({ test: 'b', began: true }),
    );
    results.end('stuck');
    expect(results.outcomes.get('b')).toEqual({ outcome: 'failed', why: 'the run ended: stuck', seconds: 0 });
    expect(results.missing((test) => test === 'd')).toEqual(['c']);
    results.begin();
    results.append(line({ tests: ['a', 'b', 'c', 'd'] }) + passed('c'));
    results.end('finished');
    expect(results.missing((test) => test === 'd')).toEqual([]);
  });

  it('say what kept a class or a module from being run', () => {
    const results = resultsOf(line({ around: 'setUpClass (x.Y)', outcome: 'failed', why: 'OSError' }));
    expect(results.around).toEqual(['setUpClass (x.Y): OSError']);
  });
});
