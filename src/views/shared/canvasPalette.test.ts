import { expect, it } from 'vitest';
import { snap } from './canvasPalette.ts';

it('snaps to the pixels of the screen, which are finer than those of the page', () => {
  expect([1, 2, 3].map((ratio) => snap(10.4, { ratio }))).toEqual([10, 10.5, 31 / 3]);
});
