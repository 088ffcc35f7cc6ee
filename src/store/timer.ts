/** The timer of a presentation: it runs, or stands. Pure. */
import type { Presentation } from './presentation.ts';

type Timer = Presentation['timer'];

/** Milliseconds on the timer. Clocks of two windows may differ by a little, so never less than nothing. */
export function timed({ since, before }: Timer, now: number): number {
  return before + (since === null ? 0 : Math.max(0, now - since));
}

/** Lets it run, or stand. */
export function toggledTimer(timer: Timer, now: number): Timer {
  return timer.since === null ? { ...timer, since: now } : { since: null, before: timed(timer, now) };
}

/** From nothing again; it runs on if it ran. */
export function restartedTimer({ since }: Timer, now: number): Timer {
  return { since: since === null ? null : now, before: 0 };
}
