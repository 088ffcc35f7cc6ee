/** Reads `lessons/answers.md`: five practices and five questions, each answered in a few sentences and proved by runs. */
import type { ListItem, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import * as v from 'valibot';
import { failure, success, type Result } from '../base/result.ts';
import { plainText as withPlainLines } from '../base/plainText.ts';
import { words } from './fields.ts';
import { readFields, splitFrontMatter } from './front-matter.ts';
import { strayLinks } from './links.ts';
import {
  lineOf,
  plainText,
  sectionsAt,
  toBlocks,
  toInlines,
  type Reading,
  type Section,
} from './markdown.ts';
import type { Problem, Report } from './problem.ts';
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
  const file = `lessons/${ANSWERS_FILE}`;
  const problems: Problem[] = [];
  const report: Report = (line, message) => void problems.push({ file, line, message });
  const whole = withPlainLines(text);
  const halves = splitFrontMatter(whole, report);
  const checked = halves === null ? null : readFields(FieldsSchema, halves, report);
  if (halves === null || checked === null) return failure(problems);
  const reading: Reading = {
    variations: new Set(),
    report: (line, message) => report(line === null ? null : line + halves.bodyLine - 1, message),
  };
  const sections = below(2, fromMarkdown(halves.body).children, reading).map((section) =>
    readSection(section, reading),
  );
  if (sections.length === 0) reading.report(1, 'begin with a section: a heading such as "## Questions"');
  problems.push(...strayLinks(file, whole, lessons));
  return problems.length > 0 ? failure(problems) : success({ ...checked.fields, sections });
}

/** What stands below each heading of a depth; what stands before the first is reported. */
function below(depth: 2 | 3, nodes: readonly RootContent[], { report }: Reading): readonly Section[] {
  const { before, sections } = sectionsAt(depth, nodes);
  for (const node of before) {
    report(lineOf(node), `put this below a heading that begins with ${'#'.repeat(depth)}`);
  }
  return sections;
}

function readSection({ heading, nodes }: Section, reading: Reading): Answers['sections'][number] {
  const answers = below(3, nodes, reading).flatMap((one) => readAnswer(one, reading) ?? []);
  const title = plainText(toInlines(heading.children, reading));
  if (nodes.length === 0) reading.report(lineOf(heading), `the section "${title}" answers nothing yet`);
  return { title, answers };
}

function readAnswer({ heading, nodes }: Section, reading: Reading): Answer | null {
  const [usual, ...rest] = nodes;
  const list = rest.at(-1);
  const ours = rest.slice(0, -1);
  if (usual?.type !== 'blockquote' || list?.type !== 'list' || ours.length === 0) {
    const form = 'the usual answer as a quote (>), ours as paragraphs, and a list of links to runs';
    reading.report(lineOf(heading), `write below this heading ${form}`);
    return null;
  }
  const blocks = toBlocks(ours, reading);
  const count = blocks.reduce((sum, block) => sum + sentencesIn(block), 0);
  if (count > MOST_SENTENCES) {
    reading.report(lineOf(heading), `this answer has ${count} sentences: at most ${MOST_SENTENCES} are read`);
  }
  return {
    about: toInlines(heading.children, reading),
    usual: toBlocks(usual.children, reading),
    ours: blocks,
    runs: list.children.flatMap((item) => readRun(item, reading) ?? []),
  };
}

/** An item of the list of runs: one link and nothing beside it. */
function readRun(item: ListItem, reading: Reading): Answer['runs'][number] | null {
  const [paragraph, ...others] = item.children;
  const [link, ...more] = paragraph?.type === 'paragraph' ? toInlines(paragraph.children, reading) : [];
  if (link?.kind === 'link' && more.length + others.length === 0)
    return { href: link.href, words: link.children };
  reading.report(
    lineOf(item),
    'write one link to a run and nothing else: [words](#/asyncio/published/cause)',
  );
  return null;
}

function sentencesIn(block: Block): number {
  switch (block.kind) {
    case 'paragraph':
      return plainText(block.children).match(/[.!?](?=["”’)]?(\s|$))/g)?.length ?? 0;
    case 'list':
      return block.items.flat().reduce((sum, one) => sum + sentencesIn(one), 0);
    case 'quote':
      return block.children.reduce((sum, one) => sum + sentencesIn(one), 0);
    case 'code':
      return 1;
  }
}
