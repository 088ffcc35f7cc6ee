/** The code of a side: file tabs and the editor, with the lines that matter marked. */
import { useId } from 'react';
import { Code } from '../../editor/Code.tsx';
import type { LineMark, LineNote } from '../../editor/props.ts';
import type { Lesson, SideName } from '../../lesson/schema.ts';
import { messages } from '../../messages/en.ts';
import { keyOf } from '../../store/openedLink.ts';
import { usePlayback } from '../../store/playback.ts';
import { useWorkspace } from '../../store/workspaces.ts';
import { Tabs, tabId } from '../../ui/Tabs.tsx';
import { useCommands } from '../shell/context.ts';
import { FileReset } from './FileReset.tsx';
import { marksOf, placeUnderPlayhead } from './marks.ts';
import { useDark, useEditorKind } from '../shell/media.ts';
import { reportedMoment } from '../../session/moments.ts';
import { notesOf } from './notes.ts';
import { SideSchedule } from './schedule/SideSchedule.tsx';
import { useSideName } from '../../session/sideName.ts';

interface Props {
  readonly lesson: Lesson;
  readonly side: SideName;
}

export function CodePane({ lesson, side }: Props) {
  const panel = useId();
  const name = useSideName(side);
  const { edit, showFile, placeShown } = useCommands();
  const key = useWorkspace((workspace) => keyOf(lesson, workspace.link));
  const files = useWorkspace((workspace) => workspace.files[side]);
  const file = useWorkspace((workspace) => workspace.active[side]);
  const reveal = useWorkspace((workspace) => workspace.reveal[side]);
  const run = useWorkspace(({ runs }) => runs[side]);
  const at = usePlayback((playback) => playback.at);
  const asked = useWorkspace(({ stepping }) => stepping[side]?.question ?? null);
  const dark = useDark();
  const kind = useEditorKind();
  const text = files[file] ?? '';
  const place = placeUnderPlayhead(run, at);
  const shown = { file, text, original: lesson.sides[side].files[file] };
  const marks = marksOf(shown, run, place, lesson.sides[side].highlight, asked);
  const notes = notesOf(shown, run, reportedMoment(run, at));
  return (
    <div className="code-pane">
      <div className="file-bar">
        <Tabs
          label={messages.side.files(name)}
          tabs={Object.keys(files)}
          active={file}
          panel={panel}
          onChoose={(tab) => showFile(side, tab)}
        />
        {lesson.schedule !== undefined && <SideSchedule side={side} />}
        <FileReset lesson={lesson} side={side} />
      </div>
      <div className="code-panel" id={panel} role="tabpanel" aria-labelledby={tabId(panel, file)}>
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
          follow={lineToFollow(marks, notes, at !== 'live' || asked !== null)}
          reveal={reveal?.file === file ? reveal : null}
          onRevealed={() => placeShown(side)}
        />
      </div>
    </div>
  );
}

/**
 * The line of the playhead, once the person has moved it, and until then what the run has to say of a line, or else the
 * last lines that the lesson points at.
 */
function lineToFollow(marks: readonly LineMark[], notes: readonly LineNote[], moved: boolean): number | null {
  if (moved) return marks.find(({ kind }) => kind === 'now')?.from ?? null;
  return notes[0]?.line ?? marks.findLast(({ kind }) => kind === 'rest')?.from ?? null;
}
