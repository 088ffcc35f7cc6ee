/** What becomes of the searches of the open workspace: they begin, report and end. */
import type { SideName } from '../../lesson/schema.ts';
import type { Ending } from '../../runtime/protocol.ts';
import type { SearchReport } from '../../runtime/schedule.ts';
import { none, type Begun, type Search } from '../searches.ts';
import { change, currentWorkspace } from '../workspaces.ts';

let lastNumber = 0;

/** The search of a side. */
export function searchOf(side: SideName): Search {
  return currentWorkspace()?.searches[side] ?? none;
}

/** Begins a search; gives its number. */
export function beginSearch(side: SideName, begun: Omit<Begun, 'number' | 'report'>): number {
  lastNumber += 1;
  put(side, { ...begun, phase: 'searching', number: lastNumber, report: null });
  return lastNumber;
}

export function reportSearch(side: SideName, number: number, report: SearchReport): void {
  const search = liveSearch(side, number);
  if (search !== null) put(side, { ...search, report });
}

/** `report` is the last word, or null where there is none; then the one before it stays. */
export function endSearch(side: SideName, number: number, ending: Ending, report: SearchReport | null): void {
  const search = liveSearch(side, number);
  if (search === null) return;
  put(side, { ...search, phase: 'ended', ending, report: report ?? search.report });
}

/** Forgets the search of a side. */
export function clearSearch(side: SideName): void {
  put(side, none);
}

/** The search of this number if it is still the side's and has not ended, else null. */
function liveSearch(side: SideName, number: number): Extract<Search, { phase: 'searching' }> | null {
  const search = searchOf(side);
  return search.phase === 'searching' && search.number === number ? search : null;
}

function put(side: SideName, search: Search): void {
  change(({ searches }) => ({ searches: { ...searches, [side]: search } }));
}
