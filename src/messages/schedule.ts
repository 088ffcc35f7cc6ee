/** The words of schedules: models, strategies, search and its outcomes, stepping by hand, sharing. */
import { formatCount } from '../base/format.ts';
import { counted, waitsFor } from './wording.ts';

const schedules = (count: number) => counted(count, 'schedule', 'schedules');
const random = (count: number) => counted(count, 'random schedule', 'random schedules');
const preemptions = (count: number) => counted(count, 'preemption', 'preemptions');
/** `Thread-1, Thread-2 and 480 more` */
const listed = (names: readonly string[], more: number) =>
  `${names.join(', ')}${more === 0 ? '' : ` and ${formatCount(more)} more`}`;
/** “1 fails”, “9 fail”, “none fails”. */
const fail = (count: number) => (count === 0 ? 'none fails' : counted(count, 'fails', 'fail'));
/** How far an exhaustive search goes. */
function within(bound: number | null): string {
  if (bound === null) return '';
  return bound === 0 ? ' with no preemption' : ` with at most ${preemptions(bound)} at visible operations`;
}

export const schedule = {
  label: 'Schedule',
  ours: 'The schedule is ours, the code is real.',
  clockTitle:
    'Times come from a virtual clock: waits are skipped, and each step of the program counts a little.',

  model: 'Model',
  models: {
    cpython314: 'CPython 3.14',
    before310: 'Before 3.10',
    'free-threaded': 'Free-threaded',
  },
  /** What each model does and does not model. */
  modelNotes: {
    cpython314:
      'A switch only where CPython 3.14 checks for one: at the start of a function, at a jump back, after a call. How rarely it does, only Realistic models.',
    before310: 'Between any two bytecodes, as up to Python 3.9. The bytecodes are those of 3.14.',
    'free-threaded':
      'Threads advance side by side, with no GIL: any order of their bytecodes. Parallel speed is not modelled.',
  },

  strategy: 'Strategy',
  strategies: {
    realistic: 'Realistic',
    'round-robin': 'Round robin',
    random: 'Random',
    pct: 'PCT',
    manual: 'By hand',
    replay: 'Replay',
  },
  strategyNotes: {
    realistic: 'Realistic: a switch every 5 ms of the virtual clock, as sys.setswitchinterval says.',
    'round-robin': 'Round robin: every thread in turn, for the same number of places.',
    random: 'Random: at each place a small chance of a switch, drawn from the seed.',
    pct: 'PCT: random priorities that change at few places, drawn from the seed. Good at finding rare faults.',
    manual: 'By hand: you say who goes on, below the picture of each side.',
    replay: 'Replay: the recorded switches, and none after them.',
  },
  seed: 'Seed',
  nextSeed: 'Next seed',
  checkLabel: 'Must hold at the end',
  checkHint: 'a Python expression, or nothing',

  /** What the last run of a side went by. */
  summary: {
    none: 'not run yet',
    seeded: (strategy: string, seed: number) => `${strategy}, seed ${seed}`,
    // In a narrow line a number stays with its word.
    step: (steps: number) => `step\u00a0${formatCount(steps)}`,
    preemptions: (count: number) => preemptions(count).replace(' ', '\u00a0'),
    checkHolds: 'the check holds',
    checkFails: 'the check fails',
  },
  copy: 'Copy this schedule',
  copied: 'Copied.',
  copyRefused: 'The browser did not allow copying.',

  load: {
    open: 'Load a schedule',
    title: 'Load a schedule',
    close: 'Close',
    label: 'The text of a schedule, as “Copy this schedule” gives it',
    take: 'Load',
    note: 'The next run replays it. It fits the program it was recorded from; with other code it cannot be followed to its end.',
    errors: {
      empty: 'Paste the text of a schedule first.',
      none: 'This is not the text of a schedule. It begins with {"faultline":"schedule".',
      model: 'This schedule names a model that is not known here.',
      decisions: 'The decisions of this schedule cannot be read. Was the text copied as a whole?',
      order: 'The decisions of this schedule are out of order.',
    },
  },

  check: {
    came: (words: string) => `The check failed: ${words}`,
    wanted: (expression: string) => `At the end this had to hold: ${expression}`,
  },
  strayed: (step: number) =>
    `The schedule could not be followed from step ${formatCount(step)} on: it does not fit this program and model. No thread was preempted after that.`,

  /** For browsers in which Python cannot be suspended: what of this screen they cannot do. */
  absent: {
    title: 'Threads run in a simpler way in this browser.',
    text: 'It cannot suspend Python (JavaScript Promise Integration is missing), so a program is rewritten to let its threads take turns. Random schedules can be run and searched; trying all of them and stepping by hand cannot be done here. Current versions of Chrome, Edge and Firefox can do all of it.',
  },

  search: {
    find: 'Find a schedule that fails',
    findShort: 'Find a failure',
    region: (side: string) => `Search, ${side.toLowerCase()}`,
    title: 'Find a schedule that fails',
    again: 'Search',
    stop: 'Stop the search',
    stopShort: 'Stop',
    close: 'Close the search',
    method: 'Which schedules are tried',
    methods: { exhaustive: 'All', random: 'Random ones' },
    bound: 'preemptions at most',
    draws: 'schedules',
    counts: (expression: string) =>
      expression === ''
        ? 'What counts as failed: an exception that nobody caught in any thread, a deadlock, a failed assert.'
        : `What counts as failed: an exception that nobody caught in any thread, a deadlock, a failed assert, or an end at which ${expression} is false.`,
    starting: 'Waiting for Python…',
    progress: (tried: number, failed: number, perSecond: number) =>
      `${schedules(tried)} tried, ${formatCount(failed)} failed, ${formatCount(perSecond)} a second`,
    under: (model: string) => `Searched under ${model}.`,
    stale: {
      edited: 'Searched before your edit:',
      replaced: 'Searched in the version before this one:',
      settings: 'Searched under another model or check:',
    },
    notProduction:
      'Counts are of schedules tried, not probabilities: they do not say how often this happens in production.',
    nothing: 'No schedule was tried.',

    /** The result, with its bound. */
    all: (tried: number, bound: number | null, failed: number) =>
      tried === 1
        ? `The only schedule${within(bound)}: it ${failed === 0 ? 'passes' : 'fails'}.`
        : `All ${schedules(tried)}${within(bound)}: ${fail(failed)}.`,
    /** Every branch was tried, but the program does what the search cannot see. */
    allSeen: (
      tried: number,
      bound: number | null,
      failed: number,
      file: string | null,
      line: number,
      source: string,
    ) => {
      const subject = tried === 1 ? 'The only schedule' : `All ${schedules(tried)}`;
      const where = `${file === null || file === 'main.py' ? '' : `${file} `}line ${line}`;
      return (
        `${subject} that could be told apart${within(bound)}: ${fail(failed)}. But the program does something that ` +
        `the search cannot see (${where}${source === '' ? '' : `: ${source}`}), so there may be others.`
      );
    },
    drawn: (tried: number, failed: number) =>
      failed === 0
        ? `${random(tried)}, none failed: that is no proof.`
        : `${random(tried)}: ${fail(failed)}.`,
    short: (tried: number, failed: number) =>
      failed === 0
        ? `Stopped after ${schedules(tried)}: none failed so far. There are more, so that is no proof.`
        : `Stopped after ${schedules(tried)}: ${formatCount(failed)} failed so far. There are more.`,
    broke: (how: string) => `The search ${how} before its end.`,
    pruned: (count: number) =>
      `${counted(count, 'more schedule was', 'more schedules were')} not run to the end: ${count === 1 ? 'it' : 'each'} would have repeated what another had shown.`,
    cut: (count: number) =>
      `${schedules(count)} went on for too long and ${count === 1 ? 'was' : 'were'} cut short: what they come to is not known.`,
    smallest: (words: string, count: number, reproduced: number, replays: number) =>
      `The smallest that fails needs ${count === 0 ? 'no preemption' : preemptions(count)} (${words}); reproduced ${formatCount(reproduced)} of ${formatCount(replays)}.`,
    flaky: 'It does not fail each time: the program depends on something other than the schedule.',
    table: 'What the schedules came to',
    columns: { outcome: 'Outcome', count: 'Schedules', preemptions: 'Preemptions', replay: 'Replay' },
    kinds: { passed: 'passed', failed: 'failed', cut: 'cut short' },
    replay: 'Replay',
    replayOf: (kind: string, words: string) => `Replay one that ${kind}: ${words}`,
    others: (count: number) => `${schedules(count)} came to other outcomes that are not listed.`,
  },

  step: {
    region: (side: string) => `Stepping by hand, ${side.toLowerCase()}`,
    title: 'Who next?',
    at: (step: number) => `step ${formatCount(step)}`,
    stride: 'A step is',
    strides: { instruction: 'an instruction', line: 'a line', shared: 'a shared operation' },
    one: (name: string) => `Step ${name}`,
    oneShort: 'Step',
    undo: 'Undo',
    runOn: 'Run on',
    runOnTitle: 'Repeats your choices, then goes on with no preemption',
    line: (line: number) => `line ${line}`,
    fileLine: (file: string, line: number) => `${file} line ${line}`,
    last: 'ran last',
    waits: waitsFor,
    /** a thread that is about to begin, or comes back from a wait inside the standard library */
    unknown: 'begins, or goes on after a wait',
    ended: (names: readonly string[], more: number) =>
      `${names.length === 1 ? 'Has' : 'Have'} ended: ${listed(names, more)}.`,
    waiting: 'Running to the next question…',
    kept: 'These are your choices from before. Undo takes the last one back and asks again; the rest runs on by itself.',
    over: 'The run is over. Undo goes back to the last choice.',
    keys: 'With the focus here: 0 to 9 step the thread of that number, U undoes.',
    asked: (step: number, ready: readonly string[], more: number) =>
      `Step ${formatCount(step)}. Can go on: ${listed(ready, more)}.`,
  },
};
