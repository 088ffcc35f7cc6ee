/** The words of what changes a picture: a sentence for each step of the playhead, and what the playhead says of itself. */
import { formatBytes, formatCount, formatDuration } from '../base/format.ts';
import { counted, waitsFor } from './wording.ts';

const at = (where: string) => (where === '' ? '' : ` (${where})`);

export const changes = {
  label: 'What happens at the playhead',
  /** before the first change, and after the last */
  start: 'Nothing has happened yet.',
  over: 'It has come to its end.',
  nth: (number: number, all: number) => `event ${formatCount(number)} of ${formatCount(all)}`,
  nthShort: (number: number, all: number) => `${formatCount(number)} of ${formatCount(all)}`,
  lead: (micros: number) =>
    `The axis begins ${formatDuration(micros)} into the run: nothing happens here before that.`,
  /** in the gutter of an axis */
  leadShort: (micros: number) => `${formatDuration(micros)} left out`,
  task: {
    begins: (task: string, where: string) => `${task} is created${at(where)}.`,
    runs: (task: string, where: string) => `${task} runs${at(where)}.`,
    waits: (task: string, detail: string, where: string) => `${task} ${waitsFor(detail)}${at(where)}.`,
    held: (task: string, where: string) =>
      `${task} holds the event loop${at(where)}: nothing else can run meanwhile.`,
    ends: (task: string, outcome: string) => `${task} ends: ${outcome}.`,
    other: (task: string, state: string) => `${task}: ${state}.`,
  },
  module: {
    asks: (asker: string, module: string, where: string) => `${asker} asks for ${module}${at(where)}.`,
    asksBack: (asker: string, module: string, where: string) =>
      `${asker} asks for ${module}${at(where)}, which is not done yet: a back edge.`,
    begins: (module: string) => `The body of ${module} begins.`,
    ready: (module: string) => `The body of ${module} is done: the module is ready.`,
    failed: (module: string) => `The body of ${module} fails.`,
    removed: (module: string) => `${module} is removed again.`,
  },
  thread: {
    does: (thread: string | null, what: string, where: string) =>
      `${thread === null ? what : `${thread} ${what}`}${at(where)}.`,
  },
  pool: {
    asked: (pool: string, kind: string) => `${pool} is asked for a connection for the first time: a ${kind}.`,
    opened: (connection: string) => `${connection} is opened.`,
    taken: (thread: string, connection: string, where: string) =>
      `${thread} takes ${connection}${at(where)}.`,
    back: (connection: string, how: string) => `${connection}: ${how}.`,
    waits: (thread: string, where: string) => `${thread} waits for a connection${at(where)}.`,
    waited: (thread: string, how: string, micros: number) =>
      `${thread} ${how} after ${formatDuration(micros)}.`,
    closed: (connection: string) => `${connection} is closed.`,
  },
  heap: {
    holds: (bytes: number, objects: number, label: string | null) =>
      label === null
        ? `The program holds ${formatBytes(bytes)}.`
        : `The program holds ${formatBytes(bytes)} and ${counted(objects, `${label} object`, `${label} objects`)}.`,
    collected: (freed: string) => `The collector has run: ${freed}.`,
    ended: 'The program has ended; what is left has been looked through.',
  },
  prints: (text: string) => (text === '' ? 'An empty line is printed.' : `“${text}” is printed.`),
  /** words about marked lines, for those who do not see the tint */
  lines: {
    rest: (ranges: string) => `Marked: ${ranges}.`,
    now: (ranges: string) => `At the playhead: ${ranges}.`,
    error: (ranges: string) => `The error came from ${ranges}.`,
    one: (line: number) => `line ${formatCount(line)}`,
    several: (from: number, to: number) => `lines ${formatCount(from)} to ${formatCount(to)}`,
    note: (line: number, sentence: string) => `Line ${formatCount(line)}: ${sentence}`,
  },
} as const;
