/** Where the browser cannot suspend Python, the lessons on threads and pools keep their promises as they are shipped. */
import { expect } from '@playwright/test';
import { SIDES } from '../../src/lesson/schema.ts';
import type { Kept } from '../../src/app/harness.ts';
import { test } from '../harness.ts';
import { program, random } from './threads.ts';
import { lessonCalled } from './versions.ts';

test.use({ suspends: false });

function expectKept({ ending, ends, measured }: Kept): void {
  expect(ending.kind === 'raised' ? ending.error : ending).toMatchObject(
    ends === null ? { kind: 'finished' } : { type: ends },
  );
  expect(measured.filter(({ holds }) => !holds)).toEqual([]);
}

for (const { id, variations } of ['threads', 'pools'].map(lessonCalled)) {
  for (const side of SIDES) {
    test(`lesson ${id}, ${side}`, async ({ harness }) => {
      expectKept(await harness.measure(id, side, 'fast'));
    });
  }
  for (const variation of variations) {
    test(`lesson ${id}, variation ${variation.id}`, async ({ harness }) => {
      expectKept(await harness.measureVariation(id, variation.id));
    });
  }
}

test('a stack is the program’s own', async ({ harness }) => {
  const walks = await harness.run(program('walks.py'), {
    probes: ['threads', 'tasks'],
    schedule: random('cpython314', 1),
  });
  expect(walks.end.ending).toEqual({ kind: 'finished' });
  expect(walks.stdout).toContain('ours []');
});
