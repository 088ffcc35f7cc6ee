/** What readers may make of a program of several modules: how it ends, and what must be reported of it. */
import { expect } from '@playwright/test';
import type { HarnessRun } from '../../src/harness/harness.ts';
import { test } from '../harness.ts';
import { ended, marksOn, statesOf, watch, type Files } from './imports.ts';

const circle = (count: number): Files => ({
  'main.py': 'import ring.m0\n',
  ...Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `ring/m${index}.py`,
      `from ring.m${(index + 1) % count} import x${(index + 1) % count}\nx${index} = ${index}\n`,
    ]),
  ),
});

/** What readers may write: how it ends, and what must be reported. */
const ODD: Readonly<Record<string, readonly [files: Files, ends: string, check: (run: HarnessRun) => void]>> =
  {
    'a circle of five': [
      circle(5),
      'ImportError x0',
      (run) => {
        expect(run.counters).toMatchObject({ 'back edges': 1, 'bodies run': 6, 'depth (peak)': 6 });
        expect(marksOn(run, 'static cycles')).toEqual([
          'ring.m0 → ring.m1 → ring.m2 → ring.m3 → ring.m4 → ring.m0',
        ]);
      },
    ],
    'a relative import beyond the package': [
      { 'main.py': 'import a.b\n', 'a/b.py': 'from ... import c\n' },
      'ImportError',
      (run) => expect(statesOf(run, 'a.b')).toEqual(['absent', 'initialising', 'failed', 'removed']),
    ],
    'relative imports in a circle': [
      {
        'main.py': 'import a.b\n',
        'a/b.py': 'from .c import x\ny = 1\n',
        'a/c.py': 'from . import b\nfrom .b import y\nx = 1\n',
      },
      'ImportError y',
      (run) => expect(marksOn(run, 'a.b')).toContain('missing: y'),
    ],
    'a module that takes itself out': [
      { 'main.py': 'import a\n', 'a.py': 'import sys\ndel sys.modules[__name__]\n' },
      'KeyError',
      (run) => expect(statesOf(run, 'a').at(-1)).toBe('removed'),
    ],
    'a syntax error in a module': [
      { 'main.py': 'import a\n', 'a.py': 'x = 1\ndef f(:\n' },
      'SyntaxError',
      (run) => {
        expect(marksOn(run, 'a')).toEqual(['syntax error']);
        expect(statesOf(run, 'a')).toEqual(['absent']);
      },
    ],
    'a module that raises': [
      { 'main.py': 'import a\n', 'a.py': 'x = 1\nraise ValueError("no")\n' },
      'ValueError',
      (run) => expect(statesOf(run, 'a')).toEqual(['absent', 'initialising', 'failed', 'removed']),
    ],
    'a failure that is caught, and a second try': [
      {
        'main.py':
          'import sys\nfor _ in range(2):\n    try:\n        import a\n    except ValueError:\n        sys.ok = True\n',
        'a.py': 'import sys\nif not hasattr(sys, "ok"): raise ValueError\n',
      },
      'finished',
      (run) =>
        expect(statesOf(run, 'a')).toEqual([
          'absent',
          'initialising',
          'failed',
          'removed',
          'absent',
          'initialising',
          'ready',
        ]),
    ],
    'importlib.reload': [
      { 'main.py': 'import importlib, a\nimportlib.reload(a)\nprint(a.x)\n', 'a.py': 'x = 1\n' },
      'finished',
      (run) => {
        expect(run.counters['bodies run']).toBe(3);
        expect(statesOf(run, 'a')).toEqual(['absent', 'initialising', 'ready', 'initialising', 'ready']);
      },
    ],
    'a reload that fails': [
      {
        'main.py':
          'import importlib, sys, a\nsys.again = True\ntry:\n    importlib.reload(a)\nexcept ValueError:\n    print(a.x)\n',
        'a.py': 'import sys\nx = 1\nif hasattr(sys, "again"): raise ValueError\n',
      },
      'finished',
      (run) =>
        expect(statesOf(run, 'a')).toEqual([
          'absent',
          'initialising',
          'ready',
          'initialising',
          'failed',
          'ready',
        ]),
    ],
    'import a.b as x': [
      {
        'main.py': 'import a.b\nprint(a.b.c.x)\n',
        'a/__init__.py': '',
        'a/b.py': 'import a.c as c\ny = 1\n',
        'a/c.py': 'import a.b as b\nx = 1\n',
      },
      'finished',
      (run) => expect(run.counters).toMatchObject({ 'back edges': 1, 'modules loaded': 3 }),
    ],
    'a package that re-exports': [
      {
        'main.py': 'from a import x\n',
        'a/__init__.py': 'from a.b import x\nz = 1\n',
        'a/b.py': 'from a import z\nx = 1\n',
      },
      'ImportError z',
      (run) => expect(marksOn(run, 'a')).toEqual(['names so far: none', 'missing: z']),
    ],
    'an import made by exec, and one by import_module': [
      {
        'main.py': 'exec("import a")\n',
        'a.py': 'import importlib\nx = 1\nimportlib.import_module("b")\n',
        'b.py': 'exec("from a import y")\n',
      },
      'ImportError y',
      (run) => {
        expect(run.counters).toMatchObject({ 'bodies run': 3, 'back edges': 1 });
        expect(statesOf(run, 'b')).toEqual(['absent', 'initialising', 'failed', 'removed']);
      },
    ],
    'a module that is not there': [
      { 'main.py': 'import a.nothing\n', 'a/__init__.py': '' },
      'ModuleNotFoundError',
      (run) => expect(statesOf(run, 'a.nothing')).toEqual(['absent']),
    ],
    'a module that replaces itself': [
      {
        'main.py': 'import a\nprint(a.x)\n',
        'a.py': 'import sys\nclass Other: x = 5\nsys.modules[__name__] = Other\n',
      },
      'finished',
      (run) => expect(run.stdout).toBe('5\n'),
    ],
    'a module with __getattr__ asked in a circle': [
      {
        'main.py': 'import a\nprint(a.b.seen)\n',
        'a.py':
          'def __getattr__(name):\n    if name.startswith("_"): raise AttributeError\n    return 7\nimport b\n',
        'b.py': 'from a import seen\n',
      },
      'finished',
      (run) => expect(marksOn(run, 'a')).not.toContain('missing: seen'),
    ],
    'sys.exit in a module': [
      { 'main.py': 'import a\n', 'a.py': 'import sys\nsys.exit(3)\n' },
      'exited',
      (run) => expect(statesOf(run, 'a').at(-1)).toBe('removed'),
    ],
    'a finaliser of what a module holds': [
      {
        'main.py':
          'import sys, a\ndel sys.modules["a"], a\nprint("gone")\nclass R:\n    def __del__(self): print("closed")\nr = R()\n',
        'a.py': 'class R:\n    def __del__(self): print("a closed")\nr = R()\n',
      },
      'finished',
      (run) => expect(run.stdout.split('\n')).toContain('closed'),
    ],
    'two threads that import the same module': [
      {
        'main.py':
          'import threading\ndef take():\n    from slow import v\n    print(v)\nboth = [threading.Thread(target=take) for _ in range(2)]\nfor one in both: one.start()\nfor one in both: one.join()\n',
        'slow.py': 'import time\ntime.sleep(.1)\nv = 1\n',
      },
      'finished',
      (run) => {
        expect(run.stdout).toBe('1\n1\n');
        expect(marksOn(run, 'back edges')).toEqual([]);
        expect(run.counters).toMatchObject({ 'bodies run': 2, 'depth (peak)': 1 });
      },
    ],
    'two threads whose modules wait for one another': [
      {
        'main.py':
          'import threading\ndef first():\n    import a\ndef second():\n    import b\nboth = [threading.Thread(target=one) for one in (first, second)]\nfor one in both: one.start()\nfor one in both: one.join()\n',
        'a.py': 'import time\ntime.sleep(.1)\nimport b\nx = 1\n',
        'b.py': 'import time\ntime.sleep(.1)\nimport a\ny = 1\n',
      },
      'finished',
      (run) => expect(marksOn(run, 'back edges')).toHaveLength(1),
    ],
    'a module that needs the script, as __main__': [
      {
        'main.py': 'import models\nclass Base: pass\n',
        'models.py': 'import __main__\nclass User(__main__.Base): pass\n',
      },
      'AttributeError',
      (run) => {
        expect(run.counters['back edges']).toBe(1);
        expect(marksOn(run, 'static cycles')).toEqual(['__main__ → models → __main__']);
        expect(marksOn(run, 'back edges').at(-1)).toBe(
          'models used `Base` of __main__ too early. __main__ was still on its line 1, waiting for models; `Base` comes in line 2.',
        );
      },
    ],
    'a name of __main__ that comes later, under its guard': [
      {
        'main.py': 'import a\nif __name__ == "__main__":\n    y = 1\n',
        'a.py': 'from __main__ import y\n',
      },
      'ImportError y',
      (run) =>
        expect(marksOn(run, 'back edges')).toEqual([
          'a asked for `y` too early. __main__ was still on its line 1, waiting for a; `y` comes in line 3.',
        ]),
    ],
    'files named like modules of Python': [
      {
        'main.py': 'import random, json.decoder, token, queue, string\nraise ValueError(json.decoder.v)\n',
        'random.py': 'print("my random")\n',
        'json/__init__.py': '',
        'json/decoder.py': 'v = "mine"\n',
        'token.py': 'print("my token")\n',
        'queue.py': 'print("my queue")\n',
        'string.py': 'print("my string")\n',
      },
      'ValueError',
      (run) => {
        expect(run.stdout).toBe('my random\nmy token\nmy queue\nmy string\n');
        expect(run.stderr).toContain('raise ValueError(json.decoder.v)');
        expect(statesOf(run, 'random')).toEqual(['absent', 'initialising', 'ready']);
      },
    ],
    'a module that takes itself out and imports itself anew': [
      {
        'main.py': 'import a\n',
        'a.py':
          'import sys\nsys.turn = getattr(sys, "turn", 0) + 1\nif sys.turn < 3:\n    del sys.modules["a"]\n    import a\n',
      },
      'finished',
      (run) => {
        expect(run.counters['bodies run']).toBe(4);
        expect(marksOn(run, 'back edges')).toEqual([]);
      },
    ],
    'a module that is asked for while it is reloaded': [
      {
        'main.py': 'import a, importlib\na.again = True\nimportlib.reload(a)\n',
        'a.py': 'if "again" in globals():\n    import b\ny = 2\n',
        'b.py': 'from a import y\nprint(y)\n',
      },
      'finished',
      (run) => expect(marksOn(run, 'back edges')).toEqual([]),
    ],
    'ten thousand imports in a loop': [
      { 'main.py': 'def f():\n    import a\nfor _ in range(10_000): f()\n', 'a.py': '' },
      'finished',
      (run) => expect(run.events.length).toBeLessThan(60),
    ],
  };

for (const [name, [files, ends, check]] of Object.entries(ODD)) {
  test(`odd edits: ${name}`, async ({ harness }) => {
    const run = await watch(harness, files);
    expect(ended(run)).toBe(ends);
    check(run);
    // A probe is not visible to the program: the same words come out without it.
    const without = await harness.run(files, { probes: [] });
    expect([run.stdout, run.stderr]).toEqual([without.stdout, without.stderr]);
  });
}
