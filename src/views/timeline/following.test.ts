import { describe, expect, it } from 'vitest';
import { traceOf, type ScriptLine } from '../../testing/scriptedTrace.ts';
import { followTo } from './following.ts';
import { visibleLanes } from '../shared/lanes.ts';
import { layOut } from './layout.ts';

/** Tasks one after another, each ten microseconds long. */
function inTurn(count: number) {
  const lines = Array.from({ length: count }, (_, index): ScriptLine[] => {
    const [task, at] = [`Task-${index + 1} fetch`, 10 + index * 10];
    return [
      [at, 'track', task, 'tasks'],
      [at + 1, 'open', task, 'fetch'],
      [at + 9, 'close', task, 'done'],
    ];
  });
  const lanes = traceOf([[0, 'track', 'tasks'], ...lines.flat()]).picture.lanesBelow('tasks');
  return { lanes, layout: layOut({ width: 555, height: 180, lanes: lanes.length, horizon: 10_000 }) };
}

describe('followTo', () => {
  it('brings the task that goes on into sight', () => {
    const { lanes, layout } = inTurn(100);
    const to = followTo(lanes, layout, 0, 10 + 60 * 10 + 5) ?? 0;
    const [first, end] = visibleLanes(layout, lanes.length, to);
    expect(first).toBeLessThan(60);
    expect(end).toBeGreaterThan(61);
  });

  it('stays while something in sight goes on, when nothing does, and when all lanes fit', () => {
    const { lanes, layout } = inTurn(100);
    expect(followTo(lanes, layout, 0, 15)).toBeNull();
    expect(followTo(lanes, layout, 0, 1_000_000)).toBeNull();
    const few = inTurn(5);
    expect(followTo(few.lanes, few.layout, 0, 45)).toBeNull();
  });
});
