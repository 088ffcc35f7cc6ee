/** The files of a side as tabs. A file with marked or changed lines says so, by a sign and in words. */
import type { Lesson, SideName } from '../../lesson/schema.ts';
import { messages } from '../../messages/en.ts';
import { useSideName } from '../../session/sideName.ts';
import { statusOf } from '../../store/files.ts';
import { usePlayback } from '../../store/playback.ts';
import { useWorkspace } from '../../store/workspaces.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { useCommands } from '../shell/context.ts';
import { fileSigns, type FileSign } from './fileSigns.ts';
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
  const signs = fileSigns({ files, lesson: lesson.sides[side], run, place: placeUnderPlayhead(run, at) });
  const status = statusOf(lesson, side, files);
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
      {files[file] !== lesson.sides[side].files[file] && (
        <span className="edited" title={messages.side.editedTitle}>
          {status.kind === 'variation' ? messages.side.varied : messages.side.edited}
        </span>
      )}
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
    </>
  );
}
