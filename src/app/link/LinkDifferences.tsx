/** What an opened link holds, compared with the lesson or with the person's own draft. */
import { useState } from 'react';
import type { Lesson } from '../../lesson/schema.ts';
import { messages } from '../../messages/en.ts';
import { isEdited } from '../../store/files.ts';
import { usePreferences } from '../../store/preferences.ts';
import { choiceOf } from '../../store/schedule.ts';
import { useWorkspace, useWorkspaces } from '../../store/workspaces.ts';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { useCommands } from '../shell/context.ts';
import { Differences, type Version } from './Differences.tsx';

const words = messages.sharing.differences;
const choices = (['mine', 'lesson'] as const).map((value) => ({ value, label: words[value] }));

export function LinkDifferences({ lesson }: { readonly lesson: Lesson }) {
  const { ownFiles } = useCommands();
  const [files] = useState(() => ownFiles(lesson));
  const own = useWorkspaces(({ workspaces }) => workspaces[lesson.id]);
  const preferred = usePreferences(({ pace }) => pace);
  const { files: linked, entry, schedule, pace } = useWorkspace((workspace) => workspace);
  const edited = isEdited(lesson, files);
  const [chosen, choose] = useState<'mine' | 'lesson'>(edited ? 'mine' : 'lesson');
  const { broken, fixed } = lesson.sides;
  const unchanged: Version = {
    files: { broken: broken.files, fixed: fixed.files },
    entry: broken.entry,
    schedule: choiceOf(lesson.schedule),
    pace: 'real',
  };
  const mine: Version = {
    files,
    entry: own?.entry ?? unchanged.entry,
    schedule: own?.schedule ?? unchanged.schedule,
    pace: preferred,
  };
  return (
    <div className="differences-with">
      <SegmentedControl
        label={words.with}
        legendShown
        value={chosen}
        options={choices}
        onChoose={(value) => choose(value)}
      />
      <Differences
        lesson={lesson}
        left={chosen === 'mine' ? mine : unchanged}
        right={{ files: linked, entry, schedule, pace: pace ?? preferred }}
      />
    </div>
  );
}
