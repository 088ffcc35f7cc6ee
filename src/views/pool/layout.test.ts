import { describe, expect, it } from 'vitest';
import { traceOf, type ScriptLine } from '../../testing/scriptedTrace.ts';
import { momentAt, xOf } from '../shared/timeAxis.ts';
import { axisOf, MOST_ROWS, pitchIn, rowsOf } from './layout.ts';
import { splitThread } from '../shared/splitThread.ts';
import { cutMiddle } from './names.ts';
import { lostConnections } from '../../testing/scriptedPool.ts';
import type { Picture } from '../../trace/picture.ts';

const second = 1_000_000;
const PITCH = 12;
const { picture } = traceOf(lostConnections);
const axis = axisOf(555, 0.6 * second, 4 * second);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

type Hold = readonly [thread: string, connection: string, start: number, end: number | null];

/** What is reported of threads that hold connections, in the order of time. */
function held(holds: readonly Hold[]): Picture {
  const connections = [...new Set(holds.map(([, connection]) => connection))];
  const lines = holds.flatMap(([thread, connection, start, end]): ScriptLine[] => [
    [start, 'open', connection, 'work'],
    [start + 1, 'state', connection, 'out', thread],
    ...(end === null ? [] : ([[end, 'close', connection, 'returned']] satisfies ScriptLine[])),
  ]);
  const declared = connections.map((name, index): ScriptLine => [3 + index, 'track', name, 'engine']);
  const roots: ScriptLine[] = [
    [1, 'track', 'connections'],
    [2, 'track', 'engine', 'connections'],
  ];
  return traceOf([...roots, ...declared, ...lines.toSorted(([one], [other]) => one - other)]).picture;
}

const barsIn = (of: Picture, until = 4 * second) =>
  rowsOf(of, axis, until, PITCH).rows.map(({ portions }) => portions.flatMap(({ bars }) => bars));

describe('axisOf', () => {
  it('goes from its beginning to its end, with ticks between', () => {
    expect(axis.from).toBe(0.6 * second);
    expect(axis.ticks.map(({ label }) => plain(label))).toEqual(['1 s', '2 s', '3 s', '4 s']);
  });

  it('finds the moment back from its place, and keeps to the axis', () => {
    expect(Math.abs(momentAt(axis, xOf(axis, 2_345_678)) - 2_345_678)).toBeLessThanOrEqual(1);
    expect(momentAt(axis, -100)).toBe(axis.from);
    expect(momentAt(axis, 9_999)).toBe(axis.to);
  });

  it('holds together without width or time', () => {
    const none = axisOf(0, 0, 0);
    expect(none.ticks).toEqual([]);
    expect(Number.isFinite(xOf(none, 0))).toBe(true);
  });
});

describe('names of threads', () => {
  it('lose their middle, and keep what tells them apart', () => {
    expect(cutMiddle('Thread-12', 12)).toBe('Thread-12');
    expect(cutMiddle('ThreadPoolExecutor-0_3', 14)).toBe('Thread…tor-0_3');
    expect(splitThread('Thread-4 (handle)').name).toBe('Thread-4');
  });
});

describe('pitchIn', () => {
  it('lets twelve rows fill the strip, high or low, and never makes one lower than its name', () => {
    expect([60, 148, 170, 210, 480, 900].map(pitchIn)).toEqual([11, 12, 14, 17, 39, 44]);
  });
});

describe('rowsOf', () => {
  it('has a row for each thread, in the order in which they asked', () => {
    const { rows } = rowsOf(picture, axis, 4 * second, PITCH);
    expect(rows.map(({ thread }) => thread)).toEqual([
      'Thread-1 (request)',
      'Thread-2 (request)',
      'Thread-3 (request)',
    ]);
    expect(barsIn(picture).map((bars) => bars.map(({ interval }) => interval.kind))).toEqual([
      ['hold'],
      ['hold'],
      ['wait'],
    ]);
  });

  it('draws what lasts up to the moment', () => {
    const [[bar] = []] = barsIn(held([['a', 'c1', second, null]]), 2 * second);
    expect((bar?.x ?? 0) + (bar?.width ?? 0)).toBeCloseTo(xOf(axis, 2 * second));
  });

  it('puts two connections of one thread one below the other', () => {
    const nested = held([
      ['a', 'c1', second, 3 * second],
      ['a', 'c2', 1.5 * second, 2 * second],
    ]);
    const [bars = []] = barsIn(nested);
    expect(bars.map(({ y }) => y)).toHaveLength(2);
    expect(bars[1]?.y).toBeGreaterThanOrEqual((bars[0]?.y ?? 0) + (bars[0]?.height ?? 0));
  });

  it('draws a thousand short intervals as few bars, and hundreds of threads as a hundred rows', () => {
    const short = Array.from({ length: 1000 }, (_, index): Hold => {
      const start = second + index * 100;
      return ['a', 'c1', start, start + 50];
    });
    expect(barsIn(held(short))[0]?.length).toBeLessThan(40);
    const threads = Array.from(
      { length: 300 },
      (_, index): Hold => [`t${index}`, `c${index}`, second + index * 2, null],
    );
    expect(rowsOf(held(threads), axis, 4 * second, PITCH)).toMatchObject({ hidden: 300 - MOST_ROWS });
    expect(barsIn(held(threads))).toHaveLength(MOST_ROWS);
  });

  it('gives the same rows until something has changed', () => {
    const once = rowsOf(picture, axis, 4 * second, PITCH);
    expect(rowsOf(picture, axis, 4 * second, PITCH)).toBe(once);
    expect(rowsOf(picture, axis, 3.9 * second, PITCH)).not.toBe(once);
  });
});
