/** The words of the modules view: how modules come to life, and who asked for what too early. */
import { formatCount, formatDuration } from '../base/format.ts';
import { counted } from './wording.ts';

/** What a module is at a moment, in a word or two. */
const states = {
  absent: 'not there yet',
  initialising: 'initialising',
  ready: 'ready',
  failed: 'failed',
  removed: 'removed again',
} as const;

export const modules = {
  pictures: 'Modules in order, and who imports whom',
  empty: 'No module has begun.',
  axis: (count: number) => `${counted(count, 'event', 'events')} in order, not to time scale`,
  axisCut: (count: number, all: number) =>
    `the first ${formatCount(count)} of ${formatCount(all)} events in order, not to time scale`,
  states,
  modules: (count: number) => counted(count, 'module', 'modules'),
  inState: (count: number, state: keyof typeof states) => `${formatCount(count)} ${states[state]}`,
  line: (line: number) => `line ${line}`,
  wants: (name: string) => `wants ${name}`,
  backEdges: (count: number) =>
    `${counted(count, 'import went', 'imports went')} back to a module that was still initialising.`,
  insight: {
    count: (count: number) => (count === 1 ? 'A back edge:' : `${formatCount(count)} back edges; the last:`),
    names: (module: string) => `Names of ${module} so far`,
    none: 'none',
    missing: (name: string) => `${name}: missing`,
    showWhere: 'Show where',
  },
  static: {
    label: 'In the source:',
    cycle: (cycle: string) => `a module-level cycle, ${cycle}.`,
    more: (count: number) => `${counted(count, 'more cycle', 'more cycles')}.`,
    none: 'no cycle of module-level imports.',
  },
  legend: {
    initialising: 'body runs',
    ready: 'ready',
    failed: 'body failed',
    removed: 'removed',
    import: 'asks for',
    back: 'back edge',
  },
  listed: (names: readonly string[], more: number) =>
    `${names.join(', ')}${more === 0 ? '' : ` and ${formatCount(more)} more`}`,
  more: (count: number) => `${counted(count, 'more module is', 'more modules are')} not drawn.`,
  caption: (micros: number) => `Modules up to ${formatDuration(micros)}`,
  columns: [
    'Module',
    'State',
    'Asked for by',
    'Bodies run',
    'Time in body',
    'Without inner imports',
    'Names missed',
  ],
  never: '–',
} as const;
