/** What is marked in a file, in words, for those who do not see the tint. Pure. */
import { changes } from '../messages/en.ts';
import type { LineMark, LineNote } from './props.ts';

const words = changes.lines;
/** What matters most comes first. */
const KINDS = ['now', 'error', 'rest'] as const;

/** A sentence for each kind of mark, and one for each note; empty where nothing is marked. */
export function lineWords(marks: readonly LineMark[], notes: readonly LineNote[]): string {
  const marked = KINDS.flatMap((kind) => {
    const ranges = marks.filter((mark) => mark.kind === kind).map(rangeWords);
    return ranges.length === 0 ? [] : [words[kind](ranges.join(', '))];
  });
  return [...marked, ...notes.map(({ line, title }) => words.note(line, title))].join(' ');
}

function rangeWords({ from, to }: LineMark): string {
  return from === to ? words.one(from) : words.several(from, to);
}
