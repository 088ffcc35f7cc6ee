/** What the contract tests of imports have in common: a run that is watched, and words for what came of it. */
import type { HarnessRun } from '../../src/harness/harness.ts';
import type { HarnessPage } from '../harness.ts';

export type Files = Readonly<Record<string, string>>;

export const watch = (harness: HarnessPage, files: Files, entry = 'main.py') =>
  harness.run(files, { probes: ['imports'], entry });

/** `finished`, or the exception with the name it is about. */
export function ended({ end: { ending } }: Pick<HarnessRun, 'end'>): string {
  if (ending.kind !== 'raised') return ending.kind;
  const [, name] = /name '(\w+)'/.exec(ending.error.message) ?? [];
  return [ending.error.type, name].filter(Boolean).join(' ');
}

export function marksOn(run: HarnessRun, label: string): string[] {
  const labels = run.events.flatMap((event) => (event.word === 'track' ? [event.label] : []));
  return run.events.flatMap((event) =>
    event.word === 'mark' && labels[event.track] === label ? [event.name] : [],
  );
}

/** The states of a module in turn. */
export function statesOf(run: HarnessRun, label: string): string[] {
  const labels = run.events.flatMap((event) => (event.word === 'track' ? [event.label] : []));
  return run.events.flatMap((event) =>
    event.word === 'state' && labels[event.track] === label ? [event.state] : [],
  );
}
