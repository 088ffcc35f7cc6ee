/** A clock's figures: seconds with two decimals, or smaller units where the whole run is shorter. Pure. */
import { messages } from '../../messages/en.ts';
import type { Micros } from '../../trace/vocabulary.ts';

/** Runs shorter than this are shown in milliseconds. */
const SHORT: Micros = 100_000;
/** Runs shorter than this are shown in microseconds: threads on a virtual clock often are. */
const TINY: Micros = 1_000;

interface ClockFigures {
  readonly value: string;
  readonly unit: string;
}

/** The figures of a moment of a run that is `whole` long; the unit stays the same over the whole run. */
export function clockFigures(moment: Micros, whole: Micros): ClockFigures {
  if (whole === 0 || whole >= SHORT) {
    return { value: (moment / 1_000_000).toFixed(2), unit: messages.units.seconds };
  }
  return whole < TINY
    ? { value: moment.toFixed(0), unit: messages.units.microseconds }
    : { value: (moment / 1000).toFixed(1), unit: messages.units.milliseconds };
}

/** The same as one text. */
export function clockText(moment: Micros, whole: Micros): string {
  const { value, unit } = clockFigures(moment, whole);
  return `${value}\u00a0${unit}`;
}
