/** A program that goes through its own stack by itself meets no frame of ours, wherever its code runs. */
import { expect } from '@playwright/test';
import { test } from '../harness.ts';
import { program, random } from './threads.ts';

for (const probes of [[], ['threads', 'tasks']]) {
  test(`a stack is the program's own, with the probes [${probes.join()}]`, async ({ harness }) => {
    const walks = await harness.run(program('walks.py'), { probes, schedule: random('cpython314', 1) });
    expect(walks.end.ending).toEqual({ kind: 'finished' });
    expect(walks.stdout).toBe(
      [
        "main ['<module>'] None",
        "thread ['run', '_bootstrap_inner', '_bootstrap']",
        'waits wait 2',
        'ours []',
        '',
      ].join('\n'),
    );
  });
}

test('wherever Python calls a program, the calls below are those of CPython', async ({ harness }) => {
  for (const probes of [[], ['tasks'], ['tasks', 'threads', 'pool', 'imports', 'memory']]) {
    const { end, stdout } = await harness.run(program('depths.py'), {
      probes,
      schedule: random('cpython314', 1),
    });
    expect(end.ending).toEqual({ kind: 'finished' });
    expect(stdout).toBe(program('depths.txt'));
  }
});
