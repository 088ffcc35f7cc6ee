/** How the panes of a lesson are arranged: the arrangement chosen, whether its guide is folded, and the sizes as dragged. */
import * as v from 'valibot';
import { create } from 'zustand';
import { readStored, writeStored } from '../base/storage.ts';
import type { Kept, Slot } from '../base/storage.ts';
import type { ArrangementName } from '../lesson/arrangements.ts';

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const fields = {
  guide: v.picklist(['open', 'folded']),
  /** of the guide, in CSS pixels; null as the page has it */
  guideWidth: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(4_000))),
  /** of code and report in the height of a side, the picture has the rest; null as the page has them */
  heights: v.nullable(v.object({ code: share, report: share })),
  /** of the code in the width of a side, where the picture stands beside it; null as the page has it */
  codeWidth: v.nullable(share),
};
/** What is remembered between visits. */
const SizesSchema = v.object(fields);
export type Sizes = v.InferOutput<typeof SizesSchema>;

export interface Arranged extends Sizes {
  readonly name: ArrangementName;
}

/** What lies there may be of a later version of this page: each field is read by itself. */
export const arrangementSlot: Slot<Record<string, unknown>> = {
  name: 'arrangement',
  version: 1,
  schema: v.record(v.string(), v.unknown()),
};

const ReadSchema = v.object({
  guide: v.fallback(fields.guide, 'open'),
  guideWidth: v.fallback(fields.guideWidth, null),
  heights: v.fallback(fields.heights, null),
  codeWidth: v.fallback(fields.codeWidth, null),
});

export const useArrangement = create<Arranged>()(() => ({
  name: 'lesson',
  ...v.parse(ReadSchema, stored()),
}));

/** Arranges the panes as this arrangement has them. */
export function arrange(name: ArrangementName): void {
  useArrangement.setState({ name });
}

/** Folds the guide away, or brings it back. */
export function foldGuide(to: Sizes['guide'] | 'other way'): void {
  useArrangement.setState(({ guide }) => ({
    guide: to === 'other way' ? (guide === 'open' ? 'folded' : 'open') : to,
  }));
}

/** Gives panes other sizes; null gives them back the page's own. */
export function resize(sizes: Partial<Omit<Sizes, 'guide'>>): void {
  useArrangement.setState(sizes);
}

/** Keeps the sizes, where they differ from before. */
export function keepArrangement(now: Arranged, before: Arranged): Kept {
  const { name: _, ...sizes } = now;
  const changed = Object.entries(sizes).some(([field, value]) => Reflect.get(before, field) !== value);
  return changed ? writeStored(arrangementSlot, { ...stored(), ...sizes }) : 'kept';
}

function stored(): Record<string, unknown> {
  const there = readStored(arrangementSlot);
  return there.kind === 'value' ? there.value : {};
}
