/** Says that the shown file is not the lesson's own, puts the file or its side back, and offers to undo that. */
import { useId, useRef } from 'react';
import type { Lesson, SideName } from '../../lesson/schema.ts';
import { messages } from '../../messages/en.ts';
import { statusOf } from '../../store/files.ts';
import { useWorkspace } from '../../store/workspaces.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useSideName } from '../../session/sideName.ts';
import { useCommands } from '../shell/context.ts';
import './fileReset.css';

const words = messages.reset;

interface Props {
  readonly lesson: Lesson;
  readonly side: SideName;
}

export function FileReset({ lesson, side }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  const { undo } = useCommands();
  const file = useWorkspace(({ active }) => active[side]);
  const text = useWorkspace(({ files }) => files[side][file]);
  const done = useWorkspace((workspace) => workspace.undo?.done ?? null);
  const offered = done?.kind === 'reset' && done.scope.kind !== 'lesson' && done.scope.side === side;
  /** Whatever was pressed is gone by then: the focus goes to what has come in its place. */
  const thenFocus = (act: () => void) => {
    act();
    requestAnimationFrame(() => bar.current?.querySelector('button')?.focus());
  };
  return (
    <div className="file-reset" ref={bar}>
      {offered && (
        <button type="button" className="button quiet" onClick={() => thenFocus(undo)}>
          <Icon name="undo" />
          {messages.run.undoReset}
        </button>
      )}
      {text !== lesson.sides[side].files[file] && (
        <Edited lesson={lesson} side={side} file={file} thenFocus={thenFocus} />
      )}
    </div>
  );
}

interface EditedProps extends Props {
  readonly file: string;
  readonly thenFocus: (act: () => void) => void;
}

/** The word of what stands there; pressed, it offers the ways back. */
function Edited({ lesson, side, file, thenFocus }: EditedProps) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const { resetFile, resetSide } = useCommands();
  const name = useSideName(side);
  const files = useWorkspace((workspace) => workspace.files[side]);
  const varied = statusOf(lesson, side, files).kind === 'variation';
  const differing = Object.keys(files).filter((one) => files[one] !== lesson.sides[side].files[one]).length;
  const choose = (act: () => void) => {
    menu.current?.hidePopover();
    thenFocus(act);
  };
  const word = varied ? messages.side.varied : messages.side.edited;
  return (
    <>
      <button
        type="button"
        className="edited"
        popoverTarget={id}
        aria-label={words.open(word, file, name)}
        title={messages.side.editedTitle}
      >
        {word}
        <Icon name="reset" />
      </button>
      <div id={id} popover="auto" className="popover" ref={menu}>
        <button type="button" className="button" onClick={() => choose(() => resetFile(side, file))}>
          {words.file(file, name)}
        </button>
        {Object.keys(files).length > 1 && (
          <button type="button" className="button" onClick={() => choose(() => resetSide(side))}>
            {words.side(name, differing)}
          </button>
        )}
      </div>
    </>
  );
}
