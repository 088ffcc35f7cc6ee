/** The modules view in words and as a table. */
import { labelWords, modules as words, quoteNames } from '../../messages/en.ts';
import { formatDuration } from '../../base/format.ts';
import type { Lane } from '../../trace/lane.ts';
import type { Description, ViewInput } from '../view.ts';
import { summariesOf, type Summary } from './summary.ts';
import { MODULES, STATES, STATIC_CYCLES } from './names.ts';
import { backEdgesUntil, countBackEdges, sequenceOf } from './eventSequence.ts';

/** Rows beyond this help nobody and cost the page. */
const MOST_ROWS = 300;
/** Names in a cell; the others are counted. */
const MOST_NAMES = 10;
/** How many back edges the summary lists one by one. */
const MOST_LISTED = 3;

/** What the view shows up to the moment, for those who do not see it. */
export function describeModules({ picture, moment }: Pick<ViewInput, 'picture' | 'moment'>): Description {
  const summaries = summariesOf(picture.lanesBelow(MODULES), moment);
  const back = backEdgesUntil(sequenceOf(picture), moment);
  const sentences =
    summaries.length === 0
      ? [words.empty]
      : [
          counts(summaries),
          ...(back.length === 0 ? [] : [words.backEdges(countBackEdges(picture, moment))]),
          ...back.slice(-MOST_LISTED).map((edge) => quoteNames(edge.back.sentence)),
          staticWords(picture.laneLabelled(STATIC_CYCLES)),
        ];
  return {
    summary: sentences.join(' '),
    table: {
      caption: words.caption(moment),
      columns: words.columns,
      rows: summaries.slice(0, MOST_ROWS).map(rowOf),
    },
  };
}

/** What reading the source, without running it, has found. */
export function staticWords(lane: Lane | null): string {
  const first = lane?.marks.at(0);
  const more = (lane?.marks.length ?? 0) - 1;
  if (first === undefined) return `${words.static.label} ${words.static.none}`;
  const cycle = `${words.static.label} ${words.static.cycle(labelWords(first.name))}`;
  return more === 0 ? cycle : `${cycle} ${words.static.more(more)}`;
}

function counts(summaries: readonly Summary[]): string {
  const parts = STATES.flatMap((state) => {
    const count = summaries.filter((summary) => summary.state === state).length;
    return count === 0 ? [] : [words.inState(count, state)];
  });
  return `${words.modules(summaries.length)}: ${parts.join(', ')}.`;
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return words.never;
  return words.listed(names.slice(0, MOST_NAMES), Math.max(0, names.length - MOST_NAMES));
}

function rowOf({ module, state, importers, bodies, total, own, missed }: Summary): string[] {
  return [
    module,
    state === null ? words.never : words.states[state],
    listed(importers),
    String(bodies),
    bodies === 0 ? words.never : formatDuration(total),
    bodies === 0 ? words.never : formatDuration(own),
    listed(missed),
  ];
}
