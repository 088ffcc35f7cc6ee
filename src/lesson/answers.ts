/** Reads `lessons/answers.md`: five practices and five questions, each answered in a few sentences and proved by runs. */
import type { Heading, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import * as v from 'valibot';
import { parse } from 'yaml';
import { failure, success, type Result } from '../base/result.ts';
import { plainText as withPlainLines } from '../base/plainText.ts';
import { readLessonAddress } from './address.ts';
import { words } from './fields.ts';
import { splitFrontMatter } from './front-matter.ts';
import { lineOf, plainText, toBlocks, toInlines, type Reading } from './markdown.ts';
import type { Problem } from './problem.ts';
import type { Block, Inline, Lesson } from './schema.ts';

export const ANSWERS_FILE = 'answers.md';
/** An answer that is longer is not read. */
const MOST_SENTENCES = 6;

export interface Answer {
  /** the practice or the question, as it is usually put */
  readonly about: readonly Inline[];
  /** the usual answer */
  readonly usual: readonly Block[];
  /** ours */
  readonly ours: readonly Block[];
  /** what opens the runs that prove it */
  readonly runs: readonly { readonly href: string; readonly words: readonly Inline[] }[];
}

export interface Answers {
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly { readonly title: string; readonly answers: readonly Answer[] }[];
}

const FieldsSchema = v.strictObject({ title: words, lead: words });

/** @param lessons those to which the answers may lead */
export function readAnswers(text: string, lessons: readonly Lesson[]): Result<Answers, readonly Problem[]> {
  const problems: Problem[] = [];
  const report = (line: number | null, message: string): void =>
    void problems.push({ file: `lessons/${ANSWERS_FILE}`, line, message });
  const halves = splitFrontMatter(withPlainLines(text), report);
  if (halves === null) return failure(problems);
  const fields = v.safeParse(FieldsSchema, parse(halves.yaml));
  if (!fields.success) {
    report(1, 'give the page a title and a lead, in words');
    return failure(problems);
  }
  const reading: Reading = {
    variations: new Set(),
    report: (line, message) => report(line === null ? null : line + halves.bodyLine - 1, message),
  };
  const sections = below(2, fromMarkdown(halves.body).children, reading).map(({ heading, nodes }) => ({
    title: plainText(toInlines(heading.children, reading)),
    answers: below(3, nodes, reading).flatMap((one) => readAnswer(one, lessons, reading) ?? []),
  }));
  if (sections.length === 0) reading.report(1, 'begin with a section: a heading such as "## Questions"');
  return problems.length > 0 ? failure(problems) : success({ ...fields.output, sections });
}

interface Section {
  readonly heading: Heading;
  readonly nodes: RootContent[];
}

/** What stands below each heading of a depth; what stands before the first is reported. */
function below(depth: 2 | 3, nodes: readonly RootContent[], { report }: Reading): Section[] {
  const sections: Section[] = [];
  for (const node of nodes) {
    if (node.type === 'heading' && node.depth === depth) sections.push({ heading: node, nodes: [] });
    else if (sections.length > 0) sections.at(-1)?.nodes.push(node);
    else report(lineOf(node), `put this below a heading that begins with ${'#'.repeat(depth)}`);
  }
  return sections;
}

function readAnswer(
  { heading, nodes }: Section,
  lessons: readonly Lesson[],
  reading: Reading,
): Answer | null {
  const [usual, ...rest] = nodes;
  const list = rest.at(-1);
  const ours = rest.slice(0, -1);
  if (usual?.type !== 'blockquote' || list?.type !== 'list' || ours.length === 0) {
    const form = 'the usual answer as a quote (>), ours as paragraphs, and a list of links to runs';
    reading.report(lineOf(heading), `write below this heading ${form}`);
    return null;
  }
  const blocks = toBlocks(ours, reading);
  const count = sentencesIn(blocks);
  if (count > MOST_SENTENCES) {
    reading.report(lineOf(heading), `this answer has ${count} sentences: at most ${MOST_SENTENCES} are read`);
  }
  const runs = list.children.flatMap((item) => {
    const [paragraph] = item.children;
    const link = paragraph?.type === 'paragraph' ? toInlines(paragraph.children, reading)[0] : undefined;
    if (link?.kind !== 'link') {
      reading.report(lineOf(item), 'write a link to a run: [words](#/asyncio/published/cause)');
      return [];
    }
    const wrong = cannotLead(link.href, lessons);
    if (wrong !== null) reading.report(lineOf(item), wrong);
    return [{ href: link.href, words: link.children }];
  });
  return {
    about: toInlines(heading.children, reading),
    usual: toBlocks(usual.children, reading),
    ours: blocks,
    runs,
  };
}

function sentencesIn(blocks: readonly Block[]): number {
  const text = blocks.map((block) => ('children' in block ? textOf(block.children) : '')).join(' ');
  return text.match(/[.!?](?=["”’)]?(\s|$))/g)?.length ?? 0;
}

function textOf(children: readonly (Block | Inline)[]): string {
  return plainText(
    children.filter(
      (child): child is Inline => !('items' in child) && child.kind !== 'paragraph' && child.kind !== 'quote',
    ),
  );
}

/** Why an address opens no run; null when it does. */
function cannotLead(href: string, lessons: readonly Lesson[]): string | null {
  const address = readLessonAddress(href);
  const lesson = lessons.find(({ id }) => id === address?.lesson);
  if (address === null || lesson === undefined) return `"${href}" leads to no lesson`;
  const { place, settings } = address;
  if (place.kind === 'step' && place.step > lesson.steps.length) {
    return `the lesson "${lesson.id}" has ${lesson.steps.length} steps`;
  }
  const desk = place.kind === 'published' ? lesson.published.find(({ part }) => part === place.part) : lesson;
  if (desk === undefined) return `the lesson "${lesson.id}" has nothing published`;
  if (Object.keys(settings).length > 0 && desk.schedule === undefined) {
    return `the lesson "${lesson.id}" has no schedule to be set`;
  }
  return null;
}
