import { describe, expect, it } from 'vitest';
import { traceOf } from '../../testing/scriptedTrace.ts';
import { pointedAt } from './hit.ts';
import { xOf } from '../shared/timeAxis.ts';
import { layOut } from './layout.ts';

const second = 1_000_000;
const { picture } = traceOf([
  [0, 'track', 'tasks'],
  [1, 'track', 'Task-1 fetch', 'tasks'],
  [2, 'track', 'Task-2 fetch', 'tasks'],
  [3, 'open', 'Task-1 fetch', 'fetch'],
  [second, 'state', 'Task-1 fetch', 'running', null, 'main.py:4'],
  [second + 50, 'state', 'Task-1 fetch', 'waiting', 'sleep', 'main.py:5'],
  [2 * second, 'state', 'Task-1 fetch', 'running', null, 'main.py:6'],
  [2 * second + 50, 'close', 'Task-1 fetch', 'done'],
]);
const lanes = picture.lanesBelow('tasks');
const layout = layOut({ width: 555, height: 180, lanes: lanes.length, horizon: 10 * second });
const at = (moment: number, lane = 0, shift = 0) =>
  pointedAt(
    { x: xOf(layout, moment) + shift, y: layout.top + (lane + 0.5) * layout.pitch, scroll: 0 },
    lanes,
    layout,
    10 * second,
  );

describe('pointedAt', () => {
  it('finds the stretch at the moment, with what it waits for', () => {
    const pointed = at(1.5 * second);
    expect(pointed?.lane.label).toBe('Task-1 fetch');
    expect(pointed?.on?.activity).toBe('waiting');
    expect(pointed?.on?.detail).toBe('sleep');
  });

  it.each([-2, 0, 2])('catches a mark thinner than the pointer, %d px beside it', (shift) => {
    expect(at(2 * second, 0, shift)?.on?.place).toEqual({ file: 'main.py', line: 6 });
  });

  it('knows of the time before the first step', () => {
    expect(at(0.5 * second)?.on?.activity).toBe('created');
  });

  it('says nothing of a task that is over, or has not begun', () => {
    expect(at(5 * second)).toMatchObject({ on: null });
    expect(at(second, 1)).toMatchObject({ index: 1, on: null });
  });

  it('is null beside the lanes', () => {
    expect(at(second, 5)).toBeNull();
    expect(pointedAt({ x: 200, y: layout.bottom + 5, scroll: 0 }, lanes, layout, second)).toBeNull();
  });
});
