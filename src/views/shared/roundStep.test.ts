import { expect, it } from 'vitest';
import { roundStep } from './roundStep.ts';

it('is 1, 2 or 5 times a power of ten, the next one up, and never less than 1', () => {
  expect([0.02, 0.9, 1, 1.1, 2.1, 5, 5.1, 73, 4_321].map(roundStep)).toEqual([
    1, 1, 1, 2, 5, 5, 10, 100, 5_000,
  ]);
});
