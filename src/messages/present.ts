/** The words of Present, of the teacher's notes in a window of their own, and of the printed handout. */
import { formatCount } from '../base/format.ts';
import { counted } from './wording.ts';

const letters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];

export const present = {
  open: 'Present',
  openTitle: 'Present: one thing at a time, in large type, for a projector (P)',
  label: 'Presentation',
  position: (slide: number, slides: number) => `${formatCount(slide)} of ${formatCount(slides)}`,
  step: (step: number, steps: number) => `Step ${step} of ${steps}`,
  notesOpen: 'notes on the other screen',

  /** what is shown, for screen readers and for the notes */
  kinds: {
    prose: (page: number, pages: number) => (pages === 1 ? 'Text' : `Text, page ${page} of ${pages}`),
    question: 'Question',
    answer: 'Question, with its answer',
    code: (sides: readonly string[]) => `Code, ${sides.join(' and ')}`,
    picture: (sides: readonly string[]) => `Picture, ${sides.join(' and ')}`,
    verdict: 'Verdict',
  },
  letter: (index: number) => letters[index] ?? String(index + 1),
  rightAnswer: 'Right',
  printed: 'Printed last:',
  hidden: {
    answer: 'The answer is hidden.',
    fixed: (side: string) => `${side} is hidden.`,
    how: 'R shows it.',
  },
  notRun: 'Nothing has run yet. Enter runs both.',
  running: 'Running…',
  frozen: 'The picture stands still. Space lets it go on.',
  slow: 'slow motion',

  controls: {
    label: 'Controls of the presentation',
    previous: 'Previous (Page Up)',
    next: 'Next (Page Down)',
    run: 'Run both (Enter)',
    play: 'Play or freeze (Space)',
    slow: 'Slow motion (M)',
    reveal: 'Reveal (R)',
    code: 'QR code (Q)',
    blank: 'Blank (.)',
    smaller: 'Smaller (−)',
    larger: 'Larger (+)',
    notes: 'Notes (N)',
    fullScreen: 'Full screen (F)',
    leave: 'Leave (Esc)',
  },

  covered: {
    blank: 'The screen is blank. The full stop, or Next, brings it back.',
    codeLabel: (address: string) => `QR code of ${address}`,
    codeTitle: 'Open this lesson yourself',
    onlyHere: 'This page is on this computer only: from another one the address leads nowhere.',
    tooLong: 'The address is too long for a QR code.',
  },

  spotlight: {
    line: (line: number, side: string) => `Spotlight on line ${line}, ${side}`,
    lane: 'Spotlight on a lane',
    side: (side: string) => `Spotlight on ${side}`,
    all: 'Spotlight off',
  },

  shortcuts: {
    title: 'In Present',
    keys: [
      { keys: ['→', 'Page Down'], does: 'Next; clickers send this' },
      { keys: ['←', 'Page Up'], does: 'Previous' },
      { keys: ['Shift Page Down', 'Shift Page Up'], does: 'Next or previous step of the lesson' },
      { keys: ['.', 'B'], does: 'Blank the screen, and back' },
      { keys: ['Enter'], does: 'Run both' },
      { keys: ['R'], does: 'Reveal the answer or the fixed side, and hide it again' },
      { keys: ['Space'], does: 'Play, or freeze the playhead' },
      { keys: ['M'], does: 'Slow motion' },
      { keys: ['Shift ←', 'Shift →'], does: 'Previous or next event' },
      { keys: ['↑', '↓'], does: 'Spotlight on a line of code, or on a lane of the picture' },
      { keys: ['1', '2'], does: 'Spotlight on the left or the right side' },
      { keys: ['0'], does: 'Spotlight off' },
      { keys: ['+', '−'], does: 'Larger or smaller: code, and everything else, apart' },
      { keys: ['Q'], does: 'QR code of the lesson' },
      { keys: ['N'], does: 'Notes in a window of their own' },
      { keys: ['F'], does: 'Full screen' },
      { keys: ['Esc', 'P'], does: 'Leave Present' },
    ],
  },

  notes: {
    pageTitle: (lesson: string) => `Notes: ${lesson}`,
    label: 'Teacher’s notes',
    none: 'There are no notes for this step.',
    failed: 'The notes could not be fetched. Check the connection, and open this window again.',
    now: 'Now',
    next: 'Next',
    end: 'This is the last one.',
    minutes: (minutes: number) => counted(minutes, 'minute', 'minutes'),
    minutesLabel: 'Planned for this step',
    state: {
      'never heard': 'No window presents this yet. Open a lesson in another window and press P.',
      there: 'In step with the presentation.',
      left: 'The other window has left Present.',
    },
    unable: 'This browser cannot keep two windows in step.',
    blank: 'The screen is blank.',
    code: 'The QR code is shown.',
    timer: 'Timer',
    pause: 'Pause',
    goOn: 'Go on',
    restart: 'From 0',
    run: 'Run both',
    reveal: 'Reveal',
    previous: 'Previous',
    controls: 'Controls',
    verdict: 'On the screen',
    refused:
      'The browser has not opened the window of the notes. Allow it to open windows, and press N again.',
  },

  handout: {
    label: 'Handout',
    address: 'This lesson on the web:',
    programs: 'The two programs',
    file: (side: string, file: string) => `${side}: ${file}`,
    edited: 'edited',
    pictures: 'What the run did',
    notRun: 'Neither program had been run when this was printed.',
    verdict: 'Verdict',
    remember: 'What to remember',
    question: 'Question',
    answer: 'Answer',
  },
};
