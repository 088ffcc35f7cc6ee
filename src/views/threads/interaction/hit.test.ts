import { describe, expect, it } from 'vitest';
import { traceOf } from '../../../testing/scriptedTrace.ts';
import { pointedAt, rankAt, rankNear } from './hit.ts';
import { laneTop } from '../../shared/lanes.ts';
import { layOut, lockTop, middleOf } from '../draw/layout.ts';
import { sequenceOf } from '../model/eventSequence.ts';
import { locked } from '../../../testing/scriptedThreads.ts';
import { shownVariables } from '../model/variables.ts';

const sequence = sequenceOf(traceOf(locked().lines).picture);
const { shown } = shownVariables(sequence.variables);
const layout = layOut({
  width: 555,
  height: 280,
  rows: { threads: 3, locks: 1, variables: 1 },
  range: { from: 0, span: 40 },
});
const at = (rank: number, y: number) =>
  pointedAt({ x: middleOf(layout, rank), y, scroll: 0 }, layout, sequence, shown);

describe('pointedAt', () => {
  it('finds the event and the lane', () => {
    expect(at(8, laneTop(layout, 1, 0) + 4)).toMatchObject({
      event: { rank: 8, what: { kind: 'read', value: '40' } },
      on: { kind: 'thread', number: 1 },
    });
    expect(at(8, lockTop(layout, 0, 0) + 4)?.on?.kind).toBe('lock');
    expect(at(8, 12)?.on?.kind).toBe('variable');
  });

  it('finds nothing beside the axis and where this side has ended', () => {
    expect(pointedAt({ x: 20, y: 100, scroll: 0 }, layout, sequence, shown)).toBeNull();
    expect(at(39, 100)).toBeNull();
  });
});

describe('the rank under the pointer', () => {
  it('counts from the first event, and keeps within what there is', () => {
    expect(rankAt(layout, middleOf(layout, 5), sequence.count)).toBe(5);
    expect(rankAt(layout, layout.left - 4, sequence.count)).toBe(0);
    expect(rankAt(layout, layout.left - 40, sequence.count)).toBeNull();
    expect(rankNear(layout, 5_000, sequence.count)).toBe(sequence.count);
  });
});
