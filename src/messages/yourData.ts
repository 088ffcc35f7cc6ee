/** The words about all that the browser keeps for the page: what it is, exporting, importing and clearing it. */
import { counted } from './wording.ts';

const MOST_NAMED = 4;

/** Some by name, the others by their number. */
function list(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED;
  return rest > 0 ? `${names.slice(0, MOST_NAMED).join('; ')}; and ${rest} more` : names.join('; ');
}

export const yourData = {
  open: 'Your data…',
  title: 'Your data',
  close: 'Close',
  lead: 'All you do here stays in this browser, and nobody else has it. To take it to another browser, or to be sure of it, export it to a file.',
  kept: 'Kept in this browser',
  holds: 'The file holds',
  nothing: 'Nothing is kept yet.',
  draft: (file: string, side: string, lesson: string) => `${file} (${side}) of “${lesson}”`,
  drafts: (names: readonly string[]) =>
    `Your versions of ${counted(names.length, 'file', 'files')}: ${list(names)}`,
  visits: (count: number) =>
    `Where you are in ${counted(count, 'lesson', 'lessons')}, with your answers and settings`,
  runs: (count: number) => `What ${counted(count, 'run', 'runs')} came to`,
  preferences: 'Your choices under Options',
  progress: 'How far you have come',
  others: (count: number) => counted(count, 'other setting', 'other settings'),
  inFile: 'A file holds all of this; of what runs came to the newest, up to 12 MB.',
  export: 'Export to a file',
  import: 'Import a file…',
  clear: 'Clear all…',
  cancel: 'Cancel',
  importing: {
    title: 'Import this file?',
    replacesDrafts: (names: readonly string[]) =>
      `It has another version of ${list(names)}. Yours is kept beside it, and offered when you open the lesson.`,
    replaces: (names: readonly string[]) => `It replaces what is kept here: ${list(names)}.`,
    names: {
      visits: 'where you are in a lesson',
      preferences: 'your choices under Options',
      progress: 'how far you have come',
      others: 'other settings',
    },
    nothingReplaced: 'Nothing that is kept here is replaced.',
    nothingNew: 'All that it holds is here already.',
    afterwards: 'The page then opens anew.',
    do: 'Import',
  },
  clearing: {
    title: 'Clear all of it?',
    text: 'All that is listed above goes, for good. Export it first if you may want it again.',
    tabs: 'Other tabs with Faultline keep what stands in them until they are closed.',
    do: 'Clear all',
  },
  faults: {
    'not ours': 'This is no file that “Export to a file” has made.',
    newer: 'A newer version of this page has made this file. This version cannot read it.',
    damaged: 'This file is damaged: not all of it can be read, so nothing was imported.',
    'too large': 'This file is too large to be one of these.',
  },
  refused: {
    full: 'This browser’s storage for the page is full, so nothing was changed.',
    denied: 'This browser keeps nothing for this page, so nothing was changed.',
  },
};
