/** The words about what the browser keeps: edits that it refused, drafts that cannot be read, other versions. */
import { lazily } from '../base/lazily.ts';

const why = {
  full: 'this browser’s storage for the page is full (“Your data” under Options makes room)',
  denied: 'this browser keeps nothing for this page',
};

const date = lazily(() => new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' }));

const whence = {
  'this tab': () => 'before the reload',
  'another visit': () => 'an earlier visit',
  'a file': (at: number | null) => `a file${at === null ? '' : ` saved on ${date().format(at)}`}`,
};

/** `3 files`, or the only one by its name. */
function namesOf(files: readonly string[]): string {
  const [first = ''] = files;
  return files.length === 1 ? first : `${files.length} files`;
}

export const kept = {
  label: 'What this browser keeps',
  draftTitle: 'The other version',
  editsNotKept: (cause: keyof typeof why) =>
    `Your edits are not being kept: ${why[cause]}. They are here until you close the page. “Share” makes a link of them, “Save to a file” a file.`,
  preferencesNotKept: (cause: keyof typeof why) =>
    `Your choice holds until you close the page, and is not kept: ${why[cause]}.`,
  visitNotKept: (cause: keyof typeof why) =>
    `Where you are in the lessons, and what your runs came to, is not being kept: ${why[cause]}. It is here until you close the page; “Share” makes a link of where you are.`,
  runTooLarge: (side: string, events: string) =>
    `The last run of ${side} reported ${events} events, too many to be kept. Run it again to see it.`,
  /** of one side, or of both where none is named */
  keptRunBy: (by: keyof typeof whence, at: number | null, side: string | null) =>
    `${side === null ? 'Both are' : `${side} is`} from ${whence[by](at)}.`,
  unreadable: (about: 'draft' | 'preferences') =>
    about === 'draft'
      ? 'A draft of this lesson could not be read. It was put aside, so nothing is lost.'
      : 'Your preferences could not be read. They were put aside, and the usual ones hold.',
  newer:
    'A newer version of this page has kept a draft of this lesson. This version cannot read it, and leaves it as it is.',
  strays: (files: readonly string[]) =>
    `You have edited ${namesOf(files)} of this lesson. The lesson has no such file any more. Your text is still kept.`,
  otherDrafts: (files: readonly string[], at: number) =>
    `Another tab or an earlier visit keeps another version of ${namesOf(files)}${at > 0 ? `, of ${date().format(at)}` : ''}.`,
  behind: (places: readonly string[]) =>
    `Another tab has changed ${places.join('; ')}. Both versions are kept.`,
  linesOf: (file: string, { from, to }: { readonly from: number; readonly to: number }) =>
    from === to ? `${file}, line ${from}` : `${file}, lines ${from} to ${to}`,
  keepMine: 'Keep mine',
  takeOther: 'Take the other’s',
  load: 'Load it',
  save: 'Save to a file',
  forget: 'Forget it',
  again: 'Try again',
  hide: 'Hide',
};
