import { expect, test } from 'vitest';
import { isForDevelopers } from './developers.ts';

test('only this computer is where developers look', () => {
  expect(['localhost', '127.0.0.1', '[::1]'].map(isForDevelopers)).toEqual([true, true, true]);
  expect(['faultline.localhost', 'a.example'].map(isForDevelopers)).toEqual([false, false]);
});
