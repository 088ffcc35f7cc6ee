/** The words of the views: what the pictures say, on screen and to a screen reader. */
import { formatCount, formatDuration } from '../base/format.ts';
import { counted, waitsFor } from './wording.ts';

const whichOf = (last: boolean) => (last ? 'the last one' : 'one of them');

export const views = {
  key: 'Signs',
  moreRows: (count: number) => `${counted(count, 'more row is', 'more rows are')} not listed.`,
  line: (line: number) => `line ${line}`,
  fileLine: (file: string, line: number) => `${file} line ${line}`,
  /** `named` are the lanes of which most was left out, `more` how many others there are */
  leftOut: (count: number, named: readonly { label: string; count: number }[], more: number) => {
    const lanes = named.map((lane) => `${lane.label} ${formatCount(lane.count)}`);
    const others = more > 0 ? [`${formatCount(more)} more`] : [];
    return `${counted(count, 'event was', 'events were')} counted and not drawn: ${[...lanes, ...others].join(', ')}.`;
  },
  leftOutWhy:
    'What happens very often is drawn in samples: the first ones, what went wrong, the last ones, and some between. Sums, peaks and last values are exact.',
  timeline: {
    empty: 'No task has begun.',
    tasks: (count: number) => counted(count, 'task', 'tasks'),
    done: (count: number) => `${formatCount(count)} done`,
    cancelled: (count: number) => `${formatCount(count)} cancelled`,
    failed: (count: number) => `${formatCount(count)} failed`,
    destroyed: (count: number) => `${formatCount(count)} destroyed`,
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
    caption: (micros: number) => `Tasks up to ${formatDuration(micros)}`,
    captionCut: (micros: number, shown: number, all: number) =>
      `Tasks up to ${formatDuration(micros)}: the first ${formatCount(shown)} of ${formatCount(all)}`,
    columns: ['Task', 'Began', 'Ended', 'Outcome', 'Waited', 'Ran', 'Where'],
    /** `why` begins with "cancelled" */
    wasCancelled: (task: string, why: string, where: string) =>
      `${task} was ${why}${where === '' ? '' : ` at ${where}`}.`,
    wasDestroyed: (task: string) => `${task} was destroyed while it was pending: nothing held it any more.`,
    outcomes: {
      done: 'done',
      cancelled: 'cancelled',
      failed: 'failed',
      destroyed: 'destroyed while pending',
      none: 'under way',
    },
    never: '–',
    heldFor: (micros: number) => `held ${formatDuration(micros)}`,
    legend: {
      running: 'running',
      waiting: 'waiting',
      ready: 'ready',
      held: 'holds the loop',
      cancelled: 'cancelled',
      failed: 'failed',
      destroyed: 'destroyed',
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
  threads: {
    name: 'Threads',
    empty: 'No thread has reported anything yet.',
    threads: (count: number) => counted(count, 'thread', 'threads'),
    done: (count: number) => `${formatCount(count)} done`,
    failed: (count: number) => `${formatCount(count)} failed`,
    underWay: (count: number) => `${formatCount(count)} under way`,
    switches: (count: number, preemptions: number) =>
      preemptions === 0
        ? `${counted(count, 'switch', 'switches')} between them.`
        : `${counted(count, 'switch', 'switches')} between them, ${formatCount(preemptions)} by preemption.`,
    flaws: {
      lost: (count: number) => `${counted(count, 'lost update', 'lost updates')}.`,
      stale: (count: number) => `${counted(count, 'check was', 'checks were')} stale when acted upon.`,
      half: (count: number) => `${counted(count, 'read', 'reads')} saw a half-done update.`,
    },
    /** the beginning of the insight: how often, and then the last of them, or else one */
    insight: {
      lost: (count: number, last: boolean) =>
        count === 1 ? 'A lost update:' : `${formatCount(count)} lost updates; ${whichOf(last)}:`,
      stale: (count: number, last: boolean) =>
        count === 1
          ? 'One check was stale when acted upon.'
          : `${formatCount(count)} checks were stale when acted upon; ${whichOf(last)}:`,
      half: (count: number, last: boolean) =>
        count === 1
          ? 'One read saw a half-done update.'
          : `${formatCount(count)} reads saw a half-done update; ${whichOf(last)}:`,
    },
    showWhere: 'Show where',
    waitsFor: (thread: string, detail: string, where: string) =>
      `${thread} ${waitsFor(detail)}${where === '' ? '' : `, at ${where}`}.`,
    moreWait: (count: number) => `${counted(count, 'more thread waits', 'more threads wait')}.`,
    is: (variable: string, value: string) => `${variable} is ${value}.`,
    moreVariables: (count: number) =>
      `${counted(count, 'more shared variable is', 'more shared variables are')} not drawn.`,
    what: {
      started: 'is started',
      running: 'goes on',
      waiting: waitsFor,
      acquired: (lock: string) => `acquires ${lock}`,
      released: (lock: string) => `releases ${lock}`,
      read: (variable: string, value: string) => `reads ${variable}: ${value}`,
      wrote: (variable: string, value: string) => `writes ${variable}: ${value}`,
      flawed: (what: string, flaw: string) => `${what} (${flaw})`,
    },
    chip: {
      read: (value: string) => `read ${value}`,
      wrote: (value: string) => `wrote ${value}`,
      acquired: (lock: string) => (lock === '' ? 'acquired' : `acquired ${lock}`),
      released: (lock: string) => (lock === '' ? 'released' : `released ${lock}`),
    },
    waits: waitsFor,
    waiting: (count: number) => `${formatCount(count)} waiting`,
    caption: (first: number, last: number, playhead: number) =>
      `Events ${formatCount(first)} to ${formatCount(last)}; the playhead is after event ${formatCount(playhead)}`,
    captionCut: (first: number, last: number, all: number, playhead: number) =>
      `Events ${formatCount(first)} to ${formatCount(last)} of ${formatCount(all)}, around the playhead after event ${formatCount(playhead)}; ${formatCount(all - (last - first + 1))} more are not listed`,
    captionEmpty: 'Events',
    columns: ['Event', 'Thread', 'What', 'Where'],
    unknownThread: '–',
    /** what the axis is */
    axis: {
      whole: (count: number) => `${counted(count, 'event', 'events')} in order, not to time scale`,
      part: (first: number, last: number, count: number) =>
        `${formatCount(first)}–${formatCount(last)} of ${formatCount(count)}, not to time scale`,
    },
    zoom: {
      group: 'Zoom of both sides',
      closer: 'Zoom in',
      further: 'Zoom out',
      whole: 'All',
      wholeLabel: 'All events',
      wholeTitle: 'Show the whole run',
    },
    lanes: 'Threads, locks and shared variables: plus and minus zoom, zero shows the whole run',
    legend: {
      running: 'runs',
      ready: 'could run',
      waiting: 'waits',
      read: 'read',
      wrote: 'wrote',
      acquired: 'acquired a lock',
      released: 'released it',
      queue: 'waiting for the lock',
      lost: 'lost update',
      stale: 'stale check',
      half: 'half-done update',
      overwrote: 'overwrote',
    },
    tooltip: {
      nth: (rank: number, count: number) => `event ${formatCount(rank)} of ${formatCount(count)}`,
      notYet: 'not started yet',
      over: 'has ended',
      running: 'runs',
      ready: 'could run, is not its turn',
      readyWhy: (why: string) => `could run, is not its turn: ${why}`,
      free: 'free',
      heldBy: (thread: string) => `held by ${thread}`,
      overwritten: 'another thread overwrote this unseen',
      unset: 'not written yet',
    },
  },
  output: {
    name: 'Output',
    empty: 'Nothing printed yet.',
    earlier: (count: number) =>
      `${counted(count, 'earlier line is', 'earlier lines are')} kept, and not on the page.`,
    showEarlier: 'Show earlier lines',
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
