/** The words about links that cannot be opened as they are: one sentence for each thing that can be wrong with one. */
import { formatBytes, formatCount } from '../base/format.ts';

export const links = {
  faults: {
    unknownAddress: (fragment: string) => `“${fragment}” leads nowhere on this page.`,
    damaged: 'This link is damaged: some of its letters are not those that were sent. Ask for it again.',
    cut: 'This link is cut off: its end is missing. Copy all of it, or ask for it as a file.',
    doubled: 'There are two links in one here: the address has a second “#”. Open one of them alone.',
    percentEncoded:
      'A program on the way has replaced signs of this link by “%” and numbers, and it cannot be put right. Ask for it as a file.',
    tooLarge: (of: 'characters' | 'bytes', limit: number) =>
      of === 'characters'
        ? `This link is too large: no more than ${formatCount(limit)} characters are read.`
        : `What this link holds is too large: no more than ${formatBytes(limit)} are unpacked.`,
    future: 'This link was made by a newer version of this page. Reload the page, and open the link again.',
    unfit: 'This link arrived whole, but what it holds is not a lesson as this page writes one.',
    unknownLesson: (lesson: string) =>
      `This link is of a lesson called “${lesson}”, which this page has not.`,
    unknownStep: (step: number, steps: number) =>
      `This link leads to step ${step}. The lesson has ${steps === 1 ? '1 step' : `${steps} steps`}.`,
    unknownPart: (part: string) => `This link leads to the published “${part}”, which this lesson has not.`,
    unknownVariation: (variation: string) =>
      `This link loads the variation “${variation}”, which this lesson has no more.`,
    unknownEntry: (entry: string) => `This link begins with “${entry}”, which no program of this lesson has.`,
    noSchedule: 'This link says how threads take turns. The programs of this lesson have no threads.',
  },
  /** What `npm run link` answers. */
  terminal: {
    lessons: (lesson: string, known: readonly string[]) =>
      `There is no lesson "${lesson}". The lessons are: ${known.join(', ')}.`,
    parts: (part: string) => `This lesson has no published "${part}".`,
    files: (name: string, known: readonly string[]) =>
      `This side has no file "${name}". Say which one it replaces, as in ${known[0] ?? 'main.py'}=${name}. It has: ${known.join(', ')}.`,
    unfit: (nested: Readonly<Record<string, readonly string[] | undefined>>) => {
      const [[name, problems] = ['', []]] = Object.entries(nested);
      return `${name}: ${problems?.join('; ') ?? ''}`;
    },
  },
};
