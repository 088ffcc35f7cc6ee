/** The words of the heap view: what a program keeps, and why. */
import { formatBytes, formatCount, formatDuration } from '../base/format.ts';
import { counted } from './wording.ts';

const objects = (count: number, label: string) => counted(count, `${label} object`, `${label} objects`);
const runs = (count: number) =>
  count === 0
    ? 'The collector has not run.'
    : `The collector has run ${count === 1 ? 'once' : `${formatCount(count)} times`}`;

export const heapWords = {
  empty: 'Nothing has been measured yet.',
  traced: (bytes: number) => `${formatBytes(bytes)} of memory traced.`,
  alive: (count: number, label: string) => `${objects(count, label)} alive.`,
  moreClasses: (count: number) => `${counted(count, 'more class is', 'more classes are')} in the table.`,
  collector: (count: number, freed: number) =>
    count === 0
      ? runs(0)
      : `${runs(count)} and freed ${freed === 0 ? 'nothing' : counted(freed, 'object', 'objects')}.`,
  off: 'The program has switched the collector off.',
  grew: (where: string, bytes: number, blocks: string) =>
    `Grown most: ${where}, by ${formatBytes(bytes)} in ${blocks}.`,

  /** the band: what it comes to, first in few words, then why */
  leak: (count: number, label: string) => `${objects(count, label)} left, each still reachable.`,
  leakWhy: 'The collector must not free them. If nobody needs them, this is a leak, not late garbage.',
  late: (count: number, label: string) => `${objects(count, label)} only waited for the collector.`,
  lateWhy: 'Nothing reachable held them, and its last run freed them: late garbage, not a leak.',
  lateToo: (count: number, label: string) =>
    `${objects(count, label)} more only waited for the collector, and its last run freed them.`,
  clean: 'Nothing has piled up.',
  cleanWhy: (classes: readonly string[]) =>
    classes.length === 0
      ? 'No object of the program’s own classes is left at the end.'
      : `Of the program’s own objects there ${classes.length === 1 ? 'is' : 'are'} left: ${classes.join(', ')}.`,
  one: (count: number, label: string) => objects(count, label),
  soFar: (bytes: number) => `${formatBytes(bytes)} so far.`,

  chain: {
    title: (label: string) => `Why one ${label} is alive: each is held by the next`,
    spoken: (label: string, steps: readonly string[]) =>
      `One ${label} is alive because: ${steps.join(', held by ')}.`,
    later: 'Who holds what is left is looked up at the end.',
    none: 'Nothing is left that somebody would have to hold.',
  },

  charts: { bytes: 'memory traced', objects: (label: string) => `${label} objects`, several: 'live objects' },
  other: 'the other side',
  legend: {
    bytes: 'memory traced',
    objects: (label: string) => `${label} objects`,
    collection: 'the collector ran',
  },
  tooltip: { collection: (freed: string) => `collector: ${freed}` },

  caption: (micros: number) => `Memory at ${formatDuration(micros)}`,
  columns: ['What', 'Now', 'At most', 'More'],
  rows: {
    traced: 'Memory traced',
    class: (label: string) => `${label} objects`,
    container: (name: string) => `Items in ${name}`,
    collections: 'Collections',
    freed: (count: number) => `${counted(count, 'object', 'objects')} freed`,
    late: (label: string) => `${label} objects that only waited for the collector`,
    growth: (where: string) => `Growth at ${where}`,
    growthMore: (blocks: string) => `${blocks}, since a warm-up`,
    held: (steps: readonly string[]) => `held by ${steps.slice(1).join(', held by ')}`,
    nothing: '–',
  },
} as const;
