/** A search lets go of what the program lets go of: finalisers run and weak references die when they would. */
import { expect } from '@playwright/test';
import { test } from '../harness.ts';
import { exhaust, distinctOutcomes, twoThreads } from './threads.ts';

test('what a thread lets go of is freed at once', async ({ harness }) => {
  const text = twoThreads(
    [
      'import weakref',
      'found = []',
      'class Thing:',
      '    def __del__(self): found.append("freed")',
      'def one():',
      '    thing = Thing()',
      '    thing.n = 1',
      '    thing.n += 1',
      '    held = weakref.ref(thing)',
      '    things = [thing]',
      '    things.append(thing.n)',
      '    del thing, things',
      '    if held() is not None: found.append("kept")',
    ].join('\n'),
  );
  const report = await exhaust(harness, text, 'found', 1);
  expect(distinctOutcomes(report)).toEqual(["found = ['freed', 'freed']"]);
  expect(report.complete).toBe(true);
});
