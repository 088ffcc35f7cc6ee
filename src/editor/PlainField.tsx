/** A field for plain text: a textarea with line numbers and marked lines. */
import { useEffect, useId, useRef } from 'react';
import type { CSSProperties, KeyboardEvent } from 'react';
import { messages } from '../messages/en.ts';
import type { CodeProps, LineMark, LineNote } from './props.ts';
import { countLines } from './sections.ts';
import { spacesToStop, type } from './tabKey.ts';

const LINE_PX = 20;
const PADDING_PX = 6;

interface Props extends CodeProps {
  /** the number of its first line; the lines of marks and notes are counted from there, too */
  readonly firstLine: number;
}

export function PlainField(props: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const note = useId();
  const leaving = useRef(false);
  const lineCount = countLines(props.text);
  useLineInView(page, field, props);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Tab' && !event.shiftKey && !leaving.current) {
      event.preventDefault();
      type(event.currentTarget, spacesToStop(props.text, event.currentTarget.selectionStart));
    }
    leaving.current = event.key === 'Escape';
  };

  return (
    <div className="plain" ref={page}>
      <div className="plain-sheet" style={{ minHeight: lineCount * LINE_PX + 2 * PADDING_PX }}>
        <div className="plain-numbers" aria-hidden="true">
          {Array.from({ length: lineCount }, (_, index) => (
            <span key={index} className={classOf(index + 1, props.marks, props.side)}>
              {props.firstLine + index}
            </span>
          ))}
        </div>
        {props.notes.map((behind) => (
          <span
            key={behind.line}
            className={`plain-note line-note line-note-${props.side}`}
            style={placeOf(behind, props.text)}
          >
            {behind.text}
          </span>
        ))}
        <textarea
          ref={field}
          aria-label={props.label}
          aria-describedby={note}
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
      <span id={note} className="unseen">
        {messages.editor.tabNote}
      </span>
    </div>
  );
}

/** Behind the last letter of its line: the type is of one width. */
function placeOf({ line }: LineNote, text: string): CSSProperties & { readonly '--letters': number } {
  const length = text.split('\n')[line - 1]?.length ?? 0;
  return { top: PADDING_PX + (line - 1) * LINE_PX, '--letters': length };
}

function classOf(line: number, marks: readonly LineMark[], side: string): string | undefined {
  const mark = marks.find(({ from, to }) => from <= line && line <= to);
  return mark === undefined ? undefined : `mark mark-${mark.kind} mark-${side}`;
}

function useLineInView(
  page: { readonly current: HTMLElement | null },
  field: { readonly current: HTMLTextAreaElement | null },
  { follow, reveal, onRevealed, text }: CodeProps,
): void {
  const line = follow?.to ?? null;
  useEffect(() => {
    if (line !== null) scrollTo(page.current, line);
  }, [page, line]);
  useEffect(() => {
    if (reveal === null || field.current === null) return;
    const caret = text
      .split('\n')
      .slice(0, reveal.line - 1)
      .reduce((length, each) => length + each.length + 1, 0);
    field.current.focus({ preventScroll: true });
    field.current.setSelectionRange(caret, caret);
    scrollTo(page.current, reveal.line);
    onRevealed();
  }, [page, field, reveal, onRevealed, text]);
}

function scrollTo(page: HTMLElement | null, line: number): void {
  if (page === null) return;
  const top = PADDING_PX + (line - 1) * LINE_PX;
  const seen = top >= page.scrollTop && top + LINE_PX <= page.scrollTop + page.clientHeight;
  if (!seen) page.scrollTop = Math.max(0, top - page.clientHeight / 2);
}
