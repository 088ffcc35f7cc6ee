/** The words about handing a lesson on: the Share dialog, an opened link, what is different in it. */
import { formatCount, formatFigure } from '../base/format.ts';
import { counted } from './wording.ts';

const lines = (count: number) => counted(count, 'line', 'lines');
/** `a`, `a and b`, `a, b and c` */
const listed = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
const figure = (label: string, value: number) => `${label} ${formatFigure(value)}`;

export const sharing = {
  open: 'Share',
  title: 'Share',
  close: 'Close',
  link: 'Link',
  copyLink: 'Copy link',
  copied: 'The link is copied.',
  copyRefused: 'The browser did not allow copying. The link is selected: copy it with Ctrl C or ⌘ C.',
  length: (characters: number) => counted(characters, 'character', 'characters'),
  private:
    'The link itself holds the lesson as you have it. Nothing is uploaded, and no server keeps anything.',
  tooLong: (characters: number) =>
    `With ${formatCount(characters)} characters the link is too long for many programs that pass links on. Save it as a file instead: it opens here with “Open a file”, or when it is dropped on the page.`,
  saveFile: 'Save as a file',
  openFile: 'Open a .faultline or .trace.json file',
  parts: {
    label: 'The link holds your code and settings, and',
    step: 'the step you are at',
    decisions: 'who went on when, as recorded',
    moment: 'the moment of the playhead',
    seen: 'what you saw, to compare with',
    present: 'that it is to open in Present',
  },
  qr: {
    label: 'QR code of the link',
    dense: (modules: number) =>
      `With ${formatCount(modules)} squares a side this code is too dense for a phone in the back row.`,
    none: 'The link is too long for a QR code.',
    shorter: 'Use the shorter link',
    shorterNote: 'It leaves out what you saw, the moment of the playhead and recorded decisions.',
    stillLong: 'Most of it is code: let the front rows scan it, or pass the link on in another way.',
  },
  take: {
    label: 'Take it away',
    zip: 'Programs as .zip',
    markdown: 'Copy as Markdown',
    markdownCopied: 'The Markdown is copied.',
    refused: 'The browser did not allow copying.',
    svg: (side: string) => `Picture as SVG, ${side.toLowerCase()}`,
    png: (side: string) => `Picture as PNG, ${side.toLowerCase()}`,
    trace: 'Trace of both runs',
    chromeTrace: 'Chrome trace',
    chromeTraceNote: 'Perfetto and chrome://tracing open it.',
    notDrawn: 'This browser could not draw the picture.',
    notRun: 'Pictures and traces are of a run: run both sides first.',
  },

  banner: {
    label: 'From a link',
    title: 'The link',
    text: 'You are looking at a link. Nothing has run, and your own draft stays as it is.',
    ran: 'You are looking at a link. Your own draft stays as it is.',
    file: 'You are looking at a recording from a file. Nothing has run here, and your own draft stays as it is.',
    older:
      'It was made when this lesson had other programs: files that it holds are as they were sent, the others are today’s.',
    different: 'See what is different',
    run: 'Run both',
    keep: 'Keep as mine',
    back: 'Back to my draft',
    same: (side: string, how: string, figures: readonly (readonly [string, number])[]) =>
      `${side}: the same: ${[how, ...figures.map(([label, value]) => figure(label, value))].join(', ')}.`,
    differs: (side: string, differences: readonly string[]) =>
      `${side}: different here: ${differences.join('; ')}.`,
    otherEnding: (kind: string) => `came to its end otherwise (${kind})`,
    ending: (here: string, there: string) => `it ${here} (where the link was made it ${there})`,
    figure: (label: string, here: number, there: number) =>
      `${figure(label, here)} (where the link was made ${formatFigure(there)})`,
    output: 'what it printed',
    strayed: (step: number) => `the recorded schedule does not fit from step ${formatCount(step)} on`,
    otherProgram: (side: string) =>
      `${side}: not compared, as the code or the schedule is no longer that of the link.`,
    notSeen: 'The link does not say what its sender saw.',
  },

  differences: {
    title: 'What is different',
    close: 'Close',
    with: 'Compared with',
    lesson: 'The lesson',
    mine: 'My draft',
    theLink: 'the link',
    none: 'Nothing: both have the same code and settings.',
    noCode: 'The code is the same.',
    file: (file: string, side: string) => `${file}, ${side.toLowerCase()}`,
    changed: (removed: number, added: number, first: number) => {
      const what = [
        ...(removed > 0 ? [`${lines(removed)} removed`] : []),
        ...(added > 0 ? [`${lines(added)} added`] : []),
      ];
      return `${listed(what)}, from line ${formatCount(first)} on`;
    },
    lineEnds: 'only the ends of its lines differ',
    onlyThere: 'only the link has this file',
    onlyHere: 'the link does not have this file',
    removed: 'removed',
    added: 'added',
    between: (count: number) => `${lines(count)} the same`,
    setting: (name: string, there: string, here: string) => `${name}: ${there} instead of ${here}`,
    settings: {
      entry: 'begins with',
      model: 'model',
      strategy: 'strategy',
      seed: 'seed',
      check: 'must hold at the end',
      pace: 'pace',
      step: 'step',
    },
    nothing: 'nothing',
  },

  wrongFile: {
    'no link': 'This is not a .faultline file, or it is damaged.',
    'too large': 'This file is too large to be a .faultline file.',
    'no trace': 'This is no trace of runs as “Share” saves it, or it is damaged.',
    'contradictory trace': 'The events in this trace contradict one another, so it is damaged.',
    'large trace': 'This trace is too large to be opened here.',
    'trace of no lesson': 'This trace is of a lesson, or of a program of it, that this page does not have.',
    hide: 'Hide',
  },
  tooLarge: 'These programs are too large for a link or a file. Take them away as .zip instead.',

  letterKeys: {
    label: 'Keys of one letter',
    options: { on: 'On', off: 'Off' },
    note: 'Such as S for Share. Off helps whoever dictates.',
    does: 'Share, when not typing',
  },
};
