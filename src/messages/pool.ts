/** The words of the pool view. */
import { formatCount, formatDuration } from '../base/format.ts';
import { counted } from './wording.ts';

const at = (where: string) => (where === '' ? '' : ` at ${where}`);

const capitalized = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

function aboutPool(
  name: string,
  kind: string,
  size: number | null,
  most: number | null,
  timeout: string,
): string {
  return [
    `${name}: ${kind}`,
    ...(size === null ? [] : [size === 0 ? 'keeps all' : `keeps ${formatCount(size)}`]),
    ...(size === null ? [] : [most === null ? 'no limit' : `allows ${formatCount(most)}`]),
    ...(timeout === '' ? [] : [`gives up after ${timeout} s`]),
  ].join(', ');
}

export const pool = {
  name: 'Connection pools',
  empty: 'No pool of SQLAlchemy has been asked for a connection. Other pools are not watched.',
  /** what a pool is: `engine: QueuePool, keeps 2, allows 3, gives up after 1 s` */
  about: aboutPool,
  aboutSentence: (...of: Parameters<typeof aboutPool>) => `${capitalized(aboutPool(...of))}.`,
  /** the same in short: `engine: QueuePool 2 + 1, timeout 2 s` */
  aboutShort: (name: string, kind: string, size: number | null, most: number | null, timeout: string) => {
    const limits =
      size === null || size === 0
        ? ''
        : ` ${formatCount(size)} + ${most === null ? '∞' : formatCount(most - size)}`;
    return `${name}: ${kind}${limits}${timeout === '' ? '' : `, timeout ${timeout} s`}`;
  },
  slot: {
    overflow: 'overflow',
    absent: 'not open',
    idle: 'idle',
    held: (thread: string, where: string) => (where === '' ? thread : `${thread}, ${where}`),
    more: (places: number, open: number) =>
      `and ${counted(places, 'more place', 'more places')}, ${open === 0 ? 'none' : formatCount(open)} open`,
  },
  queue: {
    label: (count: number, longest: number) => {
      if (count > 0) return `${formatCount(count)} waiting`;
      return longest > 0 ? `Nobody waits; the longest wait was ${formatDuration(longest)}` : 'Nobody waits';
    },
    one: (thread: string, micros: number) => `${thread} ${formatDuration(micros)}`,
    more: (count: number) => `+${formatCount(count)}`,
  },
  gaveUp: (count: number, micros: number) =>
    `${counted(count, 'request', 'requests')} gave up${count === 1 ? '' : ', the last'} after ${formatDuration(micros)}.`,
  wait: (count: number, micros: number) =>
    `${counted(count, 'request waits', 'requests wait')}, the longest for ${formatDuration(micros)}.`,
  areOut: (count: number, where: string) =>
    `${counted(count, 'connection is', 'connections are')} out${where === '' ? '' : `, taken${at(where)}`}.`,
  noneOut: 'No connection is out any more.',
  broughtBack: (count: number) =>
    `The garbage collector brought back ${counted(count, 'connection', 'connections')}.`,
  byLuck: 'The program had lost them, and could not count on that.',
  later: (count: number) =>
    `Only the garbage collector brought ${count === 1 ? 'the connection' : `${formatCount(count)} connections`} back.`,
  handedOut: (count: number) => `${counted(count, 'connection', 'connections')} handed out so far.`,
  allBack: (count: number, dropped: number) => {
    if (count === 0) return 'Nothing is out.';
    if (dropped === 0) return 'All of them are back.';
    return dropped === count
      ? 'All of them are back, but nobody gave them back: each came when the last reference to it went.'
      : `All of them are back, ${formatCount(dropped)} only because the last reference went.`;
  },
  figures: (opened: number, out: number, idle: number) =>
    `${formatCount(opened)} open: ${formatCount(out)} out, ${formatCount(idle)} idle.`,
  overflow: (overflow: number) =>
    overflow < 0
      ? `Overflow ${formatCount(overflow)}: ${formatCount(-overflow)} fewer ${overflow === -1 ? 'is' : 'are'} open than the pool keeps.`
      : `Overflow ${formatCount(overflow)}.`,
  longest: (micros: number) => `The longest wait so far: ${formatDuration(micros)}.`,
  overflowTitle: 'Open connections minus those that the pool keeps: below zero until it is full.',
  overflowLabel: 'overflow',
  more: (count: number) => `${counted(count, 'more thread is', 'more threads are')} in the table.`,
  lanes: 'Threads and the connections they hold',
  caption: (micros: number) => `Connections held and waited for, up to ${formatDuration(micros)}`,
  captionCut: (micros: number, shown: number, all: number) =>
    `Connections held and waited for, up to ${formatDuration(micros)}: the first ${formatCount(shown)} of ${formatCount(all)}`,
  columns: ['Thread', 'What', 'Where', 'From', 'For', 'How it ended'],
  held: (connection: string) => `held ${connection}`,
  waitedFor: 'waited',
  never: '–',
  outcomes: {
    returned: 'given back',
    collected: 'brought back by the collector',
    dropped: 'came back with its last reference',
    closed: 'closed',
    detached: 'detached from the pool',
    served: 'got a connection',
    'timed out': 'gave up',
    failed: 'failed',
  },
  still: { hold: 'still out', wait: 'still waiting' },
  legend: {
    hold: 'holds',
    collected: 'collected',
    dropped: 'last reference gone',
    wait: 'waits',
    gaveUp: 'gave up',
  },
  log: {
    empty: 'No SQL has been sent.',
    cut: (count: number) => `The last ${formatCount(count)}.`,
  },
};
