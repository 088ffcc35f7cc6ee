import { describe, expect, it } from 'vitest';
import { SegmentList } from './segments.ts';
import { layOut } from '../draw/layout.ts';
import { piecesOf } from './pieces.ts';

type State = 'running' | 'ready';
const laid = (from: number, span: number) =>
  layOut({ width: 555, height: 280, rows: { threads: 10, locks: 0, variables: 1 }, range: { from, span } });

/** Runs two events, then could run for eight. */
function busy(events: number): SegmentList<State> {
  const segments = new SegmentList<State>('running');
  for (let at = 0; at < events; at += 10) {
    segments.begin('running', at, at);
    segments.begin('ready', at + 2, at);
  }
  return segments;
}

describe('piecesOf', () => {
  it('draws each spell while there are few', () => {
    const pieces = piecesOf(busy(40), 'running', laid(0, 40), 40);
    expect(pieces.map((piece) => piece.state)).toEqual([1, 2, 3, 4].flatMap(() => ['running', 'ready']));
    expect(pieces[0]?.width).toBeCloseTo(laid(0, 40).cell * 2);
  });

  it('draws only what the window shows', () => {
    const layout = laid(30_000, 40);
    const pieces = piecesOf(busy(60_000), 'running', layout, 60_000);
    expect(pieces.length).toBeLessThanOrEqual(9);
    expect(pieces[0]?.x).toBeCloseTo(layout.left);
  });

  it('costs no more than its width, however long the run', () => {
    const layout = laid(0, 60_000);
    const pieces = piecesOf(busy(60_000), 'running', layout, 60_000);
    expect(pieces.length).toBeLessThan(layout.right - layout.left);
    for (const piece of pieces) expect(piece.share).toBeCloseTo(0.25, 1);
  });

  it('ends where the run has got to', () => {
    const layout = laid(0, 60_000);
    const last = piecesOf(busy(30_000), 'running', layout, 30_000).at(-1);
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo((layout.left + layout.right) / 2, 0);
  });

  it('shows what happened at all, however rare', () => {
    const segments = new SegmentList<State>('running');
    segments.begin('ready', 0, 0);
    segments.begin('running', 30_000, 1);
    segments.begin('ready', 30_001, 2);
    const states = piecesOf(segments, 'running', laid(0, 60_000), 60_000).map((piece) => piece.state);
    expect(states).toEqual(['ready', 'running', 'ready']);
  });
});
