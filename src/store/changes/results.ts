/** Shows again in the open workspace what was found out in an earlier visit: searches, the table of entries, steps. */
import { change } from '../workspaces.ts';
import type { Workspace } from '../workspace.ts';

/** Below all numbers that searches and tables of this page get, so that no late word of theirs is taken for these. */
const NUMBER = 0;

/** Shows these results, which are made with the number that they are to have. */
export function showKeptResults(
  of: (number: number) => Pick<Workspace, 'searches' | 'trials' | 'stepping'>,
): void {
  change(() => of(NUMBER));
}
