import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPyodide } from 'pyodide';
import { describe, expect, it } from 'vitest';

const CASE = ['import unittest', 'class Case(unittest.TestCase):'];
const TESTS = {
  'tests/__init__.py': [],
  'tests/test_good.py': [...CASE, '    def test_it(self): pass'],
  'tests/test_bad.py': [
    ...CASE,
    '    def test_it(self): self.fail("no")',
    '    def test_more(self): self.skipTest("later")',
  ],
};

describe('the runner of Python tests', () => {
  it('writes down counts and times, of all tests or of those named', async () => {
    const pyodide = await loadPyodide({ stderr: () => {} });
    const { FS } = pyodide;
    FS.mkdirTree('/home/ours/tests');
    for (const [path, lines] of Object.entries(TESTS)) FS.writeFile(`/home/ours/${path}`, lines.join('\n'));
    FS.writeFile('/home/run_python.py', readFileSync(join(import.meta.dirname, 'run_python.py')));
    pyodide.pyimport('sys').path.append('/home');
    const { main } = pyodide.pyimport('run_python');
    /** @param {readonly string[]} names */
    const call = (...names) => {
      /** @type {number} */
      const code = main('/home/ours', '/home/report.json', ...names);
      const text = FS.readFile('/home/report.json', { encoding: 'utf8' });
      return { code, ...JSON.parse(text) };
    };
    const all = call();
    expect(all).toMatchObject({ code: 1, passed: 1, failed: 1, skipped: 1 });
    expect(Object.keys(all.seconds)).toContain('tests.test_good.Case.test_it');
    expect(all.failures['tests.test_bad.Case.test_it']).toContain('AssertionError: no');
    expect(call('tests.test_good')).toMatchObject({ code: 0, passed: 1, failed: 0, skipped: 0 });
  }, 60_000);
});
