/** Spent: how long a task had run and waited by a moment. Summed up once, so that a long run costs no more than a short one. */
import type { Lane } from '../../trace/lane.ts';
import type { Micros } from '../../trace/vocabulary.ts';
import { begunBy } from './activity.ts';

/** Sums are kept after each so many stretches. */
const EVERY = 256;

interface Spent {
  readonly waited: Micros;
  readonly ran: Micros;
  /** which stretch was the longest wait, or -1, and how long it was */
  readonly longest: number;
  readonly length: Micros;
}

const NOTHING: Spent = { waited: 0, ran: 0, longest: -1, length: -1 };

/** By lane: what was spent in the first `EVERY` stretches, in twice as many, and so on. */
const sums = new WeakMap<Lane, Spent[]>();

/** A stretch is over when the next one begins, so that of all but the last that have begun all is known. */
export function spentBy(lane: Lane, moment: Micros): Spent {
  const begun = begunBy(lane, moment);
  const whole = Math.floor(Math.max(0, begun - 1) / EVERY);
  const known = sums.get(lane) ?? [];
  sums.set(lane, known);
  while (known.length < whole) {
    const from = known.length * EVERY;
    known.push(added(known.at(-1) ?? NOTHING, lane, { from, to: from + EVERY }, Infinity));
  }
  return added(known[whole - 1] ?? NOTHING, lane, { from: whole * EVERY, to: begun }, moment);
}

function added(
  before: Spent,
  { stretches }: Lane,
  { from, to }: { readonly from: number; readonly to: number },
  moment: Micros,
): Spent {
  let { waited, ran, longest, length } = before;
  for (let index = from; index < to; index += 1) {
    const stretch = stretches.at(index);
    if (stretch === undefined) break;
    const lasted = Math.min(stretch.end ?? moment, moment) - stretch.start;
    if (stretch.state === 'running') ran += lasted;
    if (stretch.state !== 'waiting') continue;
    waited += lasted;
    if (lasted > length) [longest, length] = [index, lasted];
  }
  return { waited, ran, longest, length };
}
