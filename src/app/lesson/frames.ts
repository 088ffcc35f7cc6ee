/** Drawing while something runs: a component drawn anew each frame, or a function that writes to the page itself. */
import { useEffect, useRef, useState } from 'react';
import { usePlayback } from '../../store/playback.ts';
import { anyLive } from '../../store/runs.ts';
import { currentRuns, onWorkspace } from '../../store/workspaces.ts';

/** Draws the component anew each frame while `active`; gives the clock of the last frame, as `performance.now()`. */
export function useFrames(active: boolean): number {
  const [clock, setClock] = useState(0);
  useEffect(() => {
    if (!active) return undefined;
    let frame = 0;
    const next = (now: number) => {
      setClock(now);
      frame = requestAnimationFrame(next);
    };
    frame = requestAnimationFrame(next);
    return () => cancelAnimationFrame(frame);
  }, [active]);
  return clock;
}

/** Calls `write` after every change of the runs or the playhead, and each frame while a run is under way. */
export function useWriting(write: () => void): void {
  const latest = useRef(write);
  useEffect(() => {
    latest.current = write;
    write();
  });
  useEffect(() => {
    let frame = 0;
    const next = () => {
      latest.current();
      frame = anyLive(currentRuns()) ? requestAnimationFrame(next) : 0;
    };
    const onChange = () => {
      if (frame === 0) next();
    };
    const leave = [onWorkspace(({ runs }) => runs, onChange), usePlayback.subscribe(onChange)];
    onChange();
    return () => {
      cancelAnimationFrame(frame);
      for (const each of leave) each();
    };
  }, []);
}
