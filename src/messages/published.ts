/** The words of the step "As widely published", of its three parts, and of the page of answers. */
import { formatCount } from '../base/format.ts';

export const published = {
  step: 'As widely published',
  parts: { cause: 'Cause', diagnosis: 'Diagnosis', solution: 'Solution' },
  partsNav: 'The published programs',
  sides: { broken: 'As published', fixed: 'Instead' },
  said: 'What is said of it',
  happens: 'What happens',
  elsewhere: 'On other versions',
  measured: (day: string, where: string) => `Measured elsewhere, not by this page: ${day}, ${where}.`,
  columns: { on: 'Version', what: 'What came out' },
  why: 'Why',
  better: 'What to write instead',
  notRun: 'Press Run both. What stands here is then told by the run itself.',
  varied: (title: string, figures: readonly string[], how: string) =>
    `You ran “${title}”. It ${how}${figures.length === 0 ? '' : `: ${figures.join(', ')}`}.`,
  other: 'This run did something else than what is told here. Its figures and its output say what.',
  home: {
    title: 'As widely published',
    lead: (count: number) =>
      `${formatCount(count)} programs as articles print them. Run each beside what to write instead.`,
    answers: 'Five best practices and five questions, answered and proved',
    /** for a screen reader: which lesson a link belongs to */
    link: (lesson: string, part: string) => `${part}, ${lesson}`,
  },
  answers: {
    pageTitle: 'Answers',
    link: 'Answers',
    usual: 'The usual answer',
    ours: 'What is true',
    runs: 'Runs that show it',
  },
} as const;
