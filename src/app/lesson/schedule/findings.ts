/** What a search came to, in sentences that claim no more than was tried. Pure. */
import { labelWords, messages, quoteNames } from '../../../messages/en.ts';
import { shortened } from '../../../base/shortened.ts';
import type { SearchPlan, SearchReport } from '../../../runtime/schedule.ts';
import type { Search } from '../../../store/searches.ts';
import { howEnded } from '../../../session/howEnded.ts';

/** What the program said, within a sentence. Characters. */
const LONGEST = 200;

const words = messages.schedule.search;

/** The result with its bound, then what must be known to read it rightly; null while there is none. */
export function resultOf(
  search: Search,
): { readonly title: string; readonly notes: readonly string[] } | null {
  if (search.phase !== 'ended') return null;
  const { report, plan, ending } = search;
  // Stop is the person's own doing and needs no words; whatever else ended the search early does.
  const broke =
    ending.kind === 'finished' || ending.kind === 'stopped' ? [] : [words.broke(howEnded(ending))];
  if (report === null || report.tried === 0) return { title: words.nothing, notes: broke };
  return { title: titleOf(plan, report), notes: [...broke, ...notesOn(report)] };
}

function titleOf(plan: SearchPlan, { tried, failed, complete, cut, unseen }: SearchReport): string {
  if (plan.method === 'exhaustive') {
    // A schedule that was cut short has not been seen to its end, so not everything was tried.
    if (unseen !== null && cut === 0) {
      const file = unseen.file === null ? null : shortened(unseen.file, LONGEST);
      return words.allSeen(tried, plan.bound, failed, file, unseen.line, shortened(unseen.source, LONGEST));
    }
    return complete && cut === 0 ? words.all(tried, plan.bound, failed) : words.short(tried, failed);
  }
  return tried >= plan.schedules ? words.drawn(tried, failed) : words.short(tried, failed);
}

function notesOn({ cut, pruned, smallest }: SearchReport): string[] {
  const notes: string[] = [];
  if (smallest !== null) {
    const { outcome, reproduced, replays } = smallest;
    const label = quoteNames(shortened(labelWords(outcome.words), LONGEST));
    notes.push(words.smallest(label, outcome.preemptions, reproduced, replays));
    if (reproduced < replays) notes.push(words.flaky);
  }
  if (cut > 0) notes.push(words.cut(cut));
  if (pruned > 0) notes.push(words.pruned(pruned));
  return notes;
}

/** Schedules tried a second, so far; 0 before there is anything to say. */
export function rateOf({ tried, seconds }: Pick<SearchReport, 'tried' | 'seconds'>): number {
  return seconds > 0 ? Math.round(tried / seconds) : 0;
}
