/** What the views of a side are given: its picture at the playhead, on the axis that both sides share. */
import type { SideName } from '../../lesson/schema.ts';
import { usePlayback } from '../../store/playback.ts';
import { anyLive, type Run } from '../../store/runs.ts';
import { useWorkspace } from '../../store/workspaces.ts';
import { emptyPicture, type Picture } from '../../trace/picture.ts';
import type { ViewInput } from '../../views/view.ts';
import { useCommands } from '../shell/context.ts';
import { useFrames } from './frames.ts';
import { useAxis } from './axis.ts';
import { canPlay, hasBegun, horizonOf, momentOf, positionOf, startOf } from '../../session/moments.ts';

const nothing = emptyPicture();

/** A new input each frame while a run is under way: the axis grows even for a side that has ended. */
export function useViewInput(side: SideName): ViewInput {
  const { seek } = useCommands();
  const runs = useWorkspace((workspace) => workspace.runs);
  const at = usePlayback((playback) => playback.at);
  const clock = useFrames(anyLive(runs));
  const run = runs[side];
  const axis = useAxis();
  const input = {
    picture: pictureOf(run),
    other: pictureOf(runs[side === 'broken' ? 'fixed' : 'broken']),
    moment: momentOf(run, at, clock, axis),
    horizon: hasBegun(runs, axis) ? horizonOf(runs, clock) : 0,
    start: axis.kind === 'clock' ? startOf(runs, axis) : 0,
    live: run.phase === 'running',
    side,
  };
  if (!canPlay(runs)) return input;
  return { ...input, onMoment: (moment) => seek(positionOf(run, moment, axis)) };
}

function pictureOf(run: Run): Picture {
  return run.phase === 'idle' ? nothing : run.trace.picture;
}
