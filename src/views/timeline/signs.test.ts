import { fact } from '../../testing/wire.ts';
import { describe, expect, it } from 'vitest';
import { traceOf } from '../../testing/scriptedTrace.ts';
import { signsOf } from './signs.ts';

describe('signsOf', () => {
  it('explains the signs that the picture holds, and no others', () => {
    const { picture } = traceOf([
      [0, 'track', 'tasks'],
      [1, 'track', 'Task-1 a', 'tasks'],
      [2, 'open', 'Task-1 a', 'a'],
      [3, 'state', 'Task-1 a', 'running'],
      [199_999, 'mark', 'Task-1 a', fact('loop held', {}), 'bad'],
      [200_000, 'state', 'Task-1 a', 'waiting'],
      [300_000, 'state', 'Task-1 a', 'ready'],
      [300_001, 'close', 'Task-1 a', 'cancelled'],
    ]);
    expect(signsOf(picture.lanesBelow('tasks'), 1_000_000)).toEqual([
      'running',
      'waiting',
      'held',
      'cancelled',
    ]);
    expect(signsOf(picture.lanesBelow('tasks'), 300_001)).not.toContain('ready');
    expect(signsOf([], 0)).toEqual(['running', 'waiting']);
  });

  it('explains the hatching of a task that waits long for its first step', () => {
    const { picture } = traceOf([
      [0, 'track', 'tasks'],
      [1, 'track', 'Task-1 a', 'tasks'],
      [2, 'open', 'Task-1 a', 'a'],
    ]);
    expect(signsOf(picture.lanesBelow('tasks'), 1_000)).toContain('ready');
  });
});
