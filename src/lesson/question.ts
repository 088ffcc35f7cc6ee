/** Reads a question: a paragraph that asks, and a list of answers marked `[x]` (right) or `[ ]` (wrong). */
import type { ListItem, Paragraph, RootContent } from 'mdast';
import { lineOf, plainText, toInlines } from './markdown.ts';
import type { Report } from './problem.ts';
import type { Question } from './schema.ts';

type Answer = Question['answers'][number];

const MARKED = /^\[([ xX])\]\s+(.+)$/s;

/**
 * @param nodes what stands below the `### Question` heading, up to the end of its step
 * @param line of that heading
 * @returns null, with every problem reported, when it is not a whole question
 */
export function readQuestion(nodes: readonly RootContent[], line: number, report: Report): Question | null {
  const [ask, list, stray] = nodes;
  if (ask?.type !== 'paragraph') {
    report(line, 'below "### Question" write one paragraph that asks something');
    return null;
  }
  if (list?.type !== 'list') {
    report(lineOf(ask), 'below the question write its answers: - [x] the right one, - [ ] a wrong one');
    return null;
  }
  if (stray !== undefined) {
    report(lineOf(stray), 'a question ends its step: begin the next step with a ## heading');
  }
  const answers = list.children.flatMap((item) => readAnswer(item, report) ?? []);
  if (answers.length < list.children.length) return null;
  checkAnswers(answers, lineOf(list), report);
  return { ask: words(ask, report), answers };
}

function checkAnswers(answers: readonly Answer[], line: number, report: Report): void {
  if (answers.length < 2) report(line, 'a question needs at least two answers');
  const right = answers.filter((answer) => answer.right).length;
  if (right !== 1) report(line, `exactly one answer is right, marked - [x]; here it is ${right}`);
}

function readAnswer(item: ListItem, report: Report): Answer | null {
  const [text, why, stray] = item.children;
  const marked = text?.type === 'paragraph' ? MARKED.exec(words(text, report)) : null;
  if (marked === null) {
    report(lineOf(item), 'begin an answer with [x] when it is right and with [ ] when it is wrong');
    return null;
  }
  if ((why !== undefined && why.type !== 'paragraph') || stray !== undefined) {
    report(lineOf(stray ?? why ?? item), 'below an answer stands at most one paragraph, which says why');
    return null;
  }
  return {
    text: marked[2] ?? '',
    right: marked[1] !== ' ',
    why: why?.type === 'paragraph' ? words(why, report) : '',
  };
}

function words(paragraph: Paragraph, report: Report): string {
  return plainText(toInlines(paragraph.children, { report, variations: null }));
}
