/** Reads what the memory probe reported on a track, by the labels of the track and of what it lies below. */
import type { HarnessRun } from '../../src/harness/harness.ts';

type Mark = Extract<HarnessRun['events'][number], { word: 'mark' }>;

/** The marks on the track with this path, e.g. `held by/Screen`. */
function marks({ events }: HarnessRun, path: string): Mark[] {
  const paths = new Map<number, string>();
  return events.flatMap((event) => {
    if (event.word === 'track') {
      const above = event.parent === null ? '' : `${paths.get(event.parent) ?? ''}/`;
      paths.set(event.track, `${above}${event.label}`);
    }
    return event.word === 'mark' && paths.get(event.track) === path ? [event] : [];
  });
}

export function marksOn(run: HarnessRun, path: string): string[] {
  return marks(run, path).map(({ name }) => name);
}

/** Where they are: `main.py:18`. */
export function placesOn(run: HarnessRun, path: string): string[] {
  return marks(run, path).flatMap(({ place }) => (place === null ? [] : [`${place.file}:${place.line}`]));
}
