/** Threads do what CPython's do: the same lines under every model. The texts were printed by CPython itself. */
import { expect } from '@playwright/test';
import { MODELS } from '../../src/runtime/schedule.ts';
import { test } from '../harness.ts';
import { program, random } from './threads.ts';

const TOURS = ['thread', 'own', 'lock', 'signal', 'pool', 'loop', 'shared', 'odd', 'late'] as const;

for (const model of MODELS) {
  for (const [seed, tour] of TOURS.entries()) {
    test(`the ${tour} tour does what CPython does, ${model}`, async ({ harness }) => {
      const { end, stdout } = await harness.run(program(`${tour}_tour.py`), {
        probes: ['threads'],
        schedule: random(model, seed + 1, 0.1),
      });
      expect(stdout).toBe(program(`${tour}_tour.txt`));
      expect(end.ending).toEqual({ kind: 'finished' });
    });
  }
}
