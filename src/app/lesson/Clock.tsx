/** The big clock of a side. Written each frame straight to the page, so that it runs smoothly. */
import { useRef } from 'react';
import type { SideName } from '../../lesson/schema.ts';
import { messages } from '../../messages/en.ts';
import { usePlayback } from '../../store/playback.ts';
import { currentRuns } from '../../store/workspaces.ts';
import { currentAxis } from './axis.ts';
import { clockFigures } from './clock.ts';
import { useWriting, writeText } from './frames.ts';
import { momentOf } from '../../session/moments.ts';

export function Clock({ side }: { readonly side: SideName }) {
  const value = useRef<HTMLSpanElement>(null);
  const unit = useRef<HTMLElement>(null);
  useWriting(() => {
    const run = currentRuns()[side];
    const moment = momentOf(run, usePlayback.getState().at, performance.now(), currentAxis());
    const figures = clockFigures(moment, run.phase === 'ended' ? run.end.time : 0);
    writeText(value.current, figures.value);
    writeText(unit.current, figures.unit);
  });
  return (
    <span className="clock" role="timer" aria-label={messages.side.elapsed}>
      <span ref={value} /> <small ref={unit} />
    </span>
  );
}
