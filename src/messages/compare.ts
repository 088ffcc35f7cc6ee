/** Words of the comparison of two programs. */
import { counted } from './wording.ts';

export const compare = {
  compare: 'Compare',
  title: 'Compare',
  close: 'Close the comparison',
  what: 'What is compared',
  sides: (broken: string, fixed: string) => `${broken} and ${fixed}`,
  lesson: (side: string) => `${side}: the lesson’s and yours`,
  lessonAndLink: (side: string) => `${side}: the lesson’s and the link’s`,
  mineAndLink: (side: string) => `${side}: yours and the link’s`,
  linked: (side: string) => `${side}, from the link`,
  own: (side: string) => `${side}, the lesson’s own`,
  yours: (side: string) => `${side}, yours`,
  files: 'Files',
  same: 'There is no difference.',
  sameFile: 'This file is the same in both.',
  onlyIn: (label: string) => `Only in: ${label}`,
  next: 'Next difference',
  previous: 'Previous difference',
  nextShort: 'Next',
  previousShort: 'Previous',
  keys: 'F7 and Shift+F7 go from one difference to the next.',
  part: (number: number, of: number) => `Difference ${number} of ${of}`,
  only: (label: string, line: number) => `Only in ${label}, line ${line}:`,
  summary: (removed: number, added: number, left: string, right: string) =>
    `${counted(removed, 'line', 'lines')} only in ${left}, ${counted(added, 'line', 'lines')} only in ${right}`,
};
