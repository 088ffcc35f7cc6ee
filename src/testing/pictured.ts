/** What the bench measures pictures with, as one graph of modules, and without what draws them. */
import { describeHeap } from '../views/heap/describe.ts';
import { heapChanges } from '../views/heap/telling.ts';
import { describeOutput } from '../views/output/describe.ts';
import { outputChanges } from '../views/output/telling.ts';
import { describePool } from '../views/pool/describe.ts';
import { poolChanges } from '../views/pool/telling.ts';
import { describeThreads } from '../views/threads/describe.ts';
import { threadsChanges } from '../views/threads/telling.ts';
import { describeTimeline } from '../views/timeline/describe.ts';
import { timelineChanges } from '../views/timeline/telling.ts';
import type { Picture } from '../trace/picture.ts';
import type { Many } from './manyEvents.ts';

export { Trace } from '../trace/trace.ts';
export { manyEvents } from './manyEvents.ts';

interface At {
  readonly picture: Picture;
  readonly moment: number;
  readonly live: boolean;
}

/** By view: what it keeps of a picture, once it has been asked for its changes and its words. */
export const ask: Readonly<Record<Many, (at: At) => void>> = {
  timeline: (at) => [timelineChanges(at.picture), describeTimeline(at)],
  threads: (at) => [threadsChanges(at.picture), describeThreads(at)],
  pool: (at) => [poolChanges(at.picture), describePool(at)],
  heap: (at) => [heapChanges(at.picture), describeHeap(at)],
  output: (at) => [outputChanges(at.picture), describeOutput(at)],
};
