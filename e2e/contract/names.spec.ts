/** What things are called: by the object, the same on lanes, in counters, waits and sentences, and two never alike. */
import { expect } from '@playwright/test';
import type { HarnessRun } from '../../src/harness/harness.ts';
import { test } from '../harness.ts';
import { marksOn } from './imports.ts';
import { random, sentences } from './threads.ts';

const TWENTY = { method: 'random', schedules: 20, seed: 1 } as const;

const realistic = { model: 'cpython314', strategy: { kind: 'realistic' }, check: null } as const;

/** The labels of the lanes below a root. */
function lanesBelow({ events }: HarnessRun, root: string): string[] {
  const tracks = events.flatMap((event) => (event.word === 'track' ? [event] : []));
  const parent = tracks.find((one) => one.parent === null && one.label === root)?.track;
  return tracks.filter((one) => one.parent === parent).map(({ label }) => label);
}

const ACCOUNT = [
  'import threading, time',
  'class Account:',
  '    def __init__(self, name):',
  '        self.name = name',
  '        self.balance = 10',
  '        self.lock = threading.Lock()',
  '    def move(self, other, amount):',
  '        with self.lock:',
  '            self.balance -= amount',
  '            with other.lock:',
  '                other.balance += amount',
  'def both(one, two):',
  '    moves = [threading.Thread(target=one.move, args=(two, 1)), threading.Thread(target=two.move, args=(one, 2))]',
  '    for each in moves: each.start(); each.join()',
].join('\n');

/** How two accounts may be kept, and what they are called then. */
const KEPT: Readonly<Record<string, readonly [text: string, owners: readonly [string, string]]>> = {
  'variables of the module': ['ann = Account("ann")\nbob = Account("bob")\nboth(ann, bob)', ['ann', 'bob']],
  'items of a list': [
    'accounts = [Account("ann"), Account("bob")]\nboth(*accounts)',
    ['accounts[0]', 'accounts[1]'],
  ],
  'items of a dict inside an object': [
    'class Bank: pass\nbank = Bank()\nbank.accounts = {n: Account(n) for n in ("ann", "bob")}\nboth(*bank.accounts.values())',
    ["bank.accounts['ann']", "bank.accounts['bob']"],
  ],
  'made in a loop': [
    'accounts = []\nfor name in ("ann", "bob"):\n    account = Account(name)\n    accounts.append(account)\ndel account\nboth(*accounts)',
    ['accounts[0]', 'accounts[1]'],
  ],
  'variables of main()': [
    'def main():\n    ann = Account("ann")\n    bob = Account("bob")\n    both(ann, bob)\nmain()',
    ['ann', 'bob'],
  ],
  'attributes in slots': [
    'class Pair:\n    __slots__ = ("first", "second")\npair = Pair()\npair.first, pair.second = Account("ann"), Account("bob")\nboth(pair.first, pair.second)',
    ['pair.first', 'pair.second'],
  ],
};

for (const [how, [text, [one, two]]] of Object.entries(KEPT)) {
  test(`two accounts that are ${how} have names of their own`, async ({ harness }) => {
    const run = await harness.run(`${ACCOUNT}\n${text}`, {
      probes: ['threads'],
      schedule: realistic,
    });
    expect(run.end.ending).toEqual({ kind: 'finished' });
    const lanes = [...lanesBelow(run, 'shared'), ...lanesBelow(run, 'locks')];
    expect(lanes.filter((label) => /balance|lock/.test(label)).toSorted()).toEqual(
      [`${one}.balance`, `${one}.lock`, `${two}.balance`, `${two}.lock`].toSorted(),
    );
    expect(lanes.some((label) => label.startsWith('self.'))).toBe(false);
  });
}

test('what gets its name late, after any number of touches, is called by it', async ({ harness }) => {
  const late = [
    ACCOUNT,
    'kept = {}',
    'def open_account(name):',
    // Among the variables of its own thread alone, where no lasting name leads.
    '    account = Account(name)',
    '    for _ in range(20): account.balance += 1',
    '    kept[name] = account',
    'for name in ("ann", "bob"):',
    '    thread = threading.Thread(target=open_account, args=(name,)); thread.start(); thread.join()',
    'both(kept["ann"], kept["bob"])',
  ].join('\n');
  const run = await harness.run(late, { probes: ['threads'], schedule: realistic });
  expect(run.end.ending).toEqual({ kind: 'finished' });
  expect(
    lanesBelow(run, 'shared')
      .filter((label) => label.includes('balance'))
      .toSorted(),
  ).toEqual(["kept['ann'].balance", "kept['bob'].balance"]);
});

test('a deadlock, its waits and its lanes call the locks alike', async ({ harness }) => {
  const text = [
    ACCOUNT.replace('self.balance -= amount', 'self.balance -= amount; time.sleep(1)'),
    'ann = Account("ann")',
    'bob = Account("bob")',
    'for one, two in ((ann, bob), (bob, ann)): threading.Thread(target=one.move, args=(two, 1)).start()',
  ].join('\n');
  const run = await harness.run(text, { probes: ['threads'], schedule: realistic });
  if (run.end.ending.kind !== 'stuck') throw new Error(run.end.ending.kind);
  expect(run.end.ending.cycle).toEqual([
    'Thread-1 (move) waits for lock `bob.lock`, held by Thread-2 (move) (main.py, line 10)',
    'Thread-2 (move) waits for lock `ann.lock`, held by Thread-1 (move) (main.py, line 10)',
  ]);
  const waits = run.events.flatMap((event) => (event.word === 'state' ? [event.detail ?? ''] : []));
  expect(waits.filter((detail) => detail.startsWith('lock')).toSorted()).toEqual([
    'lock `ann.lock`, held by Thread-1 (move)',
    'lock `bob.lock`, held by Thread-2 (move)',
  ]);
  expect(lanesBelow(run, 'locks').toSorted()).toEqual(['ann.lock', 'bob.lock']);
});

for (const [leave, described] of [
  ['time.sleep(0.1)', 'slept'],
  ['gate.wait(0.1)', 'waited'],
] as const) {
  test(`a lost update across ${leave} is reported as what it was`, async ({ harness }) => {
    const text = [
      'import threading, time',
      'gate = threading.Event()',
      'counter = 0',
      'def one():',
      '    global counter',
      '    seen = counter',
      `    ${leave}`,
      '    counter = seen + 1',
      'both = [threading.Thread(target=one) for _ in range(2)]',
      'for each in both: each.start()',
      'for each in both: each.join()',
    ].join('\n');
    const run = await harness.run(text, { probes: ['threads'], schedule: realistic });
    expect(sentences(run)).toEqual([
      `Thread-2 (one) read 0 and ${described}; Thread-1 (one) wrote 1; Thread-2 (one) wrote 1 again.`,
    ]);
  });
}

test('a check shows what it names, and outcomes do not differ in addresses', async ({ harness }) => {
  const text = [
    'import threading',
    'class Node: pass',
    'def fail(node):',
    '    raise ValueError(f"{node} at {id(node)}, {hex(id(node))}, 20000000")',
    'class Box: value = 3',
    'box = Box()',
    'kept = [Node() for _ in range(50)]',
    'threads = [threading.Thread(target=fail, args=(Node(),)) for _ in range(2)]',
    'for each in threads: each.start()',
    'for each in threads: each.join()',
  ].join('\n');
  const { report } = await harness.search(text, TWENTY, { schedule: random('before310', 0) });
  expect(report?.outcomes.map(({ words }) => words.replace(/ in Thread-\d.*$/, ''))).toEqual(
    report?.outcomes.map(() => 'ValueError: <__main__.Node object> at …, …, 20000000'),
  );
  expect(report?.outcomes.length).toBeLessThanOrEqual(2);
  const checked = await harness.run('class Box: value = 3\nbox = Box()\n', {
    probes: ['threads'],
    schedule: { ...realistic, check: 'box.value == 4' },
  });
  expect(checked.scheduled?.check).toEqual({ holds: false, words: 'box.value = 3' });
});

/** What threads raise that keep more objects in one order of turns than in another; and how it is described. */
const ADDRESSED: Readonly<Record<string, readonly [raises: string, described: string]>> = {
  'among the arguments': [
    'raise RuntimeError("lost", id(node), [hex(id(node))])',
    "RuntimeError: ('lost', …, ['…'])",
  ],
  'in a name of a file': [
    'raise OSError(5, "cannot open", f"/dev/{id(kept[-1])}")',
    "OSError: [Errno 5] cannot open: '/dev/…'",
  ],
  'of a group': [
    'raise ExceptionGroup(f"of {id(kept)}", [KeyError(id(node))])',
    'ExceptionGroup: of … (1 sub-exception)',
  ],
  'in a method, of its object': [
    'node.fail()',
    'ValueError: <bound method Node.fail of <__main__.Node object>> of …, … and …',
  ],
  'of an assertion': [
    'assert not node, f"{node} in {id(kept)} of {len(kept[0])}"',
    'AssertionError: <__main__.Node object> in … of 40',
  ],
  'of functions, methods and iterators': [
    'raise ValueError(f"{kept.append} {one} {iter(kept)} {Node}")',
    "ValueError: <built-in method append of list object> <function one> <list_iterator object> <class '__main__.Node'>",
  ],
};

for (const [where, [raises, described]] of Object.entries(ADDRESSED)) {
  test(`outcomes do not differ in an address ${where}`, async ({ harness }) => {
    const text = [
      'import threading',
      'class Node:',
      '    def fail(self): raise ValueError(f"{self.fail} of {id(self)}, {id(kept)} and {hex(id(self)).upper()}")',
      'kept = []',
      'def one():',
      '    kept.append([Node() for _ in range(40)])',
      '    node = Node()',
      `    ${raises}`,
      'threads = [threading.Thread(target=one) for _ in range(2)]',
      'for each in threads: each.start()',
      'for each in threads: each.join()',
    ].join('\n');
    const { report } = await harness.search(text, TWENTY, { schedule: random('before310', 0) });
    expect(report?.failed).toBe(20);
    const words = report?.outcomes.map((outcome) => outcome.words.replace(/ in Thread-\d \(one\)$/, ''));
    expect(new Set(words)).toEqual(new Set([described]));
  });
}

test('locks of imports that two threads take in opposite order are one outcome, with its words', async ({
  harness,
}) => {
  const files = {
    'main.py': [
      'import threading',
      'def load(name): __import__(name)',
      'names = ("shop.stock.items", "shop.stock")',
      'threads = [threading.Thread(target=load, args=(name,)) for name in names]',
      'for each in threads: each.start()',
      'for each in threads: each.join()',
    ].join('\n'),
    'shop/__init__.py': '',
    'shop/stock/__init__.py': 'from shop.stock.items import ITEMS\n',
    'shop/stock/items.py': 'ITEMS = [name.upper() for name in ("apple", "pear")]\n',
  };
  const { report } = await harness.search(
    files,
    { method: 'exhaustive', bound: 2, schedules: 20_000 },
    { probes: ['imports', 'threads'], schedule: realistic },
  );
  expect(report).toMatchObject({ cut: 0, complete: true });
  const failed = report?.outcomes.filter(({ kind }) => kind === 'failed');
  expect(failed?.map(({ words }) => words)).toEqual([
    "_DeadlockError: deadlock detected by _ModuleLock('shop.stock.items') at … in Thread-2 (load)",
  ]);
  expect(failed?.[0]?.count).toBe(report?.failed);
});

test('an import names the module whose body runs, not the last one of its line', async ({ harness }) => {
  const files = {
    'main.py': 'import shop\n',
    'shop/__init__.py': 'from shop import orders, customers\ndef create_app(): pass\n',
    'shop/orders.py': 'from shop import create_app\n',
    'shop/customers.py': '',
  };
  const run = await harness.run(files, { probes: ['imports'] });
  expect(marksOn(run, 'back edges')).toEqual([
    'shop.orders asked for `create_app` too early. shop was still on its line 1, waiting for shop.orders; `create_app` comes in line 2.',
  ]);
  const broken = await harness.run({ ...files, 'shop/orders.py': 'def f(:\n' }, { probes: ['imports'] });
  expect(marksOn(broken, 'shop.orders')).toContain('syntax error');
});
