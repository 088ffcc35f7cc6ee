/** The last search of each side: what was searched, what it has found so far, and how it ended. Values. */
import type { SideName } from '../lesson/schema.ts';
import type { Ending, Program } from '../runtime/protocol.ts';
import type { Schedule, SearchPlan, SearchReport } from '../runtime/schedule.ts';

/** What every search knows from its start. `number` distinguishes searches. */
export interface Begun {
  readonly number: number;
  readonly program: Program;
  readonly schedule: Schedule;
  readonly plan: SearchPlan;
  /** null until the first report */
  readonly report: SearchReport | null;
}

export type Search =
  | { readonly phase: 'none' }
  | (Begun & { readonly phase: 'searching' })
  | (Begun & { readonly phase: 'ended'; readonly ending: Ending });

export type Searches = Readonly<Record<SideName, Search>>;

export const none: Search = { phase: 'none' };
export const noSearches: Searches = { broken: none, fixed: none };

export function anySearching({ broken, fixed }: Searches): boolean {
  return broken.phase === 'searching' || fixed.phase === 'searching';
}

/** Whether no side shows a search. */
export function noneSearched({ broken, fixed }: Searches): boolean {
  return broken.phase === 'none' && fixed.phase === 'none';
}

/** The search as it is when its lesson is left: one that is under way is forgotten. */
export function leftSearch(search: Search): Search {
  return search.phase === 'searching' ? none : search;
}
