/** Insight: what went wrong last, in a sentence. Pure. */
import { interleavingWords } from '../../../messages/en.ts';
import { NO_ITEMS } from '../../../trace/noItems.ts';
import type { Label } from '../../../trace/facts.ts';
import type { Lane } from '../../../trace/lane.ts';
import type { Picture } from '../../../trace/picture.ts';
import { itemsUntil, lastUntil } from '../../../trace/binarySearch.ts';
import type { Micros } from '../../../trace/vocabulary.ts';
import { FLAW_KINDS, FLAWS, type FlawKind } from './names.ts';

export interface Insight {
  readonly kind: FlawKind;
  /** what was reported of it */
  readonly label: Label;
  /** how many of this kind there were by then, with this one */
  readonly count: number;
  readonly sentence: string;
  /** false when later ones were counted only: a run that goes wrong thousands of times is not reported in full */
  readonly last: boolean;
  readonly time: Micros;
}

/** The latest thing that went wrong at or before the moment; null when nothing had. */
export function insightOf(picture: Picture, moment: Micros): Insight | null {
  let latest: Insight | null = null;
  for (const kind of FLAW_KINDS) {
    const root = rootOf(picture, kind);
    const mark = lastUntil(root?.marks ?? NO_ITEMS, moment);
    if (root === null || mark === null || mark.time < (latest?.time ?? 0)) continue;
    const count = flawsUntil(root, moment);
    const last = itemsUntil(root.marks, moment) >= count;
    latest = { kind, label: mark.name, count, last, sentence: interleavingWords(mark.name), time: mark.time };
  }
  return latest;
}

/** How often each kind of flaw had happened by this moment; kinds that had not are left out. */
export function flawCounts(picture: Picture, moment: Micros): readonly [FlawKind, number][] {
  return FLAW_KINDS.map((kind): [FlawKind, number] => {
    const root = rootOf(picture, kind);
    return [kind, root === null ? 0 : flawsUntil(root, moment)];
  }).filter(([, count]) => count > 0);
}

/** Whether anything goes wrong in all that is known of the run. */
export function hasInsight(picture: Picture): boolean {
  return FLAW_KINDS.some((kind) => (rootOf(picture, kind)?.marks.length ?? 0) > 0);
}

/** The tally counts them all; the marks may be fewer, or one ahead of it. */
function flawsUntil(root: Lane, moment: Micros): number {
  return Math.max(lastUntil(root.totals, moment)?.total ?? 0, itemsUntil(root.marks, moment));
}

function rootOf(picture: Picture, kind: FlawKind): Lane | null {
  return picture.laneLabelled(FLAWS[kind]);
}
