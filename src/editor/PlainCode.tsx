/** The plain-text editor, for touch screens and as a fallback. A file too long for one field is edited in sections. */
import { useState } from 'react';
import { messages } from '../messages/en.ts';
import { PlainField } from './PlainField.tsx';
import type { CodeProps } from './props.ts';
import { countLines, isLong, nextSection, previousSection, sectionAt, type Section } from './sections.ts';

const words = messages.editor;

export function PlainCode(props: CodeProps) {
  return isLong(props.text) ? <Sections {...props} /> : <PlainField {...props} firstLine={1} />;
}

/** A section of a text, which an edit within it makes longer or shorter. */
interface Shown {
  readonly text: string;
  readonly section: Section;
  readonly allLines: number;
  /** the line that was last to be brought into view */
  readonly wished: number | null;
}

function Sections(props: CodeProps) {
  const { text, follow, reveal } = props;
  const wished = reveal?.line ?? follow?.to ?? null;
  const [kept, setShown] = useState(() => showAt(text, wished ?? 1, wished));
  const shown = asWished(kept, text, wished);
  if (shown !== kept) setShown(shown);

  const { section, allLines } = shown;
  const { from, to, firstLine, lines } = section;
  const goTo = (next: Section | null) => {
    if (next !== null) setShown({ ...shown, section: next });
  };
  const edit = (part: string) => {
    const count = countLines(part);
    const edited = text.slice(0, from) + part + text.slice(to);
    setShown({
      ...shown,
      text: edited,
      section: { from, to: from + part.length, firstLine, lines: count },
      allLines: allLines + count - lines,
    });
    props.onEdit(edited);
  };
  const own = (line: number) => line - firstLine + 1;
  return (
    <div className="plain-sections">
      <PlainField
        key={`${from} ${firstLine}`}
        {...props}
        text={text.slice(from, to)}
        firstLine={firstLine}
        onEdit={edit}
        marks={props.marks.map((mark) => ({ ...mark, from: own(mark.from), to: own(mark.to) }))}
        notes={props.notes
          .filter(({ line }) => holds(section, line))
          .map((note) => ({ ...note, line: own(note.line) }))}
        follow={
          follow !== null && holds(section, follow.to) ? { from: own(follow.from), to: own(follow.to) } : null
        }
        reveal={reveal !== null && holds(section, reveal.line) ? { line: own(reveal.line) } : null}
      />
      <p className="plain-part">
        <output>{words.section(firstLine, firstLine + lines - 1, allLines)}</output>
        {/* Not `disabled`: a button that is pressed and then disabled drops the keyboard's focus. */}
        <button
          type="button"
          className="button"
          aria-disabled={from === 0}
          onClick={() => goTo(previousSection(text, section))}
        >
          {words.previousSection}
        </button>
        <button
          type="button"
          className="button"
          aria-disabled={to >= text.length}
          onClick={() => goTo(nextSection(text, section))}
        >
          {words.nextSection}
        </button>
      </p>
    </div>
  );
}

function showAt(text: string, line: number, wished: number | null): Shown {
  return { text, section: sectionAt(text, line), allLines: countLines(text), wished };
}

/** Of another text, by Reset for example, the same lines; where another line is to be seen, its section. */
function asWished(kept: Shown, text: string, wished: number | null): Shown {
  if (wished !== null && wished !== kept.wished) {
    const stays = kept.text === text && holds(kept.section, wished);
    return stays ? { ...kept, wished } : showAt(text, wished, wished);
  }
  return kept.text === text ? kept : showAt(text, kept.section.firstLine, kept.wished);
}

function holds({ firstLine, lines }: Section, line: number): boolean {
  return line >= firstLine && line < firstLine + lines;
}
