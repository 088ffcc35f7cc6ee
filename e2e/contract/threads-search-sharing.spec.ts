/** A search sees whatever threads share, wherever it is kept; where it cannot see, it does not say that it is complete. */
import { expect } from '@playwright/test';
import { test } from '../harness.ts';
import { searchOptions, exhaust, twoThreads, words } from './threads.ts';

const AT_ONCE = 3;

/** Programs whose race is only found if the search sees what they share; the outcomes that it must find. */
const SHARED: Readonly<Record<string, readonly [text: string, outcomes: readonly string[]]>> = {
  'an attribute of a class': ['class C: n = 0\ndef one(): C.n += 1', ['C.n = 1', 'C.n = 2']],
  'an attribute that a class has a default for': [
    'class C: n = 0\nc = C()\ndef one(): c.n += 1',
    ['c.n = 1', 'c.n = 2'],
  ],
  'getattr and setattr': [
    'class C: n = 0\nc = C()\ndef one(): setattr(c, "n", getattr(c, "n") + 1)',
    ['c.n = 1', 'c.n = 2'],
  ],
  'an attribute that may be missing': [
    'class C: n = 0\nc = C()\ndef one():\n    if not hasattr(c, "x"):\n        c.x = 1\n        C.n += 1',
    ['C.n = 1', 'C.n = 2'],
  ],
  'a slot': ['class C: __slots__ = ("n",)\nc = C()\nc.n = 0\ndef one(): c.n += 1', ['c.n = 1', 'c.n = 2']],
  'a property': [
    'class C:\n    _n = 0\n    n = property(lambda s: s._n, lambda s, v: setattr(s, "_n", v))\nc = C()\ndef one(): c.n += 1',
    ['c.n = 1', 'c.n = 2'],
  ],
  'a subclass of dict': [
    'from collections import Counter\nd = Counter()\ndef one(): d["n"] += 1',
    ['d["n"] = 1', 'd["n"] = 2'],
  ],
  'the length of a list': ['l = []\ndef one(): l.append(len(l))', ['l = [0, 0]', 'l = [0, 1]']],
  'a list that is iterated over': [
    'l, out = [1], []\ndef one(): l.append(2)\ndef two(): out.extend([x for x in l])',
    ['out = [1, 2]', 'out = [1]'],
  ],
  'a list that is compared, formatted, joined': [
    'l, out = ["a"], []\ndef one(): l.append("b")\ndef two(): out.append((l == ["a"], f"{l}", "".join(l)))',
    [
      'out = [(False, "[\'a\', \'b\']", "ab")]',
      'out = [(True, "[\'a\']", "a")]',
      'out = [(True, "[\'a\']", "ab")]',
      'out = [(True, "[\'a\', \'b\']", "ab")]',
    ],
  ],
  'keywords from a dictionary': [
    'd, out = {"a": 1}, []\ndef count(**given): out.append(len(given))\ndef one(): count(**d)\ndef two(): d["b"] = 2',
    ['out = [1]', 'out = [2]'],
  ],
  'a heap of the library': [
    'import heapq\nh = []\ndef one(): heapq.heappush(h, len(h))',
    ['h = [0, 0]', 'h = [0, 1]'],
  ],
  'an iterator': [
    'it, out = iter([1, 2]), []\ndef one(): out.append(sum(it))',
    ['out = [0, 3]', 'out = [3, 0]'],
  ],
  'a generator': [
    'def numbers():\n    yield 1\n    yield 2\ng, out = numbers(), []\ndef one():\n    try: next(g)\n    except ValueError: out.append("busy")',
    ["out = ['busy']", 'out = []'],
  ],
  'whether an event is set': [
    'e, out = threading.Event(), []\ndef one(): e.set()\ndef two(): out.append(e.is_set())',
    ['out = [False]', 'out = [True]'],
  ],
  'whether a lock is held': [
    'lock, out = threading.Lock(), []\ndef one():\n    with lock: pass\ndef two(): out.append(lock.locked())',
    ['out = [False]', 'out = [True]'],
  ],
  'a queue': [
    'import queue\nq, out = queue.SimpleQueue(), []\ndef one(): q.put(1)\ndef two(): out.append(q.empty())',
    ['out = [False]', 'out = [True]'],
  ],
  'when threads sleep': [
    'import time\nout = []\ndef one():\n    time.sleep(1)\n    out.append(1)\ndef two():\n    time.sleep(1)\n    out.append(2)',
    ['out = [1, 2]', 'out = [2, 1]'],
  ],
};

/** A value alone, with one kind of quotes. */
const plain = (outcome: string): string => outcome.replace(/^.* = /, '').replaceAll('"', "'");

test('the search sees what threads share, in whatever way', async ({ harness }) => {
  const searchOne = async ([name, [body, outcomes]]: (typeof entries)[number]): Promise<void> => {
    const shown = outcomes[0]?.split(' = ')[0] ?? '';
    const text = `${twoThreads(body, body.includes('def two') ? 'two' : 'one')}result = ${shown}\n`;
    const report = await exhaust(harness, text, 'result is not None', null);
    expect(words(report).map(plain).toSorted(), name).toEqual(outcomes.map(plain).toSorted());
    expect(report.complete, name).toBe(true);
  };
  const entries = Object.entries(SHARED);
  // A few at once: most of their time goes into fetching a fresh interpreter.
  for (let at = 0; at < entries.length; at += AT_ONCE) {
    await Promise.all(entries.slice(at, at + AT_ONCE).map(searchOne));
  }
});

test('races in imported modules, in their variables from outside, and in executed code', async ({
  harness,
}) => {
  const both =
    'threads = [threading.Thread(target=f) for f in fs]\nfor t in threads: t.start()\nfor t in threads: t.join()\n';
  const modules: Readonly<Record<string, readonly [Record<string, string>, readonly string[]]>> = {
    inside: [
      {
        'main.py': `import threading, state\nfs = [state.bump] * 2\n${both}r = state.n\n`,
        'state.py': 'n = 0\ndef bump():\n    global n\n    n += 1\n',
      },
      ['r = 1', 'r = 2'],
    ],
    outside: [
      {
        'main.py': `import threading, state\nout = []\ndef one(): state.n = 5\ndef two(): out.append(state.look())\nfs = one, two\n${both}r = out[0]\n`,
        'state.py': 'n = 0\ndef look(): return n\n',
      },
      ['r = 0', 'r = 5'],
    ],
    executed: [
      {
        'main.py': `import threading\nnames = {"n": 0}\nexec("def f():\\n    global n\\n    n += 1\\n", names)\nfs = [names["f"]] * 2\n${both}r = names["n"]\n`,
      },
      ['r = 1', 'r = 2'],
    ],
  };
  for (const [name, [files, outcomes]] of Object.entries(modules)) {
    const { report } = await harness.search(
      files,
      { method: 'exhaustive', bound: null, schedules: 500 },
      searchOptions('r >= 0'),
    );
    expect(words(report), name).toEqual(outcomes);
    expect(report?.complete, name).toBe(true);
  }
});

test('where the search cannot see, it does not say complete', async ({ harness }) => {
  const cached = twoThreads(
    'import functools\nn = []\n@functools.cache\ndef make(key): n.append(1)\ndef one(): make(1)',
  );
  expect(await exhaust(harness, cached, 'len(n) == 1', null)).toMatchObject({ complete: false });
});

test('a search leaves nothing behind: no objects, no carriers, however many executions', async ({
  harness,
}) => {
  const counting = [
    'import gc, threading',
    'class Thing: pass',
    'def one():',
    '    thing = Thing(); thing.itself = thing',
    '    threading.local().x = [thing]',
    'threads = [threading.Thread(target=one) for _ in range(10)]',
    'for thread in threads: thread.start()',
    'for thread in threads: thread.join()',
    'del threads, thread',
    'gc.collect()',
    'objects = len(gc.get_objects())',
    'import faultline.entry as entry',
    'result = [objects // 1000, entry.outside.carriers.count]',
  ].join('\n');
  const { report } = await harness.search(
    counting,
    { method: 'random', schedules: 400 },
    searchOptions('result'),
  );
  expect(report?.tried).toBe(400);
  for (const one of words(report)) expect(one).toMatch(/^result = \[\d+, \d+\]/);
  // Some hundred objects more or less are caches; the first executions fill them.
  const results = words(report).map((one) => one.match(/\d+/g)?.map(Number) ?? []);
  const thousands = results.map(([objects = 0]) => objects);
  expect(Math.max(...thousands) - Math.min(...thousands)).toBeLessThanOrEqual(1);
  expect(new Set(results.map(([, carriers]) => carriers)).size).toBeLessThanOrEqual(11);
});

test('an execution finds the names of `queue` that the one before has renamed', async ({ harness }) => {
  const renaming = [
    'import queue, threading',
    'threads = [threading.Thread(target=print) for _ in range(2)]',
    'for thread in threads: thread.start()',
    'for thread in threads: thread.join()',
    'result = [*vars(queue)][-1]',
    'queue.renamed = vars(queue).pop(result)',
  ].join('\n');
  const { report } = await harness.search(
    renaming,
    { method: 'random', schedules: 5 },
    searchOptions('result'),
  );
  expect(report?.tried).toBe(5);
  expect(words(report)).toHaveLength(1);
  expect(words(report)[0]).not.toContain('renamed');
});
