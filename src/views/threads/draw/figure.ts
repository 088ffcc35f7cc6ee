/** Figure: what one side shows, laid out for its size. Pure. */
import type { Size } from '../../shared/elementSize.ts';
import { layOut } from './layout.ts';
import type { EventSequence } from '../model/eventSequence.ts';
import type { Scene } from './scene.ts';
import type { Viewport } from '../interaction/useViewport.ts';
import { rangeOf, shownVariables } from '../model/variables.ts';

/** A scene but for its colours, its scrolling and the pointer. */
export function figureOf(
  { sequence, other, range, whole, playhead, looked }: Viewport,
  size: Size,
  live: boolean,
): Omit<Scene, 'palette' | 'scroll' | 'pointed'> {
  const { shown: variables, more } = shownVariables(sequence.variables);
  const layout = layOut({ ...size, rows: rowsOf(sequence, other), range });
  const ranges = variables.map((row) => rangeOf(row, other.variables, whole ? null : layout));
  return { sequence, layout, variables, moreVariables: more, ranges, playhead, live, looked };
}

/** Both sides have as many lanes as the one with more, so that they line up. */
function rowsOf(one: EventSequence, other: EventSequence) {
  return {
    threads: Math.max(one.threads.length, other.threads.length),
    locks: Math.max(one.locks.length, other.locks.length),
    variables: Math.max(stripsOf(one), stripsOf(other)),
  };
}

function stripsOf(sequence: EventSequence): number {
  return shownVariables(sequence.variables).shown.length;
}
