/** Keeps where the person is in each lesson: a moment after the last move, and at once when the page is left. */
import { clearRefusal, showNotice } from '../store/notices.ts';
import { usePlayback } from '../store/playback.ts';
import type { Workspace } from '../store/workspace.ts';
import { currentIn, useWorkspaces } from '../store/workspaces.ts';
import { keepVisit, visitOf } from './visits.ts';

const DELAY_MS = 300;

/** How to keep at once what has changed, to forget it, and to stop. */
export interface Visiting {
  readonly keep: () => void;
  readonly forget: () => void;
  readonly stop: () => void;
}

/** `page` tells by `pagehide` that it is being left. */
export function keepVisits(page: Pick<EventTarget, 'addEventListener'>): Visiting {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** the key of the workspace in which something has changed since it was kept */
  let moved: string | null = null;
  const keep = () => {
    clearTimeout(timer);
    const workspace = moved === null ? undefined : useWorkspaces.getState().workspaces[moved];
    moved = null;
    // An opened link is only looked at: where the person is in their own workspace is not changed by it.
    if (workspace === undefined || workspace.link !== null) return;
    const kept = keepVisit(workspace.lesson.id, visitOf(workspace, usePlayback.getState().at));
    if (kept === 'kept') clearRefusal('visit not kept');
    else showNotice({ kind: 'visit not kept', why: kept, lesson: null });
  };
  const keepSoon = () => {
    moved = useWorkspaces.getState().open;
    clearTimeout(timer);
    timer = setTimeout(keep, DELAY_MS);
  };
  page.addEventListener('pagehide', keep);
  const leaveWorkspaces = useWorkspaces.subscribe((now, before) => {
    // A lesson that has just been opened is where it was left.
    if (now.open !== before.open) return keep();
    const [workspace, former] = [currentIn(now), currentIn(before)];
    if (workspace !== null && former !== null && isElsewhere(workspace, former)) keepSoon();
  });
  const leavePlayback = usePlayback.subscribe((now, before) => {
    if (now.at !== before.at) keepSoon();
  });
  return {
    keep,
    forget: () => {
      clearTimeout(timer);
      moved = null;
    },
    stop: () => {
      leaveWorkspaces();
      leavePlayback();
      clearTimeout(timer);
    },
  };
}

/** Whether anything has changed of what a visit keeps. */
function isElsewhere(one: Workspace, other: Workspace): boolean {
  const fields = ['step', 'answers', 'entry', 'active', 'schedule'] as const;
  return fields.some((field) => one[field] !== other[field]) || one.stepping.stride !== other.stepping.stride;
}
