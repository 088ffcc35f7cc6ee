/** The threads in words and as a table. */
import { labelWords, quoteNames, views } from '../../messages/en.ts';
import { NO_ITEMS } from '../../trace/noItems.ts';
import type { Picture } from '../../trace/picture.ts';
import { lastUntil } from '../../trace/binarySearch.ts';
import type { Micros, Place } from '../../trace/vocabulary.ts';
import { leftOutWords } from '../shared/leftOutWords.ts';
import type { Description, ViewInput } from '../view.ts';
import { wherever } from '../shared/wherever.ts';
import { PREEMPTIONS, SWITCHES } from './model/names.ts';
import { sequenceOf, type EventSequence } from './model/eventSequence.ts';
import type { ThreadRow } from './model/rows.ts';
import { flawCounts } from './model/insight.ts';
import { shownVariables, valueAt } from './model/variables.ts';
import { eventWords } from './model/words.ts';

/** How many that wait the summary lists one by one. */
const MOST_LISTED = 3;
/** Rows beyond this help nobody and cost the page; most of them lie before the playhead. */
const MOST_ROWS = 500;
const BEFORE = 400;
const words = views.threads;

type Where = (place: Place | null) => string;

/** What the threads did up to the moment, and the events around it, for those who do not see the picture. */
export function describeThreads({ picture, moment }: Pick<ViewInput, 'picture' | 'moment'>): Description {
  const sequence = sequenceOf(picture);
  const rank = sequence.rankAt(moment);
  const threads = sequence.threads.filter((row) => row.lane.since <= moment);
  if (threads.length === 0) {
    return {
      summary: words.empty,
      table: { caption: words.captionEmpty, columns: words.columns, rows: [] },
    };
  }
  const [first, last] = rowsAround(rank, sequence.count);
  const where = wherever(placesBetween(sequence, first, last));
  const sentences = [
    lives(threads, moment),
    switches(picture, moment),
    ...flawCounts(picture, moment).map(([kind, count]) => words.flaws[kind](count)),
    ...waits(threads, rank, where),
    ...values(sequence, rank),
    ...leftOutWords({ picture, moment }),
  ];
  return { summary: sentences.join(' '), table: table(sequence, rank, where) };
}

function lives(threads: readonly ThreadRow[], moment: Micros): string {
  const outcomes = threads.map(({ lane }) => {
    const span = lane.spans.last;
    return span !== undefined && span.end !== null && span.end <= moment ? span.outcome : null;
  });
  const ended = (outcome: string | null) => outcomes.filter((one) => one === outcome).length;
  const parts = [
    [ended('done'), words.done],
    [ended('failed'), words.failed],
    [ended(null), words.underWay],
  ] as const;
  const phrases = parts.filter(([count]) => count > 0).map(([count, phrase]) => phrase(count));
  return `${words.threads(threads.length)}: ${phrases.join(', ')}.`;
}

function switches(picture: Picture, moment: Micros): string {
  const total = (root: string) =>
    lastUntil(picture.laneLabelled(root)?.totals ?? NO_ITEMS, moment)?.total ?? 0;
  return words.switches(total(SWITCHES), total(PREEMPTIONS));
}

/** Who waits for what at the playhead. */
function waits(threads: readonly ThreadRow[], rank: number, where: Where): string[] {
  const waiting = threads.flatMap(({ lane, segments }) => {
    const segment = segments.segment(segments.indexAt(rank - 0.5), rank);
    const stretch = segment?.state === 'waiting' ? lane.stretches.at(segment.stretch) : undefined;
    return stretch === undefined ? [] : [{ lane, stretch }];
  });
  const sentences = waiting
    .slice(0, MOST_LISTED)
    .map(({ lane, stretch }) =>
      words.waitsFor(lane.label, quoteNames(labelWords(stretch.detail ?? '')), where(stretch.place)),
    );
  return waiting.length > MOST_LISTED
    ? [...sentences, words.moreWait(waiting.length - MOST_LISTED)]
    : sentences;
}

function values(sequence: EventSequence, rank: number): string[] {
  const { shown, more } = shownVariables(sequence.variables);
  const sentences = shown.flatMap((row) => {
    const value = valueAt(row, rank);
    return value === null ? [] : [words.is(row.lane.label, value.text)];
  });
  return more > 0 ? [...sentences, words.moreVariables(more)] : sentences;
}

/** First and last rank of the table. */
function rowsAround(rank: number, count: number): [first: number, last: number] {
  const first = Math.max(1, Math.min(rank - BEFORE, count - MOST_ROWS) + 1);
  return [first, Math.min(count, first + MOST_ROWS - 1)];
}

function* placesBetween(sequence: EventSequence, first: number, last: number): Iterable<Place | null> {
  for (let rank = first; rank <= last; rank += 1) yield sequence.eventAt(rank)?.place ?? null;
}

function table(sequence: EventSequence, rank: number, where: Where): Description['table'] {
  const [first, last] = rowsAround(rank, sequence.count);
  const rows: string[][] = [];
  for (let at = first; at <= last; at += 1) {
    const event = sequence.eventAt(at);
    if (event === null) continue;
    const thread = sequence.threads[event.thread]?.lane.label ?? words.unknownThread;
    rows.push([String(at), thread, eventWords(event), where(event.place)]);
  }
  const caption =
    rows.length < sequence.count
      ? words.captionCut(first, last, sequence.count, rank)
      : words.caption(first, last, rank);
  return { caption, columns: words.columns, rows };
}
