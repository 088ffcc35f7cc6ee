/** Which signs a picture holds, so that the legend explains those and no others. */
import type { Lane } from '../../trace/lane.ts';
import type { Micros } from '../../trace/vocabulary.ts';
import { endOf } from './activity.ts';
import type { Sign } from './Legend.tsx';
import { isSigned, SIGNED } from './outcome.ts';
import { creationOf, heldSpells } from './spells.ts';

const ALWAYS: readonly Sign[] = ['running', 'waiting'];
/** Looked at in each lane, so that a long run costs no more than a short one. */
const SAMPLE = 64;
/** A state shorter than this share of the run hardly shows. */
const VISIBLE_SHARE = 1 / 200;

export function signsOf(lanes: readonly Lane[], until: Micros): readonly Sign[] {
  const seen = new Set<Sign>(ALWAYS);
  for (const lane of lanes) {
    const outcome = lane.spans.at(-1)?.outcome;
    if (isSigned(outcome)) seen.add(outcome);
    const creation = creationOf(lane, until);
    if (creation !== null && creation.end - creation.start > until * VISIBLE_SHARE) seen.add('ready');
    if (heldSpells(lane, until).length > 0) seen.add('held');
    for (const stretch of lane.stretches.slice(0, SAMPLE)) {
      const length = endOf(stretch, until) - stretch.start;
      if (stretch.state === 'ready' && length > until * VISIBLE_SHARE) seen.add('ready');
    }
  }
  return (['running', 'waiting', 'ready', 'held', ...SIGNED] as const).filter((sign) => seen.has(sign));
}
