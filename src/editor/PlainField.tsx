/** A field for plain text: a textarea with line numbers and marked lines. */
import { useEffect, useRef } from 'react';
import type { CSSProperties, KeyboardEvent } from 'react';
import { lineHeightOf, type CodeProps, type LineNote } from './props.ts';
import { countLines } from './sections.ts';
import { spacesToStop, type } from './tabKey.ts';

const PADDING_PX = 6;
/** The height of a line of the usual type, as the style sheet has it: for fingers the type is larger. CSS pixels. */
const USUAL_LINE = 20;

interface Props extends CodeProps {
  /** the number of its first line; the lines of marks and notes are counted from there, too */
  readonly firstLine: number;
}

export function PlainField(props: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const lineCount = countLines(props.text);
  const line = lineOf(props.typeSize);
  useLineInView(page, field, props);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Tab' && !event.shiftKey && props.tabIndents) {
      event.preventDefault();
      type(event.currentTarget, spacesToStop(props.text, event.currentTarget.selectionStart));
    }
  };

  return (
    <div className="plain" ref={page} style={typeOf(props.typeSize, line)}>
      <div className="plain-sheet" style={{ minHeight: lineCount * line + 2 * PADDING_PX }}>
        <div className="plain-numbers" aria-hidden="true">
          {Array.from({ length: lineCount }, (_, index) => (
            <span key={index} className={classOf(index + 1, props)}>
              {props.firstLine + index}
            </span>
          ))}
        </div>
        {props.notes.map((behind) => (
          <span
            key={behind.line}
            className={`plain-note line-note line-note-${props.side}`}
            style={placeOf(behind, props.text, line)}
          >
            {behind.text}
          </span>
        ))}
        <textarea
          ref={field}
          aria-label={props.label}
          aria-describedby={props.describedBy}
          value={props.text}
          rows={lineCount}
          wrap="off"
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          onChange={(event) => props.onEdit(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </div>
    </div>
  );
}

function lineOf(typeSize: number | undefined): number {
  return typeSize === undefined ? USUAL_LINE : lineHeightOf(typeSize);
}

/** Unless it is the usual type, which the style sheet has. */
function typeOf(
  size: number | undefined,
  line: number,
): (CSSProperties & Record<`--code-${string}`, string>) | undefined {
  return size === undefined ? undefined : { '--code-size': `${size}px`, '--code-line': `${line}px` };
}

/** Behind the last letter of its line: the type is of one width. */
function placeOf(
  { line }: LineNote,
  text: string,
  height: number,
): CSSProperties & { readonly '--letters': number } {
  const length = text.split('\n')[line - 1]?.length ?? 0;
  return { top: PADDING_PX + (line - 1) * height, '--letters': length };
}

function classOf(line: number, { marks, side, spotlight }: CodeProps): string | undefined {
  if (line === spotlight) return `mark mark-spotlight mark-${side}`;
  const mark = marks.find(({ from, to }) => from <= line && line <= to);
  return mark === undefined ? undefined : `mark mark-${mark.kind} mark-${side}`;
}

function useLineInView(
  page: { readonly current: HTMLElement | null },
  field: { readonly current: HTMLTextAreaElement | null },
  { follow, reveal, onRevealed, text, typeSize }: CodeProps,
): void {
  const height = lineOf(typeSize);
  const line = follow?.to ?? null;
  useEffect(() => {
    if (line !== null) scrollTo(page.current, line, height);
  }, [page, line, height]);
  useEffect(() => {
    if (reveal === null || field.current === null) return;
    const caret = text
      .split('\n')
      .slice(0, reveal.line - 1)
      .reduce((length, each) => length + each.length + 1, 0);
    field.current.focus({ preventScroll: true });
    field.current.setSelectionRange(caret, caret);
    scrollTo(page.current, reveal.line, height);
    onRevealed();
  }, [page, field, reveal, onRevealed, text, height]);
}

function scrollTo(page: HTMLElement | null, line: number, height: number): void {
  if (page === null) return;
  const top = PADDING_PX + (line - 1) * height;
  const seen = top >= page.scrollTop && top + height <= page.scrollTop + page.clientHeight;
  if (!seen) page.scrollTop = Math.max(0, top - page.clientHeight / 2);
}
