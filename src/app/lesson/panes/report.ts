/** Which tabs the report of a side has, which of them is open, and the last line of how a run ended. Pure. */
import { shortened } from '../../../base/shortened.ts';
import { messages } from '../../../messages/en.ts';
import type { Run } from '../../../store/runs.ts';
import type { Search } from '../../../store/searches.ts';
import type { Steps } from '../../../store/stepping.ts';

/** `ending` is what there is to say of how a run ended, where it did not simply finish: an error before all. */
export type ReportTab = 'output' | 'ending' | 'search' | 'steps' | 'log' | 'table';
/** What the tab `ending` is about. */
export type EndingSort = 'error' | 'ended' | 'check' | 'fault' | 'note';

/** In the bar of the tabs. Characters. */
const LAST_LINE = 120;

export interface Reported {
  readonly run: Run;
  readonly search: Search;
  readonly steps: Steps | null;
}

/** `logs`: whether the picture keeps a log. */
export function tabsOf({ run, search, steps }: Reported, logs: boolean): readonly ReportTab[] {
  return [
    ...(steps === null ? [] : (['steps'] as const)),
    ...(endingSort(run) === null ? [] : (['ending'] as const)),
    'output',
    ...(search.phase === 'none' ? [] : (['search'] as const)),
    ...(logs ? (['log'] as const) : []),
    'table',
  ];
}

/** What the tab about the ending is about; null where nothing is to be said. */
export function endingSort(run: Run): EndingSort | null {
  if (run.phase !== 'ended') return null;
  const { ending, scheduled, faults = [] } = run.end;
  if (ending.kind === 'raised' || ending.kind === 'unable' || ending.kind === 'crashed') return 'error';
  if (ending.kind !== 'finished') return 'ended';
  if (scheduled?.check?.holds === false) return 'check';
  if ((scheduled !== null && scheduled.strayed !== null) || faults.length > 0) return 'fault';
  // True of every run in such a browser: it has a tab, and does not open it each time.
  return scheduled?.fallback ? 'note' : null;
}

/**
 * The tab that opens by itself, and a key that changes whenever something happens that opens one. The replay of what a
 * search has found leaves the search open.
 */
export function urgencyOf({ run, search, steps }: Reported): {
  readonly key: string;
  readonly tab: ReportTab | null;
} {
  if (steps !== null) return { key: 'steps', tab: 'steps' };
  const searched = search.phase === 'none' ? 'none' : String(search.number);
  const sort = endingSort(run);
  const replayed = run.phase !== 'idle' && run.schedule?.strategy.kind === 'replay';
  if (sort !== null && run.phase === 'ended' && !(replayed && search.phase !== 'none')) {
    return { key: `search ${searched}, ended ${run.number}`, tab: sort === 'note' ? null : 'ending' };
  }
  return { key: `search ${searched}`, tab: search.phase === 'none' ? null : 'search' };
}

/** The tab that shows: the chosen one where there is such a tab, else the output. */
export function openTab(tabs: readonly ReportTab[], chosen: ReportTab | null): ReportTab {
  return tabs.find((tab) => tab === chosen) ?? 'output';
}

/** The last line of an error, as Python writes it; null where there is no error. */
export function lastLineOf(run: Run): string | null {
  if (run.phase !== 'ended' || run.end.ending.kind !== 'raised') return null;
  const { type, message } = run.end.ending.error;
  const [line = ''] = message.split('\n', 1);
  return shortened(messages.errors.named(type, line), LAST_LINE);
}
