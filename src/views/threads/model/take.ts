/** Take: what to do about the events of a lane, as the ordered stream tells them one by one. */
import type { Lane, Level, Link, Mark, Stretch } from '../../../trace/lane.ts';
import type { Word } from '../../../trace/orderedStream.ts';

/** Takes an event of a lane, by its word and its index in the lane; tells whether it counts. */
export type Take = (word: Word, index: number) => boolean;

/** The words whose events count, and what each of them does. */
interface Interests {
  readonly state?: (stretch: Stretch, index: number) => void;
  readonly mark?: (mark: Mark) => void;
  readonly link?: (link: Link) => void;
  readonly gauge?: (level: Level) => void;
  readonly close?: () => void;
}

export function takeOf({ stretches, marks, links, levels }: Lane, told: Interests): Take {
  return (word, index) => {
    if (word === 'state') return tell(stretches, index, told.state);
    if (word === 'mark') return tell(marks, index, told.mark);
    if (word === 'link') return tell(links, index, told.link);
    if (word === 'gauge') return tell(levels, index, told.gauge);
    if (word !== 'close' || told.close === undefined) return false;
    told.close();
    return true;
  };
}

/** Tells of an item of a lane to whoever wants to know; whether somebody does. */
function tell<Item>(
  items: readonly Item[],
  index: number,
  to: ((item: Item, index: number) => void) | undefined,
): boolean {
  const item = items[index];
  if (item === undefined || to === undefined) return false;
  to(item, index);
  return true;
}
