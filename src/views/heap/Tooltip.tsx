/** The tooltip: what the program held at the moment under the pointer. The table says the same to a screen reader. */
import { heapWords as words, labelWords } from '../../messages/en.ts';
import { formatDuration } from '../../base/format.ts';
import { countWhile } from '../../trace/binarySearch.ts';
import { NO_ITEMS } from '../../trace/noItems.ts';
import { momentAt, xOf } from '../shared/timeAxis.ts';
import { TooltipBox } from '../shared/TooltipBox.tsx';
import type { ViewInput } from '../view.ts';
import { summaryOf } from './summary.ts';
import type { Layout } from './layout.ts';
import { COLLECTIONS } from './names.ts';

/** A collection within so many pixels is meant. */
const NEAR = 5;
const MOST_LISTED = 3;

interface TooltipProps {
  readonly input: ViewInput;
  readonly layout: Layout;
  readonly at: { readonly x: number; readonly y: number };
  readonly width: number;
}

export function Tooltip({ input: { picture, moment }, layout, at, width }: TooltipProps) {
  const pointed = Math.min(momentAt(layout, at.x), moment);
  const { traced, classes } = summaryOf(picture, pointed);
  const marks = picture.laneLabelled(COLLECTIONS)?.marks ?? NO_ITEMS;
  const first = countWhile(marks.length, (index) => xOf(layout, marks.timeAt(index)) < at.x - NEAR);
  const near = marks.timeAt(first) <= moment && xOf(layout, marks.timeAt(first)) <= at.x + NEAR;
  const collection = near ? marks.at(first) : undefined;
  return (
    <TooltipBox at={at} width={width}>
      <strong>{formatDuration(pointed)}</strong>
      <span>{traced === null ? words.empty : words.traced(traced.now)}</span>
      {classes.slice(0, MOST_LISTED).map(({ label, now }) => (
        <span key={label}>{words.alive(now, label)}</span>
      ))}
      {collection !== undefined && (
        <span className="view-tooltip-more">{words.tooltip.collection(labelWords(collection.name))}</span>
      )}
    </TooltipBox>
  );
}
