/** Reads the teacher's notes of a lesson, `notes.md`: for each step its minutes, and what to ask, to expect and to do. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { RootContent } from 'mdast';
import {
  lineOf,
  plainText,
  sectionsAt,
  toBlocks,
  toInlines,
  type Reading,
  type Section,
} from './markdown.ts';
import type { Step, StepNotes } from './schema.ts';

const MINUTES = /^([1-9]\d?) minutes?\.?$/;

/**
 * @param text of `notes.md`
 * @param steps of the lesson, and what is widely published about it: each heading of the notes is the title of one
 * @returns one for each step, in their order; null for a step without notes
 */
export function readNotes(
  text: string,
  steps: readonly Pick<Step, 'title'>[],
  reading: Reading,
): (StepNotes | null)[] {
  const { report } = reading;
  const { before, sections } = sectionsAt(2, fromMarkdown(text).children);
  const [stray] = before;
  if (stray !== undefined) {
    report(lineOf(stray), 'begin with the title of a step, written as in lesson.md: "## Title of a step"');
  } else if (sections.length === 0) {
    report(null, 'write notes for at least one step, below its title, or leave the file out');
  }
  const bySteps = new Map<string, StepNotes>();
  for (const section of sections) {
    const title = plainText(toInlines(section.heading.children, reading));
    const line = lineOf(section.heading);
    if (!steps.some((step) => step.title === title)) report(line, unknownStep(title, steps));
    else if (bySteps.has(title)) report(line, `the step "${title}" has notes already`);
    else bySteps.set(title, readStepNotes(section, title, reading));
  }
  return steps.map(({ title }) => bySteps.get(title) ?? null);
}

function unknownStep(title: string, steps: readonly Pick<Step, 'title'>[]): string {
  const titles = steps.map((step) => `"${step.title}"`).join(', ');
  return `lesson.md has no step "${title}"; its steps are: ${titles}`;
}

function readStepNotes({ heading, nodes }: Section, title: string, reading: Reading): StepNotes {
  const [first, ...rest] = nodes;
  const minutes = first === undefined ? null : minutesIn(first, reading);
  if (minutes === null) {
    reading.report(
      lineOf(first ?? heading),
      `say first how long the step "${title}" takes, in a paragraph of its own such as "6 minutes"`,
    );
    return { minutes: 0, blocks: [] };
  }
  if (rest.length === 0) reading.report(lineOf(heading), `the notes of the step "${title}" say nothing yet`);
  return { minutes, blocks: toBlocks(rest, reading) };
}

function minutesIn(node: RootContent, reading: Reading): number | null {
  if (node.type !== 'paragraph') return null;
  const [, minutes] = MINUTES.exec(plainText(toInlines(node.children, reading))) ?? [];
  return minutes === undefined ? null : Number(minutes);
}
