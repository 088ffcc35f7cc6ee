/** Names: what the probe calls its tracks, states and outcomes (`src/runtime/python/faultline/probes/pool`). */

/** The root of the pools; below each of them its connections, and its limits as gauges. */
export const CONNECTIONS = 'connections';
/** The root of the threads that have waited, with a span for each wait. */
export const REQUESTS = 'requests';
export const COLLECTED = 'collected';

export const LIMITS = { size: 'size', most: 'most' } as const;

/** Whether a lane below a pool is a connection, and not a limit. */
export function isConnection(label: string): boolean {
  return label !== LIMITS.size && label !== LIMITS.most;
}

/** States of a connection. */
export const OUT = 'out';
export const CLOSED = 'closed';

/** State of a pool that nobody has any more; before that it is in a state that names its kind. */
export const GONE = 'gone';

/** How a wait ended. */
export const TIMED_OUT = 'timed out';
export const SERVED = 'served';

/** Ways in which a connection comes back that are not the program's doing: by the collector, or with its last reference. */
export const LOST = { collected: 'collected', dropped: 'dropped' } as const;

/** A name in `most` characters: what distinguishes threads stands at the end, as in `ThreadPoolExecutor-0_3`. */
export function cutMiddle(name: string, most: number): string {
  if (name.length <= most) return name;
  const end = Math.min(7, Math.floor(most / 2));
  return `${name.slice(0, Math.max(1, most - end - 1))}…${name.slice(name.length - end)}`;
}
