/** Where the browser cannot suspend Python, the lessons on threads and pools keep their promises as they are shipped. */
import { expect } from '@playwright/test';
import { SIDES } from '../../src/lesson/schema.ts';
import type { Kept } from '../../src/harness/harness.ts';
import { test } from '../harness.ts';
import { program, random } from './threads.ts';
import { lessonCalled } from './versions.ts';

test.use({ suspends: false });

function expectKept({ ending, ends, measured, untrue }: Kept): void {
  expect(ending.kind === 'raised' ? ending.error : ending).toMatchObject(
    ends === null ? { kind: 'finished' } : { type: ends },
  );
  expect([...measured.filter(({ holds }) => !holds), ...untrue]).toEqual([]);
}

const pages = ['threads', 'pools'].map(lessonCalled).flatMap((lesson) => [lesson, ...lesson.published]);
for (const { id, variations } of pages) {
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

test('stepping by hand says that it needs a browser that can suspend Python', async ({ harness }) => {
  const { end } = await harness.run(program('counter.py'), {
    probes: ['threads'],
    schedule: { model: 'before310', strategy: { kind: 'manual' } },
  });
  expect(end.ending).toMatchObject({
    kind: 'unable',
    why: expect.stringContaining(
      'cannot stand still and ask who goes on: stepping by hand needs a browser that can.',
    ),
  });
});

test('two threads that wait in generators come to their ends, one of them late', async ({ harness }) => {
  const text = [
    'import threading, time',
    'def slow():',
    '    for n in range(3):',
    '        time.sleep(1 + n)',
    '        yield n',
    'def work(): print(sum(slow()))',
    'threads = [threading.Thread(target=work) for _ in range(2)]',
    'for thread in threads: thread.start()',
    'for thread in threads: thread.join()',
  ].join('\n');
  const { end, stdout } = await harness.run(text, { schedule: random('cpython314', 1) });
  expect(end.ending).toEqual({ kind: 'finished' });
  expect(stdout).toBe('3\n3\n');
});
