/** Figure: what one side shows, laid out for its size. Pure. */
import type { Size } from '../../shared/elementSize.ts';
import { layOut } from './layout.ts';
import type { Order } from '../model/eventSequence.ts';
import type { Scene } from './scene.ts';
import type { Sight } from '../interaction/useViewport.ts';
import { rangeOf, shownVariables } from '../model/variables.ts';

/** A scene but for its colours, its scrolling and the pointer. */
export function figureOf(
  { order, other, window, whole, playhead }: Sight,
  size: Size,
  live: boolean,
): Omit<Scene, 'palette' | 'scroll' | 'pointed'> {
  const { shown: variables, more } = shownVariables(order.variables);
  const layout = layOut({ ...size, rows: rowsOf(order, other), window });
  const ranges = variables.map((row) => rangeOf(row, other.variables, whole ? null : layout));
  return { order, layout, variables, moreVariables: more, ranges, playhead, live };
}

/** Both sides have as many lanes as the one with more, so that they line up. */
function rowsOf(one: Order, other: Order) {
  return {
    threads: Math.max(one.threads.length, other.threads.length),
    locks: Math.max(one.locks.length, other.locks.length),
    variables: Math.max(stripsOf(one), stripsOf(other)),
  };
}

function stripsOf(order: Order): number {
  return shownVariables(order.variables).shown.length;
}
