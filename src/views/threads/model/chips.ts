/** Chips: the reads, writes and locks of a thread as signs, with words where there is room. Pure. */
import { countUntil } from '../../../trace/binarySearch.ts';
import { middleOf, visibleRanks, type Layout } from '../draw/layout.ts';
import type { RankedEvent, RankedEvents, ThreadRow } from './rows.ts';

/** Events narrower than this have no signs, but for what went wrong. CSS pixels. */
export const FINEST_CHIP = 5;
/** Signs of what went wrong are distinguished at this distance; in a crowd there are notches instead. CSS pixels. */
const APART = 13;
/** Notches are no nearer than this. CSS pixels. */
const NOTCHES = 2.5;
/** Between the words of two chips, and between the mere values of two. CSS pixels. */
const SPACE = { words: 7, value: 3, shortest: 4 };
/** The words of what went wrong may take this much, whatever stands beside them. */
const FLAW_ROOM = 96;

export interface Chip {
  readonly event: RankedEvent;
  readonly x: number;
  /** one of a crowd: a notch instead of a sign */
  readonly crowded: boolean;
  /** null where there is no room for words; `x` is their middle below a box, and their left end inside it */
  readonly text: { readonly words: string; readonly x: number } | null;
}

/** Words that stand already. CSS pixels. */
export interface Taken {
  readonly from: number;
  readonly to: number;
}

interface Wording {
  /** longest first */
  readonly of: (event: RankedEvent) => readonly string[];
  readonly measure: (text: string) => number;
  /** radius of a sign */
  readonly radius: number;
  /** below the boxes of this lane */
  readonly taken: readonly Taken[];
}

/** The signs of a thread that show, from left to right. What went wrong has its words before the others. */
export function chipsOf(row: ThreadRow, layout: Layout, count: number, words: Wording): readonly Chip[] {
  const [first, last] = visibleRanks(layout, count);
  if (layout.cell < FINEST_CHIP) return flawsOf(row.flawed, layout, [first, last]);
  const events = visibleEvents(row.events, first, last).filter(hasSign);
  return layout.labelled
    ? labelled(events, layout, words)
    : events.map((event) => besideItself(event, layout, words));
}

/** The part of a thread's events that has these ranks. */
function visibleEvents(events: RankedEvents, first: number, last: number): readonly RankedEvent[] {
  const visible: RankedEvent[] = [];
  const end = indexAfter(events, last);
  for (let index = indexAfter(events, first - 1); index < end; index += 1) {
    const event = events.at(index);
    if (event !== null) visible.push(event);
  }
  return visible;
}

/** The index of the first event after this rank. */
function indexAfter(events: RankedEvents, rank: number): number {
  return countUntil(events.length, (index) => events.rankAt(index), rank);
}

/** Going on and waiting are boxes, not signs. */
function hasSign({ what, flaw }: RankedEvent): boolean {
  return flaw !== null || (what.kind !== 'running' && what.kind !== 'waiting' && what.kind !== 'started');
}

/** A sign for each flaw that stands alone, and one notch for all those of a few pixels. */
function flawsOf(
  flawed: RankedEvents,
  layout: Layout,
  [first, last]: readonly [first: number, last: number],
): readonly Chip[] {
  const chips: Chip[] = [];
  const [from, end] = [indexAfter(flawed, first - 1), indexAfter(flawed, last)];
  let index = from;
  while (index < end) {
    const event = flawed.at(index);
    if (event === null) break;
    const before = index === from ? Infinity : event.rank - flawed.rankAt(index - 1);
    const after = index + 1 === end ? Infinity : flawed.rankAt(index + 1) - event.rank;
    const crowded = Math.min(before, after) * layout.cell < APART;
    chips.push({ event, x: middleOf(layout, event.rank), text: null, crowded });
    // Those that are too near for a notch of their own are passed over.
    index = Math.max(index + 1, indexAfter(flawed, event.rank + Math.ceil(NOTCHES / layout.cell - 1e-9) - 1));
  }
  return chips;
}

/** In a low lane the words stand in the event's own width, which no other event can claim. */
function besideItself(event: RankedEvent, layout: Layout, words: Wording): Chip {
  const middle = middleOf(layout, event.rank);
  const left = middle - layout.cell / 2 + words.radius + 3;
  const x = left + words.radius + 3;
  const room = middle + layout.cell / 2 - x - 2;
  const text = words.of(event).find((one) => words.measure(one) <= room);
  return text === undefined
    ? { event, x: middle, crowded: false, text: null }
    : { event, x: left, crowded: false, text: { words: text, x } };
}

/** What went wrong has its words first; then each of the others the longest that its neighbours leave room for. */
function labelled(events: readonly RankedEvent[], layout: Layout, words: Wording): readonly Chip[] {
  const texts = new Map<RankedEvent, Chip['text']>();
  const taken = [...words.taken];
  const place = (event: RankedEvent, room: number) => {
    for (const text of words.of(event)) {
      const width = words.measure(text);
      const space = text.length <= SPACE.shortest ? SPACE.value : SPACE.words;
      const x = within(middleOf(layout, event.rank), width / 2, layout);
      const [from, to] = [x - (width + space) / 2, x + (width + space) / 2];
      if (width + space > room || taken.some((other) => from < other.to && to > other.from)) continue;
      taken.push({ from, to });
      texts.set(event, { words: text, x });
      return;
    }
  };
  const roomOf = (event: RankedEvent, index: number) => {
    const before = event.rank - (events[index - 1]?.rank ?? -Infinity);
    const after = (events[index + 1]?.rank ?? Infinity) - event.rank;
    return Math.min(before, after) * layout.cell;
  };
  for (const [index, event] of events.entries()) {
    if (event.flaw !== null) place(event, Math.max(FLAW_ROOM, roomOf(event, index)));
  }
  for (const [index, event] of events.entries()) {
    if (event.flaw === null) place(event, roomOf(event, index));
  }
  return events.map((event) => ({
    event,
    x: middleOf(layout, event.rank),
    crowded: false,
    text: texts.get(event) ?? null,
  }));
}

/** The middle of words that are `half` wide to each side, moved so that the axis does not cut them. */
function within(x: number, half: number, { left, right }: Layout): number {
  return Math.max(left + half, Math.min(right - half, x));
}
