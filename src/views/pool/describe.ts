/** The pools in words and as a table. */
import { formatDuration } from '../../base/format.ts';
import { pool as words } from '../../messages/en.ts';
import { readMeasure } from '../../trace/measure.ts';
import type { Micros, Place } from '../../trace/vocabulary.ts';
import { leftOutWords } from '../shared/leftOutWords.ts';
import type { Description, ViewInput } from '../view.ts';
import { wherever } from '../shared/wherever.ts';
import { figuresAt, lengthBy, type Figures } from './figures.ts';
import { poolsAt } from './slots.ts';
import { outcomeBy, type Interval } from './interval.ts';
import { insightOf } from './insight.ts';

const MOST_ROWS = 500;

/** What the picture shows up to the moment, for those who do not see it. */
export function describePool({ picture, moment }: Pick<ViewInput, 'picture' | 'moment'>): Description {
  const pools = poolsAt(picture, moment);
  const figures = figuresAt(picture, moment);
  const where = wherever(figures.places);
  const insight = insightOf(figures, pools, moment, where);
  const level = (track: string) => readMeasure({ of: 'gauge', track, take: 'last' }, picture, moment);
  const sentences =
    insight === null
      ? [words.empty]
      : [
          ...pools.map(({ name, kind, size, most, timeout }) =>
            words.aboutSentence(name, kind, size, most, timeout),
          ),
          words.figures(level('opened'), level('checked out'), level('idle')),
          ...overflows(pools, level('overflow')),
          ...(figures.longestWait > 0 ? [words.longest(figures.longestWait)] : []),
          `${insight.head} ${insight.rest}`.trim(),
          ...leftOutWords({ picture, moment }),
        ];
  return { summary: sentences.join(' '), table: table(figures, moment, where) };
}

/** Told where there is one pool with a size: the sum over several explains nothing. */
function overflows(pools: ReturnType<typeof poolsAt>, overflow: number): readonly string[] {
  const [only] = pools;
  if (pools.length !== 1 || only === undefined || only.size === null || only.size === 0) return [];
  return [words.overflow(overflow)];
}

function table(
  { intervals, begun }: Figures,
  moment: Micros,
  where: (place: Place | null) => string,
): Description['table'] {
  const shown = intervals.slice(0, Math.min(begun, MOST_ROWS));
  const caption =
    shown.length < begun ? words.captionCut(moment, shown.length, begun) : words.caption(moment);
  const rows = shown.map((interval) => [
    interval.thread,
    interval.kind === 'hold' ? words.held(interval.connection) : words.waitedFor,
    where(interval.place) || words.never,
    formatDuration(interval.start),
    formatDuration(lengthBy(interval, moment)),
    endingInWords(interval, moment),
  ]);
  return { caption, columns: words.columns, rows };
}

/** How an interval had ended by the moment, in words. */
export function endingInWords(interval: Interval, moment: Micros): string {
  const outcome = outcomeBy(interval, moment);
  if (outcome === null) return words.still[interval.kind];
  const known: Readonly<Record<string, string>> = words.outcomes;
  return known[outcome] ?? outcome;
}
