/** What the contract tests of threads have in common: programs by name, schedules, and words of a run. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InferInput } from 'valibot';
import type { HarnessRun, HarnessSearch } from '../../src/harness/harness.ts';
import type { Model, ScheduleSchema } from '../../src/runtime/schedule.ts';
import type { HarnessPage } from '../harness.ts';

type Schedule = InferInput<typeof ScheduleSchema>;

/** The text of a file below `programs/threads`. */
export const program = (name: string): string =>
  readFileSync(join(import.meta.dirname, 'programs/threads', name), 'utf8');

/** A schedule of the random walk. */
export const random = (model: Model, seed: number, probability = 0.05): Schedule => ({
  model,
  strategy: { kind: 'random', seed, probability },
});

/** Two threads that run the functions `one` and `two`, or both `one`. */
export const twoThreads = (body: string, second = 'one'): string =>
  [
    'import threading',
    body,
    `threads = [threading.Thread(target=one), threading.Thread(target=${second})]`,
    'for thread in threads: thread.start()',
    'for thread in threads: thread.join()',
    '',
  ].join('\n');

/** The sentences that the probe has reported of mistakes. */
export const sentences = (run: HarnessRun): string[] =>
  run.events.flatMap((event) =>
    event.word === 'mark' && event.tone === 'bad' && event.name.endsWith('.') ? [event.name] : [],
  );

/** The ways a search came out, in words, in alphabetical order. */
export const words = (report: HarnessSearch['report']): string[] =>
  (report?.outcomes ?? []).map((outcome) => outcome.words).toSorted();

/** What a search is asked with: the model, and what must hold. */
export const searchOptions = (check: string, model: Model = 'before310') =>
  ({ schedule: { model, strategy: { kind: 'realistic' }, check } }) as const;

/** Searches all schedules with at most `bound` preemptions (null: any number). */
export async function exhaust(
  harness: HarnessPage,
  text: string,
  check: string,
  bound: number | null,
  model: Model = 'before310',
  schedules = 20_000,
): Promise<NonNullable<HarnessSearch['report']>> {
  const { report } = await harness.search(
    text,
    { method: 'exhaustive', bound, schedules },
    searchOptions(check, model),
  );
  if (report === null) throw new Error('the search has reported nothing');
  return report;
}

/** The outcomes in alphabetical order; all deadlocks are one. */
export function distinctOutcomes(report: NonNullable<HarnessSearch['report']>): string[] {
  return [...new Set(words(report).map((one) => one.replace(/^deadlock: .*/, 'deadlock')))].toSorted();
}
