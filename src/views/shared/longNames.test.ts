/** Whatever a run calls its things, what is said and written of it has a length. */
import { describe, expect, it } from 'vitest';
import { traceOf, type ScriptLine } from '../../testing/scriptedTrace.ts';
import { ReadItems } from '../../trace/items.ts';
import { views } from '../register.ts';

const LETTERS = 100_000;
const long = (name: string) => name + 'A'.repeat(LETTERS);
const place = `${long('shop/')}.py:7` as const;

/** What each probe declares first, with a lane of a very long name below it, in which all that can have a name has one. */
const ROOTS = [
  'tasks',
  'threads',
  'locks',
  'shared',
  'modules',
  'back edges',
  'static cycles',
  'live objects',
].concat([
  'containers',
  'late garbage',
  'growth',
  'held by',
  'connections',
  'requests',
  'lost updates',
  'collections',
]);

function named(): readonly ScriptLine[] {
  const lines: ScriptLine[] = [];
  let at = 0;
  const add = (line: (time: number) => ScriptLine) => lines.push(line((at += 1_000)));
  for (const root of ROOTS) add((time) => [time, 'track', root]);
  add((time) => [time, 'track', 'output']);
  add((time) => [time, 'track', 'traced bytes']);
  add((time) => [time, 'gauge', 'traced bytes', 5]);
  for (const root of ROOTS) {
    for (const one of ['first', 'second']) {
      const label = long(`${root} ${one} `);
      add((time) => [time, 'track', label, root]);
      add((time) => [time, 'open', label, long('by'), place]);
      add((time) => [time, 'state', label, long('state'), long('detail'), place]);
      add((time) => [time, 'state', label, 'waiting', long('detail'), place]);
      add((time) => [time, 'gauge', label, 3]);
      add((time) => [time, 'tally', label, 3]);
      add((time) => [time, 'mark', label, long('missing: '), 'bad', place]);
      add((time) => [time, 'mark', label, long('holds'), 'bad', place]);
      add((time) => [time, 'link', label, label, long('import '), place]);
      add((time) => [time, 'close', label, long('outcome')]);
    }
    add((time) => [time, 'mark', root, long('A sentence `'), 'bad', place]);
    add((time) => [time, 'tally', root, 1]);
  }
  add((time) => [time, 'print', 'output', `${long('printed')}\n`]);
  return lines;
}

describe('names of 100,000 letters', () => {
  const { picture } = traceOf(named());
  const moment = picture.lastTime;

  it('are kept out of the picture, but for what was printed', () => {
    const { prints, ...rest } = picture;
    const seen = new Set<unknown>();
    const longest = (value: unknown): number => {
      if (typeof value === 'string') return value.length;
      if (typeof value !== 'object' || value === null || seen.has(value)) return 0;
      seen.add(value);
      const inner =
        value instanceof Map
          ? [...value.keys(), ...value.values()]
          : value instanceof ReadItems
            ? [...value]
            : Object.values(value);
      return inner.reduce<number>((most, each) => Math.max(most, longest(each)), 0);
    };
    expect(longest({ ...rest, lanes: picture.lanes })).toBeLessThanOrEqual(400);
    expect(prints.at(0)?.text).toHaveLength(LETTERS + 8);
  });

  it.each(Object.entries(views))('are cut in the words of %s', (_id, view) => {
    const { summary, table } = view.describe({
      picture,
      other: picture,
      moment,
      start: 0,
      horizon: moment,
      live: false,
      side: 'broken',
    });
    expect(summary.length).toBeGreaterThan(10);
    expect(summary.length).toBeLessThan(10_000);
    for (const cell of table.rows.flat()) expect(cell.length).toBeLessThan(2_000);
    expect(table.rows.length).toBeGreaterThan(0);
  });
});
