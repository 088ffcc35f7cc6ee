/** Hit: what the pointer is on. Pure. */
import { laneTop } from '../../shared/lanes.ts';
import { isOnAxis } from '../../shared/reach.ts';
import type { PointIn } from '../../shared/seekHandlers.ts';
import { edgeAt, lockTop, type Layout } from '../draw/layout.ts';
import type { EventSequence } from '../model/eventSequence.ts';
import type { LockRow, RankedEvent, ThreadRow, VariableRow } from '../model/rows.ts';

/** What lies across the axis at the pointer. */
export type On =
  | { readonly kind: 'thread'; readonly row: ThreadRow; readonly number: number }
  | { readonly kind: 'lock'; readonly row: LockRow }
  | { readonly kind: 'variable'; readonly row: VariableRow };

export interface Pointed {
  readonly event: RankedEvent;
  readonly on: On | null;
  /** of the lane or strip */
  readonly top: number;
  readonly height: number;
}

/** The rank under `x`: 0 left of the first event, at most `count`; null beside the axis. */
export function rankAt(layout: Layout, x: number, count: number): number | null {
  return isOnAxis(layout, x) ? rankNear(layout, x, count) : null;
}

/** The same, but further out it goes on beyond the range: whoever drags there wants to see more. */
export function rankNear(layout: Layout, x: number, count: number): number {
  return Math.min(count, Math.max(0, Math.floor(edgeAt(layout, x)) + 1));
}

/** The event and the lane at a point of the figure, or null beside the axis and where nothing has happened. */
export function pointedAt(
  at: PointIn,
  layout: Layout,
  sequence: EventSequence,
  variables: readonly VariableRow[],
): Pointed | null {
  const over = edgeAt(layout, at.x) > sequence.count;
  const rank = over ? null : rankAt(layout, at.x, sequence.count);
  const event = rank === null ? null : sequence.eventAt(Math.max(1, rank));
  if (event === null) return null;
  return { event, ...laneAt(at, layout, sequence, variables) };
}

function laneAt(
  { y, scroll }: PointIn,
  layout: Layout,
  sequence: EventSequence,
  variables: readonly VariableRow[],
): Omit<Pointed, 'event'> {
  for (const [index, strip] of layout.strips.entries()) {
    const row = variables[index];
    if (row !== undefined && y >= strip.top && y < strip.top + strip.height)
      return { on: { kind: 'variable', row }, ...strip };
  }
  const nowhere = { on: null, top: 0, height: 0 };
  if (y < layout.top || y >= layout.bottom) return nowhere;
  const number = Math.floor((y - laneTop(layout, 0, scroll)) / layout.pitch);
  const thread = sequence.threads[number];
  if (thread !== undefined) {
    return {
      on: { kind: 'thread', row: thread, number },
      top: laneTop(layout, number, scroll),
      height: layout.pitch,
    };
  }
  const index = Math.floor((y - lockTop(layout, 0, scroll)) / layout.lockPitch);
  const lock = sequence.locks[index];
  if (lock === undefined) return nowhere;
  return { on: { kind: 'lock', row: lock }, top: lockTop(layout, index, scroll), height: layout.lockPitch };
}
