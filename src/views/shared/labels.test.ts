import { describe, expect, it } from 'vitest';
import { fitLabels, splitLabel } from './labels.ts';

/** Every character is ten pixels wide. */
const measure = (text: string) => text.length * 10;

describe('labels', () => {
  it('distinguishes a task from what it runs, also when its name has spaces', () => {
    expect(splitLabel('Task-1 fetch_data')).toEqual({ name: 'Task-1', runs: ' fetch_data' });
    expect(splitLabel('load the page fetch')).toEqual({ name: 'load the page', runs: ' fetch' });
    expect(splitLabel('worker')).toEqual({ name: 'worker', runs: '' });
  });

  it('writes all in full when all fit', () => {
    expect(fitLabels(['Task-1 main', 'Task-2 fetch'], 200, measure).map((label) => label.runs)).toEqual([
      ' main',
      ' fetch',
    ]);
  });

  it('writes names only when one does not fit, so that all look alike', () => {
    expect(fitLabels(['Task-1 main', 'Task-2 fetch_everything'], 120, measure)).toEqual([
      { name: 'Task-1', runs: '' },
      { name: 'Task-2', runs: '' },
    ]);
  });

  it('cuts a name that is too long even so', () => {
    expect(fitLabels(['a-very-long-name fetch'], 60, measure)).toEqual([{ name: 'a-ver…', runs: '' }]);
    expect(fitLabels(['abc fetch'], 0, measure)).toEqual([{ name: '…', runs: '' }]);
  });
});
