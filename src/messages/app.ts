/** The words of the app: header, home, lesson, run controls, playback, editor, dialogs. */
import { formatCount } from '../base/format.ts';
import { kept } from './kept.ts';
import { reset } from './reset.ts';
import { schedule } from './schedule.ts';
import { counted } from './wording.ts';
import { yourData } from './yourData.ts';

type Side = 'broken' | 'fixed';

const sides: Record<Side, string> = { broken: 'Broken', fixed: 'Fixed' };

export const app = {
  brand: 'Faultline',
  brandParts: ['Fault', 'line'] as const,
  pageTitle: (title: string) => `${title} · Faultline`,
  onTheirWay:
    'The programs are on their way. If these words stay, a part of the page could not be fetched. Load it again.',
  skipToContent: 'Skip to the content',
  lessonsNav: 'Lessons and answers',
  lessonLink: (number: number, short: string) => `${number} ${short}`,

  home: {
    title: 'See Python break, and see why',
    lead: 'Two real programs side by side: one as it is often written, one repaired. Run both, watch, change the code.',
    lessonsTitle: 'Lessons',
    open: 'Open the lesson',
    cardNumber: (number: number) => `Lesson ${number}`,
    steps: (count: number) => counted(count, 'step', 'steps'),
    facts: [
      {
        title: 'Real Python',
        text: 'CPython 3.14 runs in your browser. What you see is what the program did. Only the turns of threads, and skipped waits, are ours, and the page says so.',
      },
      {
        title: 'Yours to change',
        text: 'Every program can be edited. The clocks, counters and pictures follow the code you run.',
      },
      {
        title: 'Stays with you',
        text: 'Your code never leaves this page. There is no account, no server behind it and no tracking.',
      },
    ],
  },

  about: {
    link: 'About Faultline, and licences',
    title: 'About Faultline',
    text: 'Faultline is free software under the MIT licence. It runs wholly in your browser: real CPython, in a sandbox without network or storage.',
    shipped: 'What it ships of others',
    shippedText:
      'The page contains these, or downloads them from the host that it came from, and from no other.',
    columns: ['What', 'Version', 'Licence', 'What for'],
    texts: 'All licence texts',
  },

  unknown: {
    title: 'There is no page at this address',
    text: (address: string) =>
      `Nothing is found at “${address}”. It may be misspelt, or the lesson may not exist yet.`,
    home: 'Go to the lessons',
  },

  /** texts and lists of which only the beginning shows */
  longText: {
    showAll: (left: number) => `Show all (${counted(left, 'more character', 'more characters')})`,
    showLess: 'Show less',
    whole: 'The whole text',
    showMore: (count: number, left: number) =>
      count === left
        ? `Show ${formatCount(left)} more`
        : `Show ${formatCount(count)} of ${formatCount(left)} more`,
  },

  failed: {
    title: 'This screen could not be drawn',
    screen: 'A fault of this page, not of your program. Your code is kept.',
    picture: 'This picture could not be drawn. The run itself is not affected.',
    ending: 'How the run ended could not be shown. The run itself is not affected.',
    again: 'Try again',
  },

  options: {
    open: 'Options',
    theme: 'Theme',
    themes: { system: 'System', light: 'Light', dark: 'Dark' },
    editor: 'Editor',
    editors: { auto: 'Automatic', full: 'Full', plain: 'Plain text' },
    editorNote: 'Automatic takes the full editor, and plain text on touch screens.',
    shortcuts: 'Keyboard shortcuts',
  },

  guide: {
    label: 'Guide',
    toggle: (step: number, count: number) => `Guide: step ${step} of ${count}`,
    stepOf: (step: number, count: number) => `${step} of ${count}`,
    goTo: (step: number, title: string) => `Step ${step}: ${title}`,
    back: 'Back',
    next: 'Next',
    steps: 'Steps of the lesson',
    right: 'Yes.',
    wrong: 'Not quite.',
    newTab: 'opens in a new tab',
    /** what an earlier step, or an earlier visit, has left on a side */
    stillVaried: (side: string, title: string) => `${side} still holds “${title}”.`,
    stillEdited: (side: string) => `${side} still holds your edits.`,
    lessonsOwn: 'Reset brings the lesson’s code back.',
  },

  run: {
    both: 'Run both',
    stop: 'Stop',
    undoReset: 'Undo',
    oneSide: (side: string) => `Run ${side.toLowerCase()} only`,
    pace: 'Pace',
    paces: { real: 'Real pace', fast: 'Fast forward' },
    paceTitles: {
      real: 'Waits take the time they take',
      fast: 'Waits are skipped; times come from a virtual clock',
    },
    virtual: 'virtual clock',
    virtualTitle:
      'Fast forward: waits were skipped. Times are what a virtual clock counted, not what you waited.',
  },

  status: {
    asleep: 'Python starts when needed',
    fetching: (loaded: string, total: string) => `Fetching Python: ${loaded} of ${total}`,
    fetchingLabel: 'Python download',
    booting: 'Starting Python…',
    ready: (python: string, packages: readonly string[] = []) =>
      [`CPython ${python}`, ...packages, 'live'].join(' · '),
    packageMissing: (name: string) =>
      `This page was built without the Python package ${name}, so these programs stop where they import it. To get it, connect the computer to a network and run “npm start” again.`,
    failedDownload: (file: string | null) =>
      file === null
        ? 'Python could not be downloaded. Check the connection.'
        : `Python could not be downloaded (${file}). Check the connection.`,
    failedBoot: 'Python did not start in this browser.',
    retry: 'Retry',
  },

  sides,
  units: { seconds: 's', milliseconds: 'ms', microseconds: 'µs' },
  side: {
    elapsed: 'Elapsed',
    files: (side: string) => `Files, ${side.toLowerCase()}`,
    editor: (side: string, file: string) => `Code, ${side.toLowerCase()}: ${file}`,
    counters: 'Counters',
    outOf: (value: string, whole: string) => `${value} / ${whole}`,
    notYet: '–',
    edited: 'edited',
    varied: 'variation',
    stale: {
      edited: 'Of the program before your edit. Run again to see what it does now.',
      replaced: 'Of the version before this one. Run again to see what this one does.',
    },
    editedTitle: 'Differs from the lesson’s code. Press to bring that back.',
    phases: { idle: 'not run yet', waiting: 'waiting for Python', running: 'running' },
    /** it stands still until the person says who goes on */
    asks: 'your turn',
  },

  playback: {
    play: 'Play',
    pause: 'Pause',
    playhead: 'Playhead',
    previous: 'Previous event',
    next: 'Next event',
    at: (moment: string, end: string) => `${moment} of ${end}`,
    virtualMoment: (moment: string) => `${moment} virtual`,
    slowed: (times: string) => `Playing ${times} times slower than it happened`,
    hastened: (times: string) => `Playing ${times} times faster than it happened`,
    slowedShort: (times: string) => `${times}× slower`,
    hastenedShort: (times: string) => `${times}× faster`,
  },

  verdict: {
    label: 'Verdict',
    before: {
      seconds: 'Which side is done sooner?',
      count: 'Which side goes wrong, and how often?',
      bytes: 'Which side keeps more memory?',
      unjudged: 'How does each side end?',
    },
    beforeNote: 'Run both, and the answer is worked out from the two runs.',
    waiting: 'Waiting for Python…',
    waitingNote: 'The run starts as soon as it is there.',
    running: 'Running…',
    runningNote: 'The verdict comes when both sides have ended.',
    onlyOne: (side: string) => `Only ${side} has run so far.`,
    onlyOneNote: 'Run both to compare them.',
    noCompare: 'No fair comparison: not both sides ran to their end.',
    sideEnded: (side: string, how: string) => `${side} ${how}.`,
    virtual: 'Fast forward: the times are those of a virtual clock.',
    scheduled: 'One schedule of many; its clock is virtual.',
    unlike: 'The two sides ran by different schedules.',
    both: (names: readonly string[]) => names.join(' and '),
    stale: {
      edited: (who: string, count: number) =>
        `${who} ${count === 1 ? 'was' : 'were'} edited after this run: this is of the program before your edit. Run again.`,
      replaced: (who: string, count: number) =>
        `${who} ${count === 1 ? 'is another version' : 'are other versions'} now: this is of the one before. Run again.`,
    },
    edited: (who: string, count: number) =>
      `${who} ran ${count === 1 ? 'a program' : 'programs'} you edited.`,
    unrelated: (who: string, count: number) =>
      `${who} ${count === 1 ? 'is another program' : 'are other programs'} now, so there is nothing to compare.`,
    yourTurn: (who: string) => `Your turn: who goes on next in ${who}?`,
    yourTurnNote: 'The program stands still until you choose, below its picture.',
  },

  schedule,

  kept,

  reset,

  yourData,

  editor: {
    grew: (size: string) => `+${size}`,
    grewTitle: (size: string) => `Holds ${size} more at the end than after the first part of the run.`,
    loading: 'Loading the editor…',
    newLine: 'New line',
    fallback: 'The full editor could not be loaded, so this is the plain one.',
    section: (first: number, last: number, all: number) =>
      `Lines ${formatCount(first)} to ${formatCount(last)} of ${formatCount(all)}: so long a file is edited in parts.`,
    previousSection: 'Earlier lines',
    nextSection: 'Later lines',
    tabIndents: 'Tab indents. Esc, then Tab, moves on.',
    tabMovesOn: 'Tab moves on until you type.',
  },

  shortcuts: {
    title: 'Keyboard shortcuts',
    close: 'Close',
    groups: [
      {
        title: 'Everywhere',
        keys: [
          { keys: ['Ctrl Enter', '⌘ Enter'], does: 'Run both, also while typing' },
          { keys: ['Esc'], does: 'Stop the run' },
          { keys: ['F1'], does: 'Show this list, also while typing' },
          { keys: ['F2'], does: 'Fold the guide away, or bring it back' },
        ],
      },
      {
        title: 'With keys of one letter switched on, when not typing',
        keys: [{ keys: ['S'], does: 'Share the lesson as it is before you' }],
      },
      {
        title: 'Playback, when not typing or scrolling',
        keys: [
          { keys: ['Space'], does: 'Play or pause' },
          { keys: ['←', '→'], does: 'To the last or the next thing that happened' },
          { keys: ['Shift ←', 'Shift →'], does: 'A twentieth of the time axis' },
          { keys: ['Home', 'End'], does: 'To the start, to the end' },
        ],
      },
      {
        title: 'Stepping by hand, with the focus among the threads',
        keys: [
          { keys: ['0', '…', '9'], does: 'Step the thread of that number' },
          { keys: ['U'], does: 'Take the last step back' },
        ],
      },
      {
        title: 'While comparing',
        keys: [{ keys: ['F7', 'Shift F7'], does: 'Next or previous difference' }],
      },
      {
        title: 'In the editor',
        keys: [
          { keys: ['Tab'], does: 'Move the focus on; indent, once you have typed' },
          { keys: ['Esc, then Tab'], does: 'Move the focus on, always' },
        ],
      },
    ],
  },
};
