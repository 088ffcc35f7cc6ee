/** What lanes answer without looking at all that they hold, against looking at each. */
import { describe, expect, it } from 'vitest';
import { traceOf, type ScriptLine } from '../testing/scriptedTrace.ts';
import type { SpanItems } from './lane.ts';
import { Trace } from './trace.ts';
import { manyEvents } from '../testing/manyEvents.ts';

/** Spans that overlap: some within others, some across, one that never ends. */
function overlapping(): SpanItems {
  const lines: ScriptLine[] = [[0, 'track', 'T']];
  let at = 1;
  const open = () => lines.push([(at += 1), 'open', 'T', 'work']);
  const close = () => lines.push([(at += 3), 'close', 'T', 'done']);
  open();
  for (let turn = 0; turn < 300; turn += 1) {
    open();
    if (turn % 3 === 0) open();
    if (turn % 3 === 0) close();
    if (turn % 50 !== 0) close();
    at += turn % 7;
  }
  const spans = traceOf(lines).picture.lanes[0]?.spans;
  if (spans === undefined) throw new Error('there is no lane');
  return spans;
}

describe('the spans of a lane', () => {
  const spans = overlapping();
  const all = [...spans];
  const moments = Array.from({ length: 260 }, (_, index) => index * 11);

  it('tell the first that is open at a moment', () => {
    for (const moment of moments) {
      const open = all.findIndex(({ start, end }) => start <= moment && (end ?? Infinity) > moment);
      expect(spans.openAt(moment)).toBe(open);
    }
  });

  it('tell how long the longest had lasted by a moment', () => {
    for (const moment of moments) {
      const lasted = all
        .filter(({ start }) => start <= moment)
        .map(({ start, end }) => Math.min(end ?? moment, moment) - start);
      expect(spans.longestBy(moment)).toBe(Math.max(0, ...lasted));
    }
  });
});

describe('the states of a lane', () => {
  const { picture } = traceOf([
    [0, 'track', 'T'],
    [1, 'state', 'T', 'early'],
    [2, 'open', 'T', 'a'],
    [3, 'state', 'T', 'running'],
    [4, 'close', 'T', 'done'],
    [6, 'state', 'T', 'waiting'],
    [7, 'open', 'T', 'b'],
    [8, 'state', 'T', 'running'],
  ]);
  const stretches = picture.lanes[0]?.stretches;

  it('end where the next begins, or before it where the last span closes', () => {
    expect(stretches?.map(({ start, end }) => [start, end])).toEqual([
      [1, 3],
      [3, 4],
      [6, 8],
      [8, null],
    ]);
  });

  it('are told in parts as they are told whole', () => {
    const parts = [0, 1, 2, 3].map((index) => [stretches?.stateAt(index), stretches?.endAt(index)]);
    expect(parts).toEqual([
      ['early', 3],
      ['running', 4],
      ['waiting', 8],
      ['running', Infinity],
    ]);
    expect([stretches?.stateAt(4), stretches?.endAt(-1)]).toEqual(['', Infinity]);
  });
});

/** A run in which spans have ended, and then some of these numbers are opened. */
function opened(spans: readonly number[]) {
  const { records, strings } = manyEvents('pool', 40);
  const trace = new Trace();
  const taken = trace.append(records, strings);
  expect(taken.ok).toBe(true);
  // Opened once more under the same numbers, a little later.
  const last = records.slice(-8);
  const rows = spans.map((span, index) =>
    Int32Array.from([1, 0, 1_000 + index, last[3] ?? 0, -1, 0, 0, span]),
  );
  return trace.append(Int32Array.from(rows.flatMap((row) => [...row])), []);
}

describe('a span', () => {
  it('has a number that grows, so that none that is over need be remembered', () => {
    expect(opened([1_000, 1_001]).ok).toBe(true);
    expect(opened([1_000, 999])).toMatchObject({ error: /span 999 was opened before/ });
    expect(opened([0])).toMatchObject({ error: /span 0 was opened before/ });
  });
});
