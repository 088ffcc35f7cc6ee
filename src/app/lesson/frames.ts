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

/**
 * Has the element say this, and nothing else. Within the node that is there: a new one for each frame has the browser lay
 * out and draw what is around it anew, which took half of the processor's time while a run was under way.
 */
export function writeText(element: HTMLElement | null, text: string): void {
  const node = element?.firstChild;
  if (!(node instanceof Text)) {
    if (element !== null) element.textContent = text;
  } else if (node.data !== text) node.data = text;
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
