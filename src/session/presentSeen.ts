/** What a class has before it in Present, in the words that the window of the notes shows. */
import type { Seen } from '../store/followed.ts';
import { usePlayback } from '../store/playback.ts';
import { anyLive, isIdle } from '../store/runs.ts';
import { currentWorkspace } from '../store/workspaces.ts';
import { outcomeOf } from './outcome.ts';

export function seenNow(): Seen {
  const workspace = currentWorkspace();
  if (workspace === null) return { runs: 'none', verdict: '', note: '', playing: 'still' };
  const { lesson, runs, files } = workspace;
  const { title, note } = outcomeOf(lesson, runs, files);
  const { playing, speed } = usePlayback.getState();
  return {
    runs: anyLive(runs) ? 'live' : isIdle(runs) ? 'none' : 'ended',
    verdict: title,
    note,
    playing: playing ? (speed === 1 ? 'playing' : 'slow') : 'still',
  };
}
