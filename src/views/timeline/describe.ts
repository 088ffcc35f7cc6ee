/** The timeline in words and as a table. */
import { formatDuration } from '../../base/format.ts';
import { views } from '../../messages/views.ts';
import type { Lane } from '../../trace/lane.ts';
import { readMeasure } from '../../trace/measure.ts';
import type { Micros, Place } from '../../trace/vocabulary.ts';
import { leftOutWords } from '../leftOutWords.ts';
import type { Description, ViewInput } from '../view.ts';
import { wherever } from '../wherever.ts';
import { accountOf, type Account } from './account.ts';
import { TASKS } from './activity.ts';
import { outcomeWords } from './outcome.ts';

const IN_FLIGHT = 'in flight';
/** How many tasks, and how many held moments, the summary tells one by one. */
const TOLD = 3;
/** Rows beyond this help nobody and cost the page. */
const MOST_ROWS = 500;

const words = views.timeline;

/** What the timeline shows up to the moment, for those who do not see it. */
export function describeTimeline({ picture, moment }: Pick<ViewInput, 'picture' | 'moment'>): Description {
  const lanes = picture.lanesBelow(TASKS).filter((lane) => lane.since <= moment);
  const accounts = lanes.map((lane) => accountOf(lane, moment));
  const where = wherever(placesOf(lanes));
  const inFlight = picture.laneLabelled(IN_FLIGHT);
  const peak = readMeasure({ of: 'gauge', track: IN_FLIGHT, take: 'peak' }, picture, moment);
  const sentences =
    accounts.length === 0
      ? [words.empty]
      : [
          counts(accounts),
          ...(inFlight === null ? [] : [words.together(peak)]),
          ...waits(accounts, where),
          ...holds(accounts, where),
          ...endings(accounts, where),
          ...leftOutWords({ picture, moment }),
        ];
  return { summary: sentences.join(' '), table: table(accounts, moment, where) };
}

/** The places that decide whether a line needs its file. */
function* placesOf(lanes: readonly Lane[]): Iterable<Place | null> {
  for (const { spans, stretches, marks } of lanes) {
    for (const { place } of [...spans, ...stretches.slice(0, 8), ...marks.slice(-1)]) yield place;
  }
}

function counts(accounts: readonly Account[]): string {
  const ending = (outcome: string | null) => accounts.filter((account) => account.outcome === outcome).length;
  const parts = [
    [ending('done'), words.done],
    [ending('cancelled'), words.cancelled],
    [ending('failed'), words.failed],
    [ending('destroyed'), words.destroyed],
    [ending(null), words.underWay],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, say]) => say(count));
  return `${words.tasks(accounts.length)}: ${said.join(', ')}.`;
}

function waits(accounts: readonly Account[], where: (place: Place | null) => string): string[] {
  const waiting = accounts.filter((account) => account.waited > 0);
  const told = waiting.slice(0, TOLD);
  const rest = accounts.length - told.length;
  return [
    ...told.map((account) => words.waited(account.task, account.waited, where(account.where))),
    ...(rest > 0 && told.length > 0 ? [words.moreTasks(rest)] : []),
  ];
}

function holds(accounts: readonly Account[], where: (place: Place | null) => string): string[] {
  const held = accounts.flatMap((account) =>
    account.held.map((moment) => ({ task: account.task, ...moment })),
  );
  const told = held.slice(0, TOLD).map(({ task, length, place }) => words.held(task, length, where(place)));
  return held.length > TOLD ? [...told, words.moreHeld(held.length - TOLD)] : told;
}

/** Who cancelled tasks, and which nobody held any more. */
function endings(accounts: readonly Account[], where: (place: Place | null) => string): string[] {
  const sentences = accounts.flatMap(({ task, outcome, cancellation }) => {
    if (outcome === 'destroyed') return [words.wasDestroyed(task)];
    if (outcome !== 'cancelled' || cancellation === null) return [];
    return [words.wasCancelled(task, cancellation.name, where(cancellation.place))];
  });
  return sentences.slice(0, TOLD);
}

function table(
  accounts: readonly Account[],
  moment: Micros,
  where: (place: Place | null) => string,
): Description['table'] {
  const shown = accounts.slice(0, MOST_ROWS);
  const caption =
    shown.length < accounts.length
      ? words.captionCut(moment, shown.length, accounts.length)
      : words.caption(moment);
  const rows = shown.map((account) => [
    account.task,
    formatDuration(account.began),
    account.ended === null ? words.never : formatDuration(account.ended),
    outcomeWords(account.outcome, account.cancellation),
    formatDuration(account.waited),
    formatDuration(account.ran),
    where(account.where),
  ]);
  return { caption, columns: words.columns, rows };
}
