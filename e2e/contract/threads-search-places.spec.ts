/** The exhaustive search sees what threads share in odd places. */
import { expect } from '@playwright/test';
import { test } from '../harness.ts';
import { exhaust, told, twoThreads } from './threads.ts';

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
    expect(told(report)).toEqual(outcomes);
    expect(report.complete).toBe(true);
  });
}

test('a variable of code that is executed twice is looked at', async ({ harness }) => {
  const text = twoThreads("names = {'n': 0}\ndef one(): exec('n = n + int(1)', names)");
  const report = await exhaust(harness, `${text}n = names['n']\n`, 'n == 2', null);
  expect(told(report)).toEqual(['n = 1', 'n = 2']);
});

test('a generator runs until it has returned', async ({ harness }) => {
  const text = twoThreads(
    'found = []\ndef numbers():\n    yield 0\n    len([])\nshared = numbers()\ndef one():\n' +
      '    try:\n        for n in shared: found.append(n)\n    except ValueError: found.append("busy")',
  );
  // One of them is between the last `yield` and the end, where nothing is touched.
  expect(told(await exhaust(harness, text, 'found', 1))).toContain("found = [0, 'busy']");
});
