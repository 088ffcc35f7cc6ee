/** The timer of the lesson, beside the minutes that are planned for the step. */
import { useEffect, useState } from 'react';
import { present as words } from '../../messages/en.ts';
import type { Presentation } from '../../store/presentation.ts';
import { timed } from '../../store/timer.ts';
import { useCommands } from '../shell/context.ts';

interface Props {
  readonly timer: Presentation['timer'];
  /** planned for the step; null where nothing is planned */
  readonly minutes: number | null;
}

export function TimerPanel({ timer, minutes }: Props) {
  const { askFor } = useCommands();
  const running = timer.since !== null;
  const now = useSeconds(running);
  return (
    <section className="notes-timer" aria-label={words.notes.timer}>
      <p role="timer" aria-label={words.notes.timer}>
        {clockOf(timed(timer, now))}
      </p>
      {minutes !== null && (
        <p>
          {words.notes.minutesLabel}: {words.notes.minutes(minutes)}
        </p>
      )}
      <button type="button" className="button" onClick={() => askFor('timer')}>
        {running ? words.notes.pause : words.notes.goOn}
      </button>
      <button type="button" className="button" onClick={() => askFor('timer-restart')}>
        {words.notes.restart}
      </button>
    </section>
  );
}

/** The time of day, new every half second while something runs by it. */
function useSeconds(running: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const tick = () => setNow(Date.now());
    tick();
    const timer = running ? setInterval(tick, 500) : undefined;
    return () => clearInterval(timer);
  }, [running]);
  return now;
}

/** `12:05`, or `1:02:05` from an hour on. */
function clockOf(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const [hours, rest] = [Math.floor(seconds / 3600), seconds % 3600];
  const minutes = Math.floor(rest / 60);
  return hours === 0 ? `${minutes}:${two(rest % 60)}` : `${hours}:${two(minutes)}:${two(rest % 60)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
