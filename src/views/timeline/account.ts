/** Account: what one task did up to a moment, in figures. Pure. */
import type { Lane, Mark, Stretch } from '../../trace/lane.ts';
import type { Micros, Place } from '../../trace/vocabulary.ts';
import { begunBy } from './activity.ts';
import { cancellationOf } from './outcome.ts';
import { heldSpells } from './spells.ts';

export interface Account {
  readonly task: string;
  readonly began: Micros;
  /** null while under way */
  readonly ended: Micros | null;
  readonly outcome: string | null;
  /** why it was cancelled, where that is known */
  readonly cancellation: Mark | null;
  readonly waited: Micros;
  readonly ran: Micros;
  /** where it waited longest, else where it was created */
  readonly where: Place | null;
  /** steps that held the event loop */
  readonly held: readonly { readonly length: Micros; readonly place: Place | null }[];
}

/** The account of a lane that was declared by this moment. */
export function accountOf(lane: Lane, moment: Micros): Account {
  let waited = 0;
  let ran = 0;
  let longest: { length: Micros; stretch: Stretch } | null = null;
  const begun = begunBy(lane, moment);
  for (const [index, stretch] of lane.stretches.entries()) {
    if (index >= begun) break;
    const end = Math.min(stretch.end ?? moment, moment);
    const length = end - stretch.start;
    if (stretch.state === 'running') ran += length;
    if (stretch.state !== 'waiting') continue;
    waited += length;
    if (longest === null || length > longest.length) longest = { length, stretch };
  }
  const held = heldSpells(lane, moment).map(({ start, end, place }) => ({ length: end - start, place }));
  const life = lifeOf(lane, moment);
  const cancellation = cancellationOf(lane, moment);
  const where = longest?.stretch.place ?? life.where;
  return { task: lane.label, ...life, cancellation, waited, ran, where, held };
}

function lifeOf(lane: Lane, moment: Micros): Pick<Account, 'began' | 'ended' | 'outcome' | 'where'> {
  const spans = lane.spans.filter((span) => span.start <= moment);
  const last = spans.at(-1);
  const over = last !== undefined && last.end !== null && last.end <= moment;
  return {
    began: spans[0]?.start ?? lane.since,
    ended: over ? last.end : null,
    outcome: over ? last.outcome : null,
    where: spans[0]?.place ?? null,
  };
}
