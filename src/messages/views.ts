/** The words of the views: what the pictures say, on screen and to a screen reader. */
import { formatCount, formatDuration } from '../base/format.ts';

const counted = (count: number, one: string, many: string) =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

export const views = {
  showTable: 'Show as a table',
  timeline: {
    empty: 'No task has begun.',
    tasks: (count: number) => counted(count, 'task', 'tasks'),
    done: (count: number) => `${formatCount(count)} done`,
    cancelled: (count: number) => `${formatCount(count)} cancelled`,
    failed: (count: number) => `${formatCount(count)} failed`,
    underWay: (count: number) => `${formatCount(count)} under way`,
    together: (peak: number) =>
      peak === 0
        ? 'None has waited on the outside world.'
        : `At most ${formatCount(peak)} waited on the outside world at a time.`,
    waited: (task: string, micros: number, where: string) =>
      `${task} waited ${formatDuration(micros)}${where === '' ? '' : ` at ${where}`}.`,
    moreTasks: (count: number) => `${counted(count, 'more task is', 'more tasks are')} in the table.`,
    held: (task: string, micros: number, where: string) =>
      `${task} held the event loop for ${formatDuration(micros)}${where === '' ? '' : ` at ${where}`}: nothing else could run.`,
    moreHeld: (count: number) => `The event loop was held ${counted(count, 'more time', 'more times')}.`,
    line: (line: number) => `line ${line}`,
    fileLine: (file: string, line: number) => `${file} line ${line}`,
    caption: (micros: number) => `Tasks up to ${formatDuration(micros)}`,
    captionCut: (micros: number, shown: number, all: number) =>
      `Tasks up to ${formatDuration(micros)}: the first ${formatCount(shown)} of ${formatCount(all)}`,
    columns: ['Task', 'Began', 'Ended', 'Outcome', 'Waited', 'Ran', 'Where'],
    outcomes: { done: 'done', cancelled: 'cancelled', failed: 'failed', none: 'under way' },
    never: '–',
    heldFor: (micros: number) => `held ${formatDuration(micros)}`,
    legend: {
      running: 'running',
      waiting: 'waiting',
      ready: 'ready',
      held: 'holds the loop',
      cancelled: 'cancelled',
      failed: 'failed',
    },
    doing: {
      running: () => 'running',
      held: () => 'holds the event loop: nothing else can run',
      waiting: (detail: string | null) => (detail === null ? 'waiting' : `waiting for ${detail}`),
      ready: () => 'ready, waiting for its turn',
      created: () => 'created, not started yet',
      other: (state: string, detail: string | null) => (detail === null ? state : `${state} ${detail}`),
    },
    extent: (start: number, end: number) => {
      const [from, to, length] = [start, end, end - start].map(formatDuration);
      return from === to ? `at ${from}, for ${length}` : `${from} to ${to} (${length})`;
    },
    ended: (outcome: string, time: number) => `${outcome} at ${formatDuration(time)}`,
    before: 'not created yet',
    lanes: 'Task lanes',
  },
  output: {
    name: 'Output',
    empty: 'Nothing printed yet.',
    stderr: 'stderr',
    stderrName: 'standard error',
    summary: (lines: number, errors: number) => {
      if (lines === 0) return 'Nothing printed yet.';
      const all = `${counted(lines, 'line', 'lines')} of output`;
      return errors === 0 ? `${all}.` : `${all}, ${formatCount(errors)} of them on standard error.`;
    },
    caption: (micros: number) => `Output up to ${formatDuration(micros)}`,
    captionCut: (micros: number, shown: number) =>
      `Output up to ${formatDuration(micros)}: the last ${formatCount(shown)} lines`,
    columns: ['Time', 'Stream', 'Text'],
    streams: { stdout: 'standard output', stderr: 'standard error' },
  },
} as const;
