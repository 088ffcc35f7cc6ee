/** A clock's figures: seconds with two decimals, or milliseconds where the whole run is shorter. Pure. */
import { messages } from '../messages/en.ts';
import type { Micros } from '../trace/vocabulary.ts';

/** Runs shorter than this are told in milliseconds. */
const SHORT: Micros = 100_000;

interface ClockFigures {
  readonly value: string;
  readonly unit: string;
}

/** The figures of a moment of a run that is `whole` long; the unit stays the same over the whole run. */
export function clockFigures(moment: Micros, whole: Micros): ClockFigures {
  return whole > 0 && whole < SHORT
    ? { value: (moment / 1000).toFixed(1), unit: messages.units.milliseconds }
    : { value: (moment / 1_000_000).toFixed(2), unit: messages.units.seconds };
}

/** The same as one text. */
export function clockText(moment: Micros, whole: Micros): string {
  const { value, unit } = clockFigures(moment, whole);
  return `${value}\u00a0${unit}`;
}
