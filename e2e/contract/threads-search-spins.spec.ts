/** A loop that does more than wait is not taken for one that only waits, and one that waits does not trap a search. */
import { expect } from '@playwright/test';
import { test } from '../harness.ts';
import { searchOptions, exhaust, distinctOutcomes, twoThreads } from './threads.ts';

/** Loops that look at `flag` three times at most, and say in `found` what came of it. */
const TRIES: Readonly<Record<string, string>> = {
  'in a function that is called': 'for _ in range(3):\n        if ready(): return found.append(1)',
  'with values that are all the same': 'for _ in (0, 0, 0):\n        if flag: return found.append(1)',
  'with large numbers':
    'n = 1000\n    while n < 1006:\n        if flag: return found.append(1)\n        n += 1\n        n += 1',
  'with a list of its own':
    'left = [1, 2, 3]\n    while left:\n        if flag: return found.append(1)\n        left.pop()',
};

for (const [name, loop] of Object.entries(TRIES)) {
  test(`a loop that gives up, ${name}, does more than wait`, async ({ harness }) => {
    const text = twoThreads(
      `flag, found = False, []\ndef ready(): return flag\ndef one():\n    ${loop}\n    found.append(0)\n` +
        'def two():\n    global flag\n    flag = True',
      'two',
    );
    const report = await exhaust(harness, text, 'len(found) == 1', 1);
    expect(distinctOutcomes(report)).toEqual(['found = [0]', 'found = [1]']);
    const given = report.outcomes.find(({ words }) => words === 'found = [0]');
    expect(given?.preemptions).toBe(0);
    expect(report).toMatchObject({ cut: 0, complete: true });
  });
}

test('a loop of the main program that gives up does more than wait', async ({ harness }) => {
  const text =
    'import threading\nflag, found = False, []\ndef one():\n    global flag\n    flag = True\n' +
    'thread = threading.Thread(target=one)\nthread.start()\n' +
    'for _ in range(3):\n    if flag:\n        found.append(1)\n        break\nelse:\n    found.append(0)\nthread.join()\n';
  const report = await exhaust(harness, text, 'len(found) == 1', 1);
  expect(distinctOutcomes(report)).toEqual(['found = [0]', 'found = [1]']);
});

test('a loop that waits does not trap PCT', async ({ harness }) => {
  const text = twoThreads(
    'flag = False\ndef one():\n    while not flag: pass\ndef two():\n    global flag\n    flag = True',
    'two',
  );
  const { report } = await harness.search(
    text,
    { method: 'pct', schedules: 20, depth: 3 },
    searchOptions('flag'),
  );
  expect(report).toMatchObject({ tried: 20, cut: 0, failed: 0 });
});

test('turns of loops that wait do not tell executions apart', async ({ harness }) => {
  const text =
    'import threading\ngo, n = False, 0\ndef one():\n    global n\n    while not go: pass\n    n += 1\n' +
    'threads = [threading.Thread(target=one) for _ in range(2)]\nfor thread in threads: thread.start()\n' +
    'go = True\nfor thread in threads: thread.join()\n';
  const report = await exhaust(harness, text, 'n == 2', 2, 'free-threaded', 1000);
  expect(distinctOutcomes(report)).toEqual(['n = 1', 'n = 2']);
  expect(report).toMatchObject({ cut: 0, complete: true });
});

test('a loop that lets others go first does not trap a search', async ({ harness }) => {
  const text =
    'import threading, time\nflag, data, found = False, 0, []\ndef one():\n    while not flag: time.sleep(0)\n' +
    '    found.append(data)\nthread = threading.Thread(target=one)\nthread.start()\n' +
    'data = 1\nflag = True\ndata = 2\nthread.join()\n';
  const report = await exhaust(harness, text, 'found', null, 'before310', 1000);
  expect(distinctOutcomes(report)).toEqual(['found = [1]', 'found = [2]']);
  expect(report).toMatchObject({ cut: 0, complete: true });
});
