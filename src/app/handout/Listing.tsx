/** A file on paper: every line with its number, and those that the lesson points at marked. */
import type { HighlightedLines } from '../../lesson/schema.ts';

interface Props {
  readonly title: string;
  /** stands beside the title; empty for none */
  readonly note: string;
  readonly text: string;
  readonly marked: readonly HighlightedLines[];
}

export function Listing({ title, note, text, marked }: Props) {
  const lines = text.trimEnd().split('\n');
  return (
    <figure className="listing">
      <figcaption>
        {title} {note !== '' && <em>({note})</em>}
      </figcaption>
      <ol>
        {lines.map((line, index) => (
          <li
            key={index}
            data-line={
              marked.some(({ from, to }) => from <= index + 1 && index + 1 <= to) ? 'marked' : 'plain'
            }
          >
            <code>{line === '' ? ' ' : line}</code>
          </li>
        ))}
      </ol>
    </figure>
  );
}
