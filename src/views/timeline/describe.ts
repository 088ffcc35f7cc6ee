/** The timeline in words and as a table. */
import { labelWords, views } from '../../messages/en.ts';
import { formatDuration } from '../../base/format.ts';
import type { Lane } from '../../trace/lane.ts';
import { readMeasure } from '../../trace/measure.ts';
import type { Picture } from '../../trace/picture.ts';
import type { Micros, Place } from '../../trace/vocabulary.ts';
import { leftOutWords } from '../shared/leftOutWords.ts';
import type { Description, ViewInput } from '../view.ts';
import { wherever } from '../shared/wherever.ts';
import { countUntil, itemsUntil } from '../../trace/binarySearch.ts';
import { summaryOf, outcomeAt, type Summary } from './summary.ts';
import { TASKS } from './activity.ts';
import { outcomeWords } from './outcome.ts';
import { heldSegments } from './segments.ts';

const IN_FLIGHT = 'in flight';
/** How many tasks, and how many held moments, the summary lists one by one. */
const MOST_LISTED = 3;
/** Of each lane, to find out whether all is in one file. */
const LOOKED_AT = 8;
/** Rows beyond this help nobody and cost the page. */
const MOST_ROWS = 500;

const words = views.timeline;

/** What the timeline shows up to the moment, for those who do not see it. */
export function describeTimeline({ picture, moment }: Pick<ViewInput, 'picture' | 'moment'>): Description {
  const all = picture.lanesBelow(TASKS);
  const count = countUntil(all.length, (index) => all[index]?.since ?? Infinity, moment);
  const lanes = all.slice(0, count);
  const shown = lanes.slice(0, MOST_ROWS);
  const summaries = shown.map((lane) => summaryOf(lane, moment));
  const where = wherever(placesOf(shown));
  const counted = countsOf(lanes, picture, moment);
  const inFlight = picture.laneLabelled(IN_FLIGHT);
  const peak = readMeasure({ of: 'gauge', track: IN_FLIGHT, take: 'peak' }, picture, moment);
  const sentences =
    summaries.length === 0
      ? [words.empty]
      : [
          counts(count, counted),
          ...(inFlight === null ? [] : [words.together(peak)]),
          ...waits(summaries, count, where),
          ...holds(lanes, moment, where),
          ...(hasNotableEndings(counted) ? endings(lanes, moment, where) : []),
          ...leftOutWords({ picture, moment }),
        ];
  return { summary: sentences.join(' '), table: table(summaries, count, moment, where) };
}

/** The places that decide whether a line needs its file. */
function* placesOf(lanes: readonly Lane[]): Iterable<Place | null> {
  for (const { spans, stretches, marks } of lanes) {
    for (const { place } of [...spans.slice(0, LOOKED_AT), ...stretches.slice(0, LOOKED_AT)]) yield place;
    yield marks.last?.place ?? null;
  }
}

/** How many tasks there were by the moment for each outcome, null for those under way. */
function countsOf(
  lanes: readonly Lane[],
  picture: Picture,
  moment: Micros,
): ReadonlyMap<string | null, number> {
  const counted = new Map<string | null, number>();
  const census = picture.laneLabelled(TASKS)?.below;
  if (census !== undefined && census.opened.length === picture.lanesBelow(TASKS).length) {
    // A task has one life, so nobody need be asked: those that ended are counted already.
    let left = lanes.length;
    for (const [outcome, times] of census.ended) {
      const count = itemsUntil(times, moment);
      counted.set(outcome, count);
      left -= count;
    }
    return counted.set(null, left);
  }
  for (const lane of lanes) {
    const outcome = outcomeAt(lane, moment);
    counted.set(outcome, (counted.get(outcome) ?? 0) + 1);
  }
  return counted;
}

function counts(all: number, counted: ReadonlyMap<string | null, number>): string {
  const parts = [
    [counted.get('done') ?? 0, words.done],
    [counted.get('cancelled') ?? 0, words.cancelled],
    [counted.get('failed') ?? 0, words.failed],
    [counted.get('destroyed') ?? 0, words.destroyed],
    [counted.get(null) ?? 0, words.underWay],
  ] as const;
  const phrases = parts.filter(([count]) => count > 0).map(([count, phrase]) => phrase(count));
  return `${words.tasks(all)}: ${phrases.join(', ')}.`;
}

function waits(summaries: readonly Summary[], all: number, where: (place: Place | null) => string): string[] {
  const listed = summaries.filter((summary) => summary.waited > 0).slice(0, MOST_LISTED);
  const rest = all - listed.length;
  return [
    ...listed.map((summary) => words.waited(summary.task, summary.waited, where(summary.where))),
    ...(rest > 0 && listed.length > 0 ? [words.moreTasks(rest)] : []),
  ];
}

function holds(lanes: readonly Lane[], moment: Micros, where: (place: Place | null) => string): string[] {
  const listed: string[] = [];
  let count = 0;
  for (const lane of lanes) {
    // Hardly any task of very many ever holds the loop.
    if (lane.marks.length === 0) continue;
    const segments = heldSegments(lane, moment);
    count += segments.length;
    for (const { start, end, place } of segments.slice(0, MOST_LISTED - listed.length)) {
      listed.push(words.held(lane.label, end - start, where(place)));
    }
  }
  return count > listed.length ? [...listed, words.moreHeld(count - listed.length)] : listed;
}

/** Whether any task ended in a way of which there is more to say. */
function hasNotableEndings(counted: ReadonlyMap<string | null, number>): boolean {
  return (counted.get('destroyed') ?? 0) + (counted.get('cancelled') ?? 0) > 0;
}

/** Who cancelled tasks, and which nobody held any more. */
function endings(lanes: readonly Lane[], moment: Micros, where: (place: Place | null) => string): string[] {
  const listed: string[] = [];
  for (const lane of lanes) {
    if (listed.length === MOST_LISTED) break;
    const outcome = outcomeAt(lane, moment);
    if (outcome === 'destroyed') listed.push(words.wasDestroyed(lane.label));
    if (outcome !== 'cancelled') continue;
    const { cancellation } = summaryOf(lane, moment);
    if (cancellation !== null) {
      listed.push(words.wasCancelled(lane.label, labelWords(cancellation.name), where(cancellation.place)));
    }
  }
  return listed;
}

function table(
  summaries: readonly Summary[],
  all: number,
  moment: Micros,
  where: (place: Place | null) => string,
): Description['table'] {
  const caption =
    summaries.length < all ? words.captionCut(moment, summaries.length, all) : words.caption(moment);
  const rows = summaries.map((summary) => [
    summary.task,
    formatDuration(summary.began),
    summary.ended === null ? words.never : formatDuration(summary.ended),
    outcomeWords(summary.outcome, summary.cancellation),
    formatDuration(summary.waited),
    formatDuration(summary.ran),
    where(summary.where),
  ]);
  return { caption, columns: words.columns, rows };
}
