/** Links within the site that lead nowhere: in the prose of lessons and in the answers. Pure. */
import { cannotLead, readPageAddress } from './address.ts';
import type { Problem } from './problem.ts';
import type { Lesson } from './schema.ts';

const LINK = /\]\((#\/[^)\s]*)\)/g;

/** @param text Markdown, wherever it stands in the file: every line is looked at */
export function strayLinks(file: string, text: string, lessons: readonly Lesson[]): Problem[] {
  return text.split('\n').flatMap((words, index) =>
    [...words.matchAll(LINK)].flatMap(([, href = '']) => {
      const message = readPageAddress(href) === null ? cannotLead(href, lessons) : null;
      return message === null ? [] : [{ file, line: index + 1, message }];
    }),
  );
}
