/** The exhaustive search sees what threads share in odd places. */
import { expect } from '@playwright/test';
import { test } from '../harness.ts';
import { exhaust, distinctOutcomes, twoThreads } from './threads.ts';

/** What the function `one` of a thread does while `two` appends to `shared`, and all it can come to. */
const BESIDE_AN_APPEND: Readonly<Record<string, readonly [one: string, outcomes: readonly string[]]>> = {
  'a list repeated': ['found.append(len(shared * 2))', ['found = [0]', 'found = [2]']],
  'a list given to a list of its own': [
    'own = []\n    own.extend(shared)\n    n = 0\n    for _ in own: n += 1\n    found.append(n)',
    ['found = [0]', 'found = [1]'],
  ],
  'a list or else a new one': [
    'own = shared if found is not None else []\n    n = 0\n    for _ in own: n += 1\n    found.append(n)',
    ['found = [0]', 'found = [1]'],
  ],
};

for (const [name, [one, outcomes]] of Object.entries(BESIDE_AN_APPEND)) {
  test(`${name} is looked at`, async ({ harness }) => {
    const text = twoThreads(
      `shared, found = [], []\ndef one():\n    ${one}\ndef two(): shared.append(1)`,
      'two',
    );
    const report = await exhaust(harness, text, 'len(found) == 1', null);
    expect(distinctOutcomes(report)).toEqual(outcomes);
    expect(report.complete).toBe(true);
  });
}

test('a variable of code that is executed twice is looked at', async ({ harness }) => {
  const text = twoThreads("names = {'n': 0}\ndef one(): exec('n = n + int(1)', names)");
  const report = await exhaust(harness, `${text}n = names['n']\n`, 'n == 2', null);
  expect(distinctOutcomes(report)).toEqual(['n = 1', 'n = 2']);
  expect(report.complete).toBe(true);
});

test('a generator runs until it has returned', async ({ harness }) => {
  const text = twoThreads(
    'found = []\ndef numbers():\n    yield 0\n    len([])\nshared = numbers()\ndef one():\n' +
      '    try:\n        for n in shared: found.append(n)\n    except ValueError: found.append("busy")',
  );
  // One of them is between the last `yield` and the end, where nothing is touched.
  expect(distinctOutcomes(await exhaust(harness, text, 'found', 1))).toContain("found = [0, 'busy']");
});

/** Two threads that run `one` and `two`, and all that `found` can come to. */
const OUT_OF_SIGHT: Readonly<
  Record<string, readonly [lines: readonly string[], outcomes: readonly string[]]>
> = {
  'a list in a dictionary that is shown': [
    [
      "found, shared = [], {'a': []}",
      'def one(): found.append(str(shared))',
      "def two(): shared['a'].append(1)",
    ],
    [`found = ["{'a': [1]}"]`, `found = ["{'a': []}"]`],
  ],
  'a list in a dictionary that is compared': [
    [
      "found, shared = [], {'a': []}",
      "def one(): found.append(shared == {'a': []})",
      "def two(): shared['a'].append(1)",
    ],
    ['found = [False]', 'found = [True]'],
  ],
  'a list in a list that the library copies': [
    [
      'import copy',
      'found, shared = [], [[]]',
      'def one(): found.append(copy.deepcopy(shared))',
      'def two(): shared[0].append(1)',
    ],
    ['found = [[[1]]]', 'found = [[[]]]'],
  ],
  'a variable in the dictionary of its module': [
    ['found, x = [], 0', 'def one(): found.append(x)', "def two(): globals()['x'] = 1"],
    ['found = [0]', 'found = [1]'],
  ],
  'an attribute of a base class': [
    [
      'found = []',
      'class Base: x = 0',
      'class Thing(Base):',
      '    def get(self): return super().x',
      'def one(): found.append(Thing().get())',
      'def two(): Base.x = 1',
    ],
    ['found = [0]', 'found = [1]'],
  ],
  'an attribute in a pattern': [
    [
      'found = []',
      'class Thing: x = 0',
      'def one():',
      '    match Thing:',
      '        case type(x=x): found.append(x)',
      'def two(): Thing.x = 1',
    ],
    ['found = [0]', 'found = [1]'],
  ],
  'an attribute that the library gets': [
    [
      'import operator',
      'found = []',
      'class Thing: pass',
      'thing = Thing()',
      'thing.x = 0',
      "def one(): found.append(operator.attrgetter('x')(thing))",
      "def two(): object.__setattr__(thing, 'x', 1)",
    ],
    ['found = [0]', 'found = [1]'],
  ],
  'an attribute of a module of the library': [
    ['import sys', 'found, sys.x = [], 0', 'def one(): found.append(sys.x)', 'def two(): sys.x = 1'],
    ['found = [0]', 'found = [1]'],
  ],
  'a call with a star': [
    [
      'found, shared, given = [], [], (1,)',
      'def one(): found.append(len(shared))',
      'def two(): shared.append(*given)',
    ],
    ['found = [0]', 'found = [1]'],
  ],
  'a method that is bound with `partial`': [
    [
      'from functools import partial',
      'found, shared = [], []',
      'add = partial(shared.append, 1)',
      'def one(): found.append(len(shared))',
      'def two(): add()',
    ],
    ['found = [0]', 'found = [1]'],
  ],
  'an object of a class of the library': [
    [
      'from collections import UserDict',
      'found, shared = [], UserDict()',
      "def one(): found.append('k' in shared)",
      "def two(): shared['k'] = 1",
    ],
    ['found = [False]', 'found = [True]'],
  ],
  'the name of a thread': [
    [
      'found = []',
      'def one(): found.append(threads[1].name)',
      "def two(): threading.current_thread().name = 'x'",
    ],
    ["found = ['Thread-2 (two)']", "found = ['x']"],
  ],
  'what is printed into an object': [
    [
      'import io',
      'found, shared = [], io.StringIO()',
      'def one(): found.append(shared.getvalue())',
      "def two(): print('x', end='', file=shared)",
    ],
    ["found = ['']", "found = ['x']"],
  ],
  'a file': [
    [
      'import os',
      "found, path = [], '/tmp/out-of-sight'",
      'if os.path.exists(path): os.remove(path)',
      'def one(): found.append(os.path.exists(path))',
      "def two(): open(path, 'w').close()",
    ],
    ['found = [False]', 'found = [True]'],
  ],
};

for (const [name, [lines, outcomes]] of Object.entries(OUT_OF_SIGHT)) {
  test(`${name}: seen`, async ({ harness }) => {
    const report = await exhaust(harness, twoThreads(lines.join('\n'), 'two'), 'found', null);
    expect(distinctOutcomes(report)).toEqual(outcomes);
    expect(report.complete).toBe(true);
  });
}

test('a variable that the main program sets once, or deletes, is looked at', async ({ harness }) => {
  for (const [before, after, outcomes] of [
    ['', 'flag = 1', ['found = [0]', 'found = [1]']],
    ['flag = 1', 'del flag', ['found = [0]', 'found = [1]']],
  ] as const) {
    const text = `import threading\nfound = []\n${before}\ndef one():\n    try: found.append(flag)\n    except NameError: found.append(0)\nthread = threading.Thread(target=one)\nthread.start()\n${after}\nthread.join()\n`;
    const report = await exhaust(harness, text, 'found', null);
    expect(distinctOutcomes(report)).toEqual(outcomes);
    expect(report.complete).toBe(true);
  }
});

/** What the search cannot follow. */
const UNSEEN: Readonly<Record<string, readonly string[]>> = {
  'a function of the program that makes what is missing': [
    'from collections import defaultdict',
    'def make(): return []',
    'found = defaultdict(make)',
    "def one(): found['k'].append(1)",
    'def two(): pass',
  ],
  'the dictionary of an object': [
    'class Thing: x = 0',
    'found = Thing()',
    "def one(): vars(found)['x'] = 1",
    'def two(): found.x',
  ],
  'a thread that is given a method of a list': ['found = []', 'one = found.append', 'def two(): pass'],
};

for (const [name, lines] of Object.entries(UNSEEN)) {
  test(`${name}: not complete`, async ({ harness }) => {
    const text = twoThreads(lines.join('\n'), 'two').replace(
      'target=one)',
      'target=one, args=(1,) if one.__name__ == "append" else ())',
    );
    const report = await exhaust(harness, text, 'True', null);
    expect(report.complete).toBe(false);
    // The line that it says is there.
    expect(text.split('\n')[(report.unseen?.line ?? 0) - 1]).toContain(report.unseen?.source);
  });
}
