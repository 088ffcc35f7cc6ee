/** Brings what goes on into sight when nothing that shows goes on. Pure. */
import type { Lane } from '../../trace/lane.ts';
import { countUntil } from '../../trace/binarySearch.ts';
import type { Micros } from '../../trace/vocabulary.ts';
import { visibleLanes, scrollToMiddle } from '../shared/lanes.ts';
import type { Layout } from './layout.ts';

/** The scroll position that shows the newest lane, when it goes on at this moment and no lane in sight does; else null. */
export function followTo(
  lanes: readonly Lane[],
  layout: Layout,
  scroll: number,
  moment: Micros,
): number | null {
  if (!layout.scrolls) return null;
  const [first, end] = visibleLanes(layout, lanes.length, scroll);
  if (lanes.slice(first, end).some((lane) => goesOn(lane, moment))) return null;
  const newest = countUntil(lanes.length, (index) => lanes[index]?.since ?? Infinity, moment) - 1;
  const lane = lanes[newest];
  if (lane === undefined || !goesOn(lane, moment)) return null;
  return scrollToMiddle(layout, newest);
}

function goesOn(lane: Lane, moment: Micros): boolean {
  return lane.spans.openAt(moment) >= 0;
}
