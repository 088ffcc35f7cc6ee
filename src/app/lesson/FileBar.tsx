/** The files of a side as tabs. A file with marked or changed lines says so, by a sign and in words. */
import type { Lesson, SideName } from '../../lesson/schema.ts';
import { messages } from '../../messages/en.ts';
import { reportedMoment } from '../../session/moments.ts';
import { useSideName } from '../../session/sideName.ts';
import { usePlayback } from '../../store/playback.ts';
import { useWorkspace } from '../../store/workspaces.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { useCommands } from '../shell/context.ts';
import { FileReset } from './FileReset.tsx';
import { useAxis } from './axis.ts';
import { type FileSign, fileSigns } from './fileSigns.ts';
import { placeUnderPlayhead } from './marks.ts';

const words = messages.panes.files;

interface Props {
  readonly lesson: Lesson;
  readonly side: SideName;
}

/** The id of what the tabs of a side govern: its code. */
export function codePanelOf(side: SideName): string {
  return `code-${side}`;
}

export function FileBar({ lesson, side }: Props) {
  const name = useSideName(side);
  const { showFile } = useCommands();
  const files = useWorkspace((workspace) => workspace.files[side]);
  const file = useWorkspace((workspace) => workspace.active[side]);
  const run = useWorkspace(({ runs }) => runs[side]);
  const at = usePlayback((playback) => playback.at);
  const place = placeUnderPlayhead(run, at, reportedMoment(run, at, useAxis()));
  const signs = fileSigns({ files, lesson: lesson.sides[side], run, place });
  const names = Object.keys(files);
  return (
    <div className="file-bar" data-files={names.length > 1 ? 'several' : 'one'}>
      <Tabs
        label={messages.side.files(name)}
        tabs={names}
        active={file}
        panel={codePanelOf(side)}
        onChoose={(tab) => showFile(side, tab)}
        face={(tab) => faceOf(tab, signs.get(tab) ?? [])}
      />
      <FileReset lesson={lesson} side={side} />
    </div>
  );
}

/** The name of a file, its folder smaller, and a sign for what is to be seen in it. */
function faceOf(tab: string, signs: readonly FileSign[]) {
  const folder = tab.slice(0, tab.lastIndexOf('/') + 1);
  return (
    <>
      {folder !== '' && <span className="file-folder">{folder}</span>}
      {tab.slice(folder.length)}
      {signs.map((sign) => (
        <span key={sign} className={`file-sign file-sign-${sign}`} title={words[sign]}>
          <span className="unseen"> ({words[sign]})</span>
        </span>
      ))}
      {/* The room of a sign: else tabs wrap and everything below jumps while the playhead moves. */}
      {signs.length === 0 && <span className="file-sign file-sign-none" />}
    </>
  );
}
