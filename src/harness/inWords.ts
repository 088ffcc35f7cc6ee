/** What a script gets to read: the facts of a run in words, where the page would show them. */
import { causeWords, labelWords, interleavingWords } from '../messages/en.ts';
import { isLabelFact, type Fact } from '../trace/facts.ts';
import type { TraceEvent } from '../trace/vocabulary.ts';

/** The same value with words in place of facts. */
export type InWords<T> = T extends Fact
  ? string
  : T extends string | number | boolean | null | undefined
    ? T
    : { [K in keyof T]: InWords<T[K]> };

/** Puts every fact of a value in words. */
export function inWords<T>(value: T): InWords<T>;
export function inWords(value: unknown): unknown {
  if (isLabelFact(value)) return labelWords(value);
  if (Array.isArray(value)) return value.map((item: unknown) => inWords(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]: [string, unknown]) => [key, inWords(item)]),
  );
}

/** Tracks whose marks are flaws of threads: their names become the whole interleaving. */
const FLAW_TRACKS = new Set(['lost updates', 'stale checks', 'half-done reads']);

/** The events of a run, in their order, in words. */
export function eventsInWords(events: readonly TraceEvent[]): InWords<TraceEvent>[] {
  const whole = new Set<number>();
  return events.map((event): InWords<TraceEvent> => {
    if (event.word === 'track' && FLAW_TRACKS.has(event.label)) whole.add(event.track);
    if (event.word === 'mark') {
      return { ...event, name: (whole.has(event.track) ? interleavingWords : labelWords)(event.name) };
    }
    if (event.word === 'state') {
      return { ...event, detail: event.detail === null ? null : labelWords(event.detail) };
    }
    return event.word === 'link' ? { ...event, why: causeWords(event.why) } : event;
  });
}
