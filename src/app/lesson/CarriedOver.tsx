/** Says at the head of a step that the code is not the lesson's own: the step speaks of that, unless it loads another. */
import { useRef, useState } from 'react';
import { SIDES, type Lesson, type SideName } from '../../lesson/schema.ts';
import { messages } from '../../messages/en.ts';
import { statusOf, type Files } from '../../store/files.ts';
import { useWorkspace } from '../../store/workspaces.ts';
import { useCommands } from '../shell/context.ts';
import { sideName } from '../../session/sideName.ts';

const words = messages.guide;

/** What is loaded or written while the step is read needs no word: give it a key for each step. */
export function CarriedOver({ lesson }: { readonly lesson: Lesson }) {
  const files = useWorkspace((workspace) => workspace.files);
  const linked = useWorkspace(({ link }) => link !== null);
  const [before] = useState(files);
  const { reset } = useCommands();
  const note = useRef<HTMLDivElement>(null);
  const sentences = SIDES.flatMap((side) =>
    files[side] === before[side] ? (wordsFor(lesson, side, files[side]) ?? []) : [],
  );
  // Of an opened link the strip over it says what it is.
  if (linked || sentences.length === 0) return null;
  /** The note goes with what it says: the focus goes to the heading above it. */
  const press = () => {
    note.current?.parentElement?.querySelector('h1')?.focus();
    reset();
  };
  return (
    <div className="guide-carried" role="note" ref={note}>
      <p>
        {sentences.join(' ')} {words.lessonsOwn}
      </p>
      <button type="button" className="button" onClick={press}>
        {messages.reset.lesson}
      </button>
    </div>
  );
}

function wordsFor(lesson: Lesson, side: SideName, files: Files): string | null {
  const status = statusOf(lesson, side, files);
  switch (status.kind) {
    case 'own':
      return null;
    case 'variation':
      return words.stillVaried(sideName(lesson, side), status.variation.title);
    case 'edited':
      return words.stillEdited(sideName(lesson, side));
  }
}
