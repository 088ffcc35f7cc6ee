/** The words of Reset: what it puts back, and what it has put back. */
import { counted } from './wording.ts';

export const reset = {
  lesson: 'Reset lesson',
  published: 'Reset programs',
  /** a button on the word `edited` of a file */
  open: (word: string, file: string, side: string) => `${word}: reset ${file} or more, ${side.toLowerCase()}`,
  file: (file: string, side: string) => `Reset ${file} (${side})`,
  side: (side: string, differing: number) =>
    `Reset all of ${side} (${counted(differing, 'changed file', 'changed files')})`,
  done: {
    file: (file: string, side: string) => `${file} of ${side} is the lesson’s again.`,
    side: (side: string) => `The lesson’s code is back on ${side}.`,
    lesson: 'The lesson’s code is back on both sides.',
  },
};
