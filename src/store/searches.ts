/** The last search of each side: what was searched, what it has found so far, and how it ended. Only in memory. */
import { create } from 'zustand';
import type { SideName } from '../lesson/schema.ts';
import type { Ending, Program } from '../runtime/protocol.ts';
import type { Schedule, SearchPlan, SearchReport } from '../runtime/schedule.ts';

/** What every search knows from its start. `number` tells searches apart. */
interface Begun {
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

type Searches = Readonly<Record<SideName, Search>>;

const none: Search = { phase: 'none' };

export const useSearches = create<Searches>()(() => ({ broken: none, fixed: none }));

let lastNumber = 0;

/** Begins a search; gives its number. */
export function beginSearch(side: SideName, begun: Omit<Begun, 'number' | 'report'>): number {
  lastNumber += 1;
  useSearches.setState({ [side]: { ...begun, phase: 'searching', number: lastNumber, report: null } });
  return lastNumber;
}

/** The search of this number if it is still the side's and has not ended, else null. */
export function liveSearch(side: SideName, number: number): Extract<Search, { phase: 'searching' }> | null {
  const search = useSearches.getState()[side];
  return search.phase === 'searching' && search.number === number ? search : null;
}

export function reportSearch(side: SideName, number: number, report: SearchReport): void {
  const search = liveSearch(side, number);
  if (search !== null) useSearches.setState({ [side]: { ...search, report } });
}

/** `report` is the last word, or null where there is none; then the one before it stays. */
export function endSearch(side: SideName, number: number, ending: Ending, report: SearchReport | null): void {
  const search = liveSearch(side, number);
  if (search === null) return;
  const last = report ?? search.report;
  useSearches.setState({ [side]: { ...search, phase: 'ended', ending, report: last } });
}

/** Forgets the search of a side. */
export function clearSearch(side: SideName): void {
  useSearches.setState({ [side]: none });
}

export function anySearching({ broken, fixed }: Searches): boolean {
  return broken.phase === 'searching' || fixed.phase === 'searching';
}
