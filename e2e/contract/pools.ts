/** What the contract tests of connection pools have in common: programs on SQLAlchemy, and what became of connections. */
import type { HarnessRun } from '../../src/harness/harness.ts';
import type { RunOptions, HarnessPage } from '../harness.ts';
import { lessonCalled, mainOf } from './versions.ts';

const lesson = lessonCalled('pools');

/** A side of the lesson or a variation, with these passages replaced; each must be there. */
export function edited(name: string, ...edits: readonly (readonly [from: string, to: string])[]): string {
  let text = mainOf(lesson, name);
  for (const [from, to] of edits) {
    if (!text.includes(from)) throw new Error(`the lesson's program has no ${JSON.stringify(from)}`);
    text = text.replace(from, to);
  }
  return text;
}

/** A program of its own, with the usual imports before it. */
export const program = (body: string): string =>
  [
    'import gc, threading, time',
    'from sqlalchemy import create_engine, text',
    'from sqlalchemy.exc import TimeoutError',
    'def together(*jobs):',
    '    threads = [threading.Thread(target=job) for job in jobs]',
    '    for thread in threads: thread.start()',
    '    for thread in threads: thread.join()',
    body,
    '',
  ].join('\n');

/** Runs a program with the pool probe and SQLAlchemy at hand. */
export const run = (harness: HarnessPage, text: string, options: RunOptions = {}): Promise<HarnessRun> =>
  harness.run(text, { probes: ['pool'], packages: ['sqlalchemy'], ...options });

/** How each time that a connection was out came to an end, in the order of ending; `out` for those that did not. */
export function endsOf(result: HarnessRun): string[] {
  const under = tracksBelow(result, 'connections');
  const opened = result.events.filter((event) => event.word === 'open' && under.has(event.track));
  const closed = result.events.flatMap((event) =>
    event.word === 'close' && under.has(event.track) ? [event.outcome] : [],
  );
  return [...closed, ...Array.from({ length: opened.length - closed.length }, () => 'out')];
}

/** Who took a connection where: `answer main.py:17, Thread-1 (request)`. */
export function holdersOf(result: HarnessRun): string[] {
  const under = tracksBelow(result, 'connections');
  const threads = result.events.flatMap((event) =>
    event.word === 'state' && event.state === 'out' ? [event.detail ?? ''] : [],
  );
  return result.events
    .flatMap((event) =>
      event.word === 'open' && under.has(event.track)
        ? [`${event.name} ${event.place?.file}:${event.place?.line}`]
        : [],
    )
    .map((taken, index) => `${taken}, ${threads[index]}`);
}

/** The SQL log. */
export function logOf(result: HarnessRun): string[] {
  const under = tracksBelow(result, 'connections');
  return result.events.flatMap((event) =>
    event.word === 'mark' && under.has(event.track) ? [event.name] : [],
  );
}

/** The waits of all threads, in seconds, with how they ended. */
export function waitsOf(result: HarnessRun): { readonly seconds: number; readonly outcome: string }[] {
  const under = tracksBelow(result, 'requests');
  const began = new Map<number, number>();
  const waits = [];
  for (const event of result.events) {
    if (!under.has(event.track)) continue;
    if (event.word === 'open') began.set(event.span, event.time);
    if (event.word === 'close') {
      const seconds = (event.time - (began.get(event.span) ?? 0)) / 1_000_000;
      waits.push({ seconds, outcome: event.outcome });
    }
  }
  return waits;
}

function tracksBelow({ events }: HarnessRun, label: string): Set<number> {
  const below = new Set<number>();
  const roots = new Set<number>();
  for (const event of events) {
    if (event.word !== 'track') continue;
    if (event.parent === null && event.label === label) roots.add(event.track);
    else if (event.parent !== null && (roots.has(event.parent) || below.has(event.parent)))
      below.add(event.track);
  }
  return below;
}
