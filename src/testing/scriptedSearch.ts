/** What a search reports: after so many schedules, nothing has been found yet. For tests. */
import type { SearchReport } from '../runtime/schedule.ts';

/** A report of a search that goes on; `changes` are what a test is about. */
export function reportOf(changes: Partial<SearchReport> = {}): SearchReport {
  return {
    tried: 0,
    failed: 0,
    cut: 0,
    complete: false,
    pruned: 0,
    unseen: null,
    outcomes: [],
    others: 0,
    smallest: null,
    seconds: 1,
    done: false,
    ...changes,
  };
}
