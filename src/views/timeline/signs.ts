/** Which signs a picture holds, so that the legend explains those and no others. */
import type { Lane } from '../../trace/lane.ts';
import type { Micros } from '../../trace/vocabulary.ts';
import { endOf } from './activity.ts';
import type { Sign } from './Legend.tsx';
import { isSigned, SIGNED } from './outcome.ts';
import { creationOf, heldSegments } from './segments.ts';

const ALWAYS: readonly Sign[] = ['running', 'waiting'];
/** Looked at in each lane, so that a long run costs no more than a short one. */
const SAMPLE = 64;
/** A state shorter than this share of the run hardly shows. */
const VISIBLE_SHARE = 1 / 200;

/** Lanes looked at for a state that lasts: of very many each is as wide as the next. */
const MOST_LANES = 2_000;

export function signsOf(lanes: readonly Lane[], until: Micros): readonly Sign[] {
  const seen = new Set<Sign>(ALWAYS);
  for (const [index, lane] of lanes.entries()) {
    const outcome = lane.spans.last?.outcome;
    if (isSigned(outcome)) seen.add(outcome);
    if (lane.marks.length > 0 && !seen.has('held') && heldSegments(lane, until).length > 0) seen.add('held');
    if (index < MOST_LANES && !seen.has('ready') && isReadyForLong(lane, until)) seen.add('ready');
  }
  return (['running', 'waiting', 'ready', 'held', ...SIGNED] as const).filter((sign) => seen.has(sign));
}

function isReadyForLong(lane: Lane, until: Micros): boolean {
  const creation = creationOf(lane, until);
  if (creation !== null && creation.end - creation.start > until * VISIBLE_SHARE) return true;
  return lane.stretches
    .slice(0, SAMPLE)
    .some(
      (stretch) => stretch.state === 'ready' && endOf(stretch, until) - stretch.start > until * VISIBLE_SHARE,
    );
}
