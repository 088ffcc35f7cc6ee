/** Reads the steps of a lesson: each `## heading` of the body and what follows it. */
import type { Heading, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import {
  lineOf,
  plainText,
  sectionsAt,
  toBlocks,
  toInlines,
  type Reading,
  type Section,
} from './markdown.ts';
import { readQuestion } from './question.ts';
import type { Step } from './schema.ts';

/** @param body Markdown; the lines that are reported count from its first one */
export function readSteps(body: string, reading: Reading): Step[] {
  const { report } = reading;
  const { before, sections } = sectionsAt(2, fromMarkdown(body).children);
  const [stray] = before;
  if (stray !== undefined) {
    report(
      lineOf(stray),
      'begin with a step: a heading such as "## Ten waits" (the title stands in the front matter)',
    );
  } else if (sections.length === 0) {
    report(null, 'a lesson needs at least one step: a ## heading and its prose');
  }
  return sections.map((section) => readStep(section, reading));
}

function readStep({ heading, nodes }: Section, reading: Reading): Step {
  const { report } = reading;
  const title = plainText(toInlines(heading.children, reading));
  if (title === '') report(lineOf(heading), 'give the step a title');
  if (nodes.length === 0) report(lineOf(heading), `the step "${title}" says nothing yet`);

  const at = nodes.findIndex((node) => isQuestionHeading(node));
  const question = nodes[at];
  if (question === undefined) return { title, blocks: toBlocks(nodes, reading), question: null };
  return {
    title,
    blocks: toBlocks(nodes.slice(0, at), reading),
    question: readQuestion(nodes.slice(at + 1), lineOf(question), report),
  };
}

function isQuestionHeading(node: RootContent): boolean {
  return node.type === 'heading' && node.depth === 3 && plainHeading(node) === 'Question';
}

function plainHeading(heading: Heading): string {
  return plainText(toInlines(heading.children, { report: () => {}, variations: null }));
}
