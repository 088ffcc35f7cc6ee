/** What a program holds at a moment, from what the memory probe had reported by then. */
import { describe, expect, it } from 'vitest';
import { HEAP_ROOTS } from '../../testing/scriptedHeap.ts';
import { traceOf, type ScriptLine } from '../../testing/scriptedTrace.ts';
import { fact } from '../../testing/wire.ts';
import { emptyPicture } from '../../trace/picture.ts';
import { summaryOf } from './summary.ts';

const lines: readonly ScriptLine[] = [
  ...HEAP_ROOTS,
  [10, 'track', 'Node', 'live objects'],
  [11, 'track', 'Point', 'live objects'],
  [12, 'track', 'Edge', 'live objects'],
  [13, 'track', 'cache', 'containers'],
  [20, 'gauge', 'traced bytes', 9_000],
  [21, 'gauge', 'Node', 5],
  [22, 'gauge', 'Edge', 8],
  [23, 'gauge', 'Point', 2],
  [24, 'gauge', 'cache', 40],
  [30, 'tally', 'collections', 1],
  [31, 'tally', 'freed by the collector', 6],
  [32, 'state', 'collections', 'off'],
  [40, 'gauge', 'traced bytes', 4_000],
  [41, 'gauge', 'Edge', 2],
  [42, 'tally', 'collections', 1],
  [43, 'state', 'collections', 'on'],
  [50, 'track', 'main.py:7', 'growth'],
  [51, 'gauge', 'main.py:7', 3_000],
  [52, 'mark', 'main.py:7', fact('growth', { blocks: 50 }), 'note', 'main.py:7'],
  [60, 'mark', 'late garbage', fact('late garbage', { label: 'Node', objects: 3 }), 'good'],
  [61, 'mark', 'late garbage', 'something else', 'note'],
  [70, 'mark', 'live objects', fact('program ended', {}), 'plain'],
];

const at = (moment: number) => summaryOf(traceOf(lines).picture, moment);

describe('memory at a moment', () => {
  it('is not known before the first report', () => {
    expect(at(19).traced).toBeNull();
    expect(summaryOf(emptyPicture(), 0)).toEqual({
      traced: null,
      classes: [],
      containers: [],
      collections: 0,
      freed: 0,
      collectorOff: false,
      ended: false,
      late: [],
      growth: [],
      chains: [],
    });
  });

  it('is what it is now, and the most that it has been', () => {
    expect(at(20).traced).toEqual({ label: 'traced bytes', now: 9_000, peak: 9_000 });
    expect(at(40).traced).toEqual({ label: 'traced bytes', now: 4_000, peak: 9_000 });
  });

  it('has the classes with the most objects now first, and of equals those that had more', () => {
    expect(at(30).classes.map(({ label, now }) => [label, now])).toEqual([
      ['Edge', 8],
      ['Node', 5],
      ['Point', 2],
    ]);
    expect(at(41).classes.map(({ label, now, peak }) => [label, now, peak])).toEqual([
      ['Node', 5, 5],
      ['Edge', 2, 8],
      ['Point', 2, 2],
    ]);
  });

  it('has containers beside classes', () => {
    expect(at(30).containers).toEqual([{ label: 'cache', now: 40, peak: 40 }]);
    expect(at(23).containers).toEqual([]);
  });
});

describe('the collector', () => {
  it('has run so often and freed so much', () => {
    expect([29, 31, 42].map((moment) => [at(moment).collections, at(moment).freed])).toEqual([
      [0, 0],
      [1, 6],
      [2, 6],
    ]);
  });

  it('is off from when the program switched it off until it is on again', () => {
    expect([31, 32, 42, 43].map((moment) => at(moment).collectorOff)).toEqual([false, true, true, false]);
  });
});

describe('what is known at the end', () => {
  it('is that the program has ended', () => {
    expect([69, 70].map((moment) => at(moment).ended)).toEqual([false, true]);
  });

  it('is what only the last run of the collector has freed', () => {
    expect(at(59).late).toEqual([]);
    expect(at(61).late).toEqual([{ label: 'Node', count: 3 }]);
  });

  it('is which lines have grown, once it is told in how many blocks', () => {
    expect(at(51).growth).toEqual([]);
    expect(at(52).growth).toEqual([
      { place: { file: 'main.py', line: 7 }, bytes: 3_000, blocks: '50 blocks' },
    ]);
  });
});
