/** The roots of the memory probe's tracks, as its runs begin. For tests. */
import type { ScriptLine } from './scriptedTrace.ts';

/** One line for each root, at the first microseconds of a run. */
export const HEAP_ROOTS: readonly ScriptLine[] = [
  'traced bytes',
  'live objects',
  'containers',
  'late garbage',
  'growth',
  'held by',
  'collections',
  'freed by the collector',
].map((label, index): ScriptLine => [index, 'track', label]);
