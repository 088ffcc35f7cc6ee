/** Take: what to do about the events of a lane, as the ordered stream hands them over one by one. */
import type { Items } from '../../../trace/items.ts';
import type { Lane, Level, Link, Mark, Stretch } from '../../../trace/lane.ts';
import type { Word } from '../../../trace/orderedStream.ts';

/** Takes an event of a lane, by its word and its index in the lane; returns whether it counts. */
export type Take = (word: Word, index: number) => boolean;

/** The words whose events count, and what each of them does. */
interface Handlers {
  readonly state?: (stretch: Stretch, index: number) => void;
  readonly mark?: (mark: Mark) => void;
  readonly link?: (link: Link) => void;
  readonly gauge?: (level: Level) => void;
  readonly close?: () => void;
}

export function takeOf({ stretches, marks, links, levels }: Lane, handlers: Handlers): Take {
  return (word, index) => {
    if (word === 'state') return dispatch(stretches, index, handlers.state);
    if (word === 'mark') return dispatch(marks, index, handlers.mark);
    if (word === 'link') return dispatch(links, index, handlers.link);
    if (word === 'gauge') return dispatch(levels, index, handlers.gauge);
    if (word !== 'close' || handlers.close === undefined) return false;
    handlers.close();
    return true;
  };
}

/** Hands an item of a lane to its handler; returns whether there is one. */
function dispatch<Item>(
  items: Items<Item>,
  index: number,
  to: ((item: Item, index: number) => void) | undefined,
): boolean {
  const item = items.at(index);
  if (item === undefined || to === undefined) return false;
  to(item, index);
  return true;
}
