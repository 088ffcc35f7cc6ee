/** The sequence of a run's imports: its events in order, and what they draw. Grows with the run. */
import { NO_ITEMS } from '../../trace/noItems.ts';
import type { Lane } from '../../trace/lane.ts';
import type { Picture } from '../../trace/picture.ts';
import { lastUntil } from '../../trace/binarySearch.ts';
import type { Micros } from '../../trace/vocabulary.ts';
import { GrowingSequence } from './growingSequence.ts';
import { BACK_EDGES, stateCalled, type ModuleState } from './names.ts';
import type { ImportEdge, BackEdge, EventSequence } from './rows.ts';

const sequences = new WeakMap<Picture, GrowingSequence>();

/** All that is known of a run's imports; made once for each run and grown with it. */
export function sequenceOf(picture: Picture): EventSequence {
  const sequence = sequences.get(picture) ?? new GrowingSequence();
  sequences.set(picture, sequence);
  sequence.grow(picture);
  return sequence;
}

/** The state of a module's lane at a moment; null before anybody has asked for it. */
export function stateAt({ stretches }: Lane, moment: Micros): ModuleState | null {
  const stretch = lastUntil(stretches, moment);
  return stretch === null ? null : stateCalled(stretch.state);
}

/** The line at which a module waits for what it has asked for, or null. */
export function lineAt({ links }: Lane, moment: Micros): number | null {
  return lastUntil(links, moment)?.place?.line ?? null;
}

/** How many back edges there were by a moment. One that was used later is reported twice, and counted once. */
export function countBackEdges(picture: Picture, moment: Micros): number {
  return lastUntil(picture.laneLabelled(BACK_EDGES)?.totals ?? NO_ITEMS, moment)?.total ?? 0;
}

/** The back edges reported by a moment. */
export function backEdgesUntil(
  { imports }: EventSequence,
  moment: Micros,
): readonly (ImportEdge & { readonly back: BackEdge })[] {
  return imports.flatMap((edge) =>
    edge.back !== null && edge.back.time <= moment ? [{ ...edge, back: edge.back }] : [],
  );
}
