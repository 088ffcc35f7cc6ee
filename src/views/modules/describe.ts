/** The modules view in words and as a table. */
import { formatDuration } from '../../base/format.ts';
import { modules as words } from '../../messages/modules.ts';
import { quoteNames } from '../../messages/wording.ts';
import type { Lane } from '../../trace/lane.ts';
import type { Description, ViewInput } from '../view.ts';
import { accountsOf, type Account } from './summary.ts';
import { MODULES, STATES, STATIC_CYCLES } from './names.ts';
import { backEdgesUntil, countBackEdges, storyOf } from './eventSequence.ts';

/** Rows beyond this help nobody and cost the page. */
const MOST_ROWS = 300;
/** Names in a cell; the others are counted. */
const MOST_NAMES = 10;
/** How many back edges the summary tells one by one. */
const TOLD = 3;

/** What the view shows up to the moment, for those who do not see it. */
export function describeModules({ picture, moment }: Pick<ViewInput, 'picture' | 'moment'>): Description {
  const accounts = accountsOf(picture.lanesBelow(MODULES), moment);
  const back = backEdgesUntil(storyOf(picture), moment);
  const sentences =
    accounts.length === 0
      ? [words.empty]
      : [
          counts(accounts),
          ...(back.length === 0 ? [] : [words.backEdges(countBackEdges(picture, moment))]),
          ...back.slice(-TOLD).map((edge) => quoteNames(edge.back.sentence)),
          staticWords(picture.laneLabelled(STATIC_CYCLES)),
        ];
  return {
    summary: sentences.join(' '),
    table: {
      caption: words.caption(moment),
      columns: words.columns,
      rows: accounts.slice(0, MOST_ROWS).map(rowOf),
    },
  };
}

/** What reading the source, without running it, has found. */
export function staticWords(lane: Lane | null): string {
  const [first, ...more] = lane?.marks ?? [];
  if (first === undefined) return `${words.static.label} ${words.static.none}`;
  const cycle = `${words.static.label} ${words.static.cycle(first.name)}`;
  return more.length === 0 ? cycle : `${cycle} ${words.static.more(more.length)}`;
}

function counts(accounts: readonly Account[]): string {
  const said = STATES.flatMap((state) => {
    const count = accounts.filter((account) => account.state === state).length;
    return count === 0 ? [] : [words.inState(count, state)];
  });
  return `${words.modules(accounts.length)}: ${said.join(', ')}.`;
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return words.never;
  return words.listed(names.slice(0, MOST_NAMES), Math.max(0, names.length - MOST_NAMES));
}

function rowOf({ module, state, askers, bodies, total, own, missed }: Account): string[] {
  return [
    module,
    state === null ? words.never : words.states[state],
    listed(askers),
    String(bodies),
    bodies === 0 ? words.never : formatDuration(total),
    bodies === 0 ? words.never : formatDuration(own),
    listed(missed),
  ];
}
