/** The person's program finds the Python it knows: packages, arguments, streams, text, the whole standard library. */
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { loadPyodide } from 'pyodide';
import { test } from '../harness.ts';

test('a program of several files runs as python main.py would', async ({ harness }) => {
  const files = {
    'app.py': [
      'import os, sys, runpy',
      'import shop.orders, tools',
      'from shop import title',
      'print(__name__, __file__, sys.argv, sys.path[0], os.getcwd())',
      'print(title, shop.orders.total, tools.where)',
      'print(sorted(os.listdir(".")), open("tools.py").readline().strip())',
      'print(runpy.run_module("shop.orders")["total"])',
      'import __main__; print(__main__.title, __builtins__.__name__, __spec__, __doc__)',
    ].join('\n'),
    'shop/__init__.py': 'title = "shop"\n',
    'shop/orders.py': 'from . import title\nfrom .deep.prices import prices\ntotal = sum(prices)\n',
    'shop/deep/prices.py': 'prices = [1, 2, 3]\n',
    'tools.py': 'where = __file__\n',
  };
  const { end, stdout } = await harness.run(files, { entry: 'app.py' });
  expect(stdout.split('\n')).toEqual([
    "__main__ /program/app.py ['app.py'] /program /program",
    'shop 6 /program/tools.py',
    "['app.py', 'shop', 'tools.py'] where = __file__",
    '6',
    'shop builtins None None',
    '',
  ]);
  expect(end.ending).toEqual({ kind: 'finished' });
});

test('a run finds nothing of the run before it', async ({ harness }) => {
  await harness.run('import builtins, math\nbuiltins.left = 1\nmath.left = 1\nopen("left", "w").close()');
  const { stdout } = await harness.run(
    'import builtins, math, os\nprint(hasattr(builtins, "left"), hasattr(math, "left"), os.listdir("."))',
  );
  expect(stdout).toBe("False False ['main.py']\n");
});

test('all ways to write arrive in order', async ({ harness }) => {
  const writing = [
    'import sys, os, io, contextlib, logging, warnings',
    'print("a", end="")',
    'sys.stdout.flush()',
    'sys.stdout.buffer.write("é✓\\n".encode())',
    'print("b", file=sys.stderr)',
    'sys.stdout.writelines(["c\\n", "d\\n"])',
    'print("e", flush=True, file=sys.__stdout__)',
    'with contextlib.redirect_stdout(io.StringIO()) as kept: print("hidden")',
    'sys.stdout.reconfigure(encoding="utf-8")',
    'sys.stdout.buffer.write(b"\\xff\\n")',
    'logging.warning("logged")',
    'print("\\N{SNOWMAN} \\U0001F40D", sys.stdout.encoding, sys.stdout.isatty())',
    'print("no newline at the end", end="")',
  ].join('\n');
  const { end, stdout, stderr } = await harness.run(writing);
  expect(end.ending).toEqual({ kind: 'finished' });
  expect(stdout).toBe('aé✓\nc\nd\ne\n\ufffd\n☃ 🐍 utf-8 False\nno newline at the end');
  expect(stderr).toBe('b\nWARNING:root:logged\n');
});

test('a lone surrogate is refused on stdout and escaped on stderr, as in CPython', async ({ harness }) => {
  const { end, stderr } = await harness.run(
    'import sys\nprint("a\\udc80", file=sys.stderr)\nprint("a\\udc80")',
  );
  expect(end.ending).toMatchObject({ kind: 'raised', error: { type: 'UnicodeEncodeError' } });
  expect(stderr).toMatch(/^a\\udc80\n/);
});

/** Imports all that CPython lists as its library, and prints what cannot be imported. */
const IMPORT_ALL = [
  'import importlib, sys, warnings',
  'warnings.simplefilter("ignore")',
  'names = sorted(sys.stdlib_module_names - {"antigravity", "this", "idlelib", "__main__"})',
  'absent = []',
  'for name in names:',
  '    try: importlib.import_module(name)',
  '    except ImportError: absent.append(name)',
  'print(len(names), *absent)',
].join('\n');

test('no module of the standard library is missing that stock Pyodide has', async ({ harness }) => {
  const { end, stdout } = await harness.runQuietly(IMPORT_ALL, { probes: [] });
  expect(end.ending).toEqual({ kind: 'finished' });
  const [count, ...absent] = stdout.trim().split(' ');
  expect(Number(count)).toBeGreaterThan(280);

  const lines: string[] = [];
  // Under Playwright Pyodide cannot tell by itself where it lies.
  const indexURL = join(import.meta.dirname, '../../node_modules/pyodide/');
  const stock = await loadPyodide({ indexURL, stdout: (line) => lines.push(line) });
  stock.runPython(IMPORT_ALL);
  const absentInStock = lines.join('').split(' ').slice(1);
  expect(absent.filter((name) => !absentInStock.includes(name))).toEqual([]);
});

test('modules that learners reach for work, not only import', async ({ harness }) => {
  const using = [
    'import unittest, timeit, cProfile, xml.etree.ElementTree as tree, sqlite3, decimal, zoneinfo, dataclasses, re',
    'import json, csv, io, statistics, itertools, collections, functools, datetime, textwrap, hashlib, random, doctest',
    'class Test(unittest.TestCase):',
    '    def test_it(self): self.assertEqual(1, 1)',
    'class Async(unittest.IsolatedAsyncioTestCase):',
    '    async def test_it(self): self.assertEqual(await __import__("asyncio").sleep(1, 2), 2)',
    'print(unittest.main(argv=["x"], exit=False, verbosity=0).result.wasSuccessful())',
    'print(timeit.timeit("1 + 1", number=10) >= 0, tree.fromstring("<a><b/></a>")[0].tag)',
    'print(sqlite3.connect(":memory:").execute("select 1 + 1").fetchone(), decimal.Decimal("0.1") * 3)',
    'print("".encode("cp1252"), "é".encode("koi8-r", "replace"), "日".encode("shift_jis"), "ü".encode("idna"))',
    'print(hashlib.sha256(b"").hexdigest()[:8], random.Random(1).randint(1, 100), datetime.date(2024, 2, 29))',
  ].join('\n');
  const { end, stdout } = await harness.run(using);
  expect(end.ending).toEqual({ kind: 'finished' });
  expect(stdout.split('\n')).toEqual([
    'True',
    'True b',
    '(2,) 0.3',
    "b'' b'?' b'\\x93\\xfa' b'xn--tda'",
    'e3b0c442 18 2024-02-29',
    '',
  ]);
});

test('hashes are the same in every run', async ({ harness }) => {
  const program = 'print(hash("a"), list({"b", "c", "d", "e"}))';
  const first = await harness.run(program);
  const second = await harness.run(program);
  expect(second.stdout).toBe(first.stdout);
});

test('the way out of Python is not on offer', async ({ harness }) => {
  const asking = [
    'import importlib, sys',
    'for name in ("js", "pyodide", "pyodide_js", "pyodide.ffi", "_pyodide", "_pyodide_core", "_faultline_machine", "micropip"):',
    '    try: importlib.import_module(name); print(name, "is there")',
    '    except ModuleNotFoundError as error: print(error)',
    'print([name for name in sys.modules if "yodide" in name or name == "js"])',
  ].join('\n');
  const { stdout } = await harness.run(asking);
  expect(stdout.split('\n')).toEqual([
    ...[
      'js',
      'pyodide',
      'pyodide_js',
      'pyodide',
      '_pyodide',
      '_pyodide_core',
      '_faultline_machine',
      'micropip',
    ].map(() => expect.stringMatching(/^No module named '/)),
    '[]',
    '',
  ]);
});

test('whoever asks who holds an object hears of no holder of ours', async ({ harness }) => {
  const program = [
    'import gc',
    'class Thing: pass',
    'def held():',
    '    thing = Thing()',
    '    shelf = [thing]',
    '    return gc.get_referrers(thing) == [shelf], gc.get_referrers(thing, shelf)[:1] == [shelf]',
    'print(held(), any(type(one) is Thing for one in gc.get_objects()))',
  ].join('\n');
  for (const probes of [[], ['tasks', 'threads', 'pool']]) {
    const { stdout } = await harness.run(program, { probes });
    expect(stdout).toBe('(True, True) False\n');
  }
});
