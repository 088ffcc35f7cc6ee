/** A scripted run for the tests of this view: a pool of 1 + 1, two threads that keep what they took, one that gives up. */
import type { ScriptLine } from './scriptedTrace.ts';

const ms = 1_000;

/** What the probe reports of the broken program, with three requests instead of twelve; microseconds. */
export const lostConnections: readonly ScriptLine[] = [
  [1, 'track', 'collected'],
  [2, 'track', 'connections'],
  [3, 'track', 'opened'],
  [4, 'track', 'checked out'],
  [5, 'track', 'idle'],
  [6, 'track', 'overflow'],
  [7, 'track', 'requests'],
  [600 * ms, 'track', 'engine', 'connections'],
  [600 * ms + 1, 'state', 'engine', 'QueuePool', '2'],
  [600 * ms + 2, 'track', 'size', 'engine'],
  [600 * ms + 3, 'gauge', 'size', 1],
  [600 * ms + 4, 'track', 'most', 'engine'],
  [600 * ms + 5, 'gauge', 'most', 2],
  [600 * ms + 6, 'gauge', 'overflow', -1],
  ...taken(700 * ms, 'connection 1', 'Thread-1 (request)'),
  [700 * ms + 4, 'gauge', 'opened', 1],
  [700 * ms + 5, 'gauge', 'checked out', 1],
  [700 * ms + 6, 'gauge', 'overflow', 0],
  ...taken(800 * ms, 'connection 2', 'Thread-2 (request)'),
  [800 * ms + 4, 'gauge', 'opened', 2],
  [800 * ms + 5, 'gauge', 'checked out', 2],
  [800 * ms + 6, 'gauge', 'overflow', 1],
  [850 * ms, 'mark', 'connection 1', 'BEGIN', 'plain', 'main.py:19'],
  [850 * ms + 1, 'mark', 'connection 1', 'SELECT ? * 2 (0,)', 'plain', 'main.py:19'],
  [900 * ms, 'track', 'Thread-3 (request)', 'requests'],
  [900 * ms + 1, 'open', 'Thread-3 (request)', 'answer', 'main.py:17'],
  [2_900 * ms + 1, 'close', 'Thread-3 (request)', 'timed out'],
  [3_000 * ms, 'close', 'connection 1', 'collected'],
  [3_000 * ms + 1, 'state', 'connection 1', 'idle'],
  [3_000 * ms + 2, 'close', 'connection 2', 'collected'],
  [3_000 * ms + 3, 'state', 'connection 2', 'closed'],
  [3_000 * ms + 4, 'gauge', 'opened', 1],
  [3_000 * ms + 5, 'gauge', 'checked out', 0],
  [3_000 * ms + 6, 'gauge', 'overflow', 0],
];

/** Two threads share the one connection of a StaticPool; the second to take it is the first to give it back. */
export const sharedConnection: readonly ScriptLine[] = [
  [1, 'track', 'connections'],
  [2, 'track', 'engine', 'connections'],
  [3, 'state', 'engine', 'StaticPool', ''],
  ...taken(100 * ms, 'connection 1', 'Thread-1 (hold)'),
  [200 * ms, 'open', 'connection 1', 'hold', 'main.py:18'],
  [200 * ms + 1, 'state', 'connection 1', 'out', 'Thread-2 (hold)', 'main.py:18'],
  [300 * ms, 'close', 'connection 1', 'returned'],
  [600 * ms, 'close', 'connection 1', 'returned'],
  [600 * ms + 1, 'state', 'connection 1', 'idle'],
];

function taken(at: number, connection: string, thread: string): readonly ScriptLine[] {
  return [
    [at, 'track', connection, 'engine'],
    [at + 1, 'state', connection, 'idle', null, 'main.py:17'],
    [at + 2, 'open', connection, 'answer', 'main.py:17'],
    [at + 3, 'state', connection, 'out', thread, 'main.py:17'],
  ];
}
