/** Commands about an opened link: look at it, keep it as one's own, go back to one's draft. */
import { SIDES, type Lesson } from '../lesson/schema.ts';
import { messages } from '../messages/en.ts';
import type { ArrangementName } from '../lesson/arrangements.ts';
import { arrangementOf } from '../share/state.ts';
import { showRunOfFile } from '../store/changes/runs.ts';
import { takeVersion } from '../store/changes/versions.ts';
import type { FilesOfSides } from '../store/files.ts';
import { keyOf, type OpenedLink } from '../store/openedLink.ts';
import { seek } from '../store/playback.ts';
import { left } from '../store/workspace.ts';
import { currentIn, currentWorkspace, openLeft, openNew, useWorkspaces } from '../store/workspaces.ts';
import type { OpenedTrace } from './openedTrace.ts';
import { workspaceOf } from './linkedWorkspace.ts';

interface Needs {
  /** ends what is under way in the open workspace */
  readonly leave: () => void;
  /** opens the person's own workspace of a lesson */
  readonly openOwn: (lesson: Lesson) => void;
  /** the person's own files of a lesson whose workspace is not in memory */
  readonly keptFiles: (lesson: Lesson) => FilesOfSides;
  /** arranges the panes of the open workspace */
  readonly arrangeAs: (name: ArrangementName) => void;
}

/** Makes these commands. */
export function createOpening({ leave, openOwn, keptFiles, arrangeAs }: Needs) {
  const openLink = (lesson: Lesson, link: OpenedLink): void => {
    const key = keyOf(lesson, link);
    if (useWorkspaces.getState().open === key) return;
    leave();
    const arrangement = arrangementOf(link.state);
    const wasOpen = openLeft(key);
    if (!wasOpen) openNew(workspaceOf(lesson, link));
    // Whoever comes back to it has left the presentation.
    if (!wasOpen || arrangement !== 'present') arrangeAs(arrangement);
  };
  return {
    /** Shows what a link holds, as it was left if it has been open. Nothing runs, and no draft is read or written. */
    openLink,
    /** Shows the runs of a file over its programs, as a link of them is shown. Nothing runs. */
    openTrace: ({ lesson, link, runs, saved }: OpenedTrace): void => {
      openLink(lesson, link);
      for (const side of SIDES) showRunOfFile(side, runs[side], saved);
      seek('live');
    },
    /** Makes the person's own what the open link holds, as edited since. Undo brings back what was theirs. */
    keepAsMine: (): void => {
      const workspace = currentWorkspace();
      if (workspace === null || workspace.link === null) return;
      openOwn(workspace.lesson);
      takeVersion(left(workspace), messages.sharing.banner.title);
    },
    /** The person's own files of a lesson, while a link is open. */
    ownFiles: (lesson: Lesson): FilesOfSides =>
      useWorkspaces.getState().workspaces[lesson.id]?.files ?? keptFiles(lesson),
    /** Once both sides of a link have run, puts the playhead where the sender had it. Returns how to stop. */
    showLinkedMoments: (): (() => void) => {
      const shown = new Set<string>();
      return useWorkspaces.subscribe((now, before) => {
        const [workspace, former] = [currentIn(now), currentIn(before)];
        if (workspace === null || workspace.link === null || now.open !== before.open) return;
        const { link, lesson, runs } = workspace;
        const { playhead } = link.state;
        const key = keyOf(lesson, link);
        if (playhead === undefined || shown.has(key) || runs === former?.runs) return;
        if (SIDES.some((side) => runs[side].phase !== 'ended')) return;
        shown.add(key);
        seek(playhead);
      });
    },
  };
}
