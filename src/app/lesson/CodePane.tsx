/** The code of a side: the editor, with the lines that matter marked. */
import { Code } from '../../editor/Code.tsx';
import type { LineMark, LineNote, LineRange } from '../../editor/props.ts';
import type { Lesson, SideName } from '../../lesson/schema.ts';
import { messages } from '../../messages/en.ts';
import { keyOf } from '../../store/openedLink.ts';
import { usePlayback } from '../../store/playback.ts';
import { useWorkspace } from '../../store/workspaces.ts';
import { tabId } from '../../ui/Tabs.tsx';
import { useCommands } from '../shell/context.ts';
import { codePanelOf } from './FileBar.tsx';
import { useAxis } from './axis.ts';
import { marksOf, placeUnderPlayhead } from './marks.ts';
import { useDark, useEditorKind, useRoom } from '../shell/media.ts';
import { reportedMoment } from '../../session/moments.ts';
import { notesOf } from './notes.ts';
import { useSideName } from '../../session/sideName.ts';

/** So many lines have room on a small laptop. */
const LINES_IN_VIEW = 10;
/** Height of the type on a large screen. CSS pixels. */
const LARGE_TYPE = 16;

interface Props {
  readonly lesson: Lesson;
  readonly side: SideName;
  /** in Present: how large the type is, and the line in the spotlight */
  readonly typeSize?: number;
  readonly spotlight?: number | null;
}

export function CodePane({ lesson, side, typeSize, spotlight = null }: Props) {
  const name = useSideName(side);
  const { edit, placeShown } = useCommands();
  const key = useWorkspace((workspace) => keyOf(lesson, workspace.link));
  const files = useWorkspace((workspace) => workspace.files[side]);
  const file = useWorkspace((workspace) => workspace.active[side]);
  const reveal = useWorkspace((workspace) => workspace.reveal[side]);
  const run = useWorkspace(({ runs }) => runs[side]);
  const at = usePlayback((playback) => playback.at);
  const asked = useWorkspace(({ stepping }) => stepping[side]?.question ?? null);
  const dark = useDark();
  const large = useRoom() === 'large';
  const kind = useEditorKind();
  const text = files[file] ?? '';
  const moment = reportedMoment(run, at, useAxis());
  const place = placeUnderPlayhead(run, at, moment);
  const shown = { file, text, original: lesson.sides[side].files[file] };
  const marks = marksOf(shown, run, place, lesson.sides[side].highlight, asked);
  const lit = spotlight === null ? null : { from: spotlight, to: spotlight };
  const notes = notesOf(shown, run, moment);
  return (
    <div className="code-pane">
      <div
        className="code-panel"
        id={codePanelOf(side)}
        role="tabpanel"
        aria-labelledby={tabId(codePanelOf(side), file)}
      >
        <Code
          kind={kind}
          label={messages.side.editor(name, file)}
          path={`${encodeURIComponent(key)}/${side}/${file}`}
          text={text}
          onEdit={(changed) => edit(side, file, changed)}
          marks={marks}
          notes={notes}
          side={side}
          dark={dark}
          typeSize={typeSize ?? (large ? LARGE_TYPE : undefined)}
          spotlight={spotlight}
          follow={lit ?? linesToFollow(marks, notes, at !== 'live' || asked !== null)}
          reveal={reveal?.file === file ? reveal : null}
          onRevealed={() => placeShown(side)}
        />
      </div>
    </div>
  );
}

/**
 * The line of the playhead, once the person has moved it, and until then the lines that the lesson points at or that
 * failed, with the first of which the run has something to say where both have room, or else that one.
 */
function linesToFollow(
  marks: readonly LineMark[],
  notes: readonly LineNote[],
  moved: boolean,
): LineRange | null {
  const shown = moved ? marks.filter(({ kind }) => kind === 'now') : marks;
  const [first, last] = [shown[0], shown.at(-1)];
  const [note] = moved ? [] : notes;
  if (first === undefined || last === undefined) {
    return note === undefined ? null : { from: note.line, to: note.line };
  }
  const marked = { from: first.from, to: last.to };
  if (note === undefined) return marked;
  const both = { from: Math.min(marked.from, note.line), to: Math.max(marked.to, note.line) };
  return both.to - both.from < LINES_IN_VIEW ? both : marked;
}
