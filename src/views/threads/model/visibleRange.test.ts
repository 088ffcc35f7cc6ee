import { describe, expect, it } from 'vitest';
import {
  around,
  axisOf,
  CLOSEST,
  SHORTEST_AXIS,
  moved,
  NEVER_DRAWN,
  rangeFor,
  spanAround,
  zoomed,
  type Kept,
} from './visibleRange.ts';

const drawn = (from: number, span: number, playhead: number): Kept => ({
  from,
  span,
  playhead,
  look: null,
});

describe('the window', () => {
  it('shows the whole axis, which is as long as the longer side', () => {
    expect(axisOf(40, 900)).toBe(900);
    expect(axisOf(0, 0)).toBe(SHORTEST_AXIS);
    expect(rangeFor(NEVER_DRAWN, { span: null, axis: 900, playhead: 40 })).toEqual({ from: 0, span: 900 });
  });

  it('zooms within bounds', () => {
    expect(zoomed(null, 1_000, 2)).toBe(500);
    expect(zoomed(500, 1_000, 1 / 2)).toBeNull();
    expect(zoomed(10, 1_000, 4)).toBe(CLOSEST);
    expect(zoomed(null, CLOSEST, 2)).toBeNull();
  });

  it('keeps the playhead where it stands when the span changes', () => {
    const { from, span } = rangeFor(drawn(0, 1_000, 300), { span: 500, axis: 1_000, playhead: 300 });
    expect((300 - from) / span).toBeCloseTo(0.3);
  });

  it('takes in all that is to be looked at, once, wherever it was', () => {
    const look = [300, 310, 340];
    const span = spanAround(look, 16);
    const range = rangeFor(drawn(0, 1_000, 900), { span, axis: 1_000, playhead: 900, look });
    expect(range.from).toBeLessThan(299);
    expect(range.from + span).toBeGreaterThan(340);
    // The playhead that comes there next does not move it, and the person may go on from there.
    const kept = { ...range, playhead: 900, look };
    expect(rangeFor(kept, { span, axis: 1_000, playhead: 340, look })).toEqual(range);
    expect(rangeFor(kept, { span, axis: 1_000, playhead: 600, look }).from).toBeGreaterThan(500);
    expect(spanAround([5, 6], 16)).toBe(16);
  });

  it('goes along with a playhead that moves, and stays for one that does not', () => {
    const now = { span: 100, axis: 1_000 };
    expect(rangeFor(drawn(400, 100, 450), { ...now, playhead: 451 }).from).toBe(400);
    const ahead = rangeFor(drawn(400, 100, 480), { ...now, playhead: 499 });
    expect(ahead.from).toBeGreaterThan(400);
    expect(ahead.from + 100).toBeGreaterThan(499);
    const far = rangeFor(drawn(400, 100, 480), { ...now, playhead: 900 });
    expect(far.from).toBe(850);
    // Moved by hand, with the playhead out of range.
    expect(rangeFor(drawn(100, 100, 900), { ...now, playhead: 900 }).from).toBe(100);
  });

  it('never leaves the axis', () => {
    expect(rangeFor(drawn(0, 100, 0), { span: 100, axis: 1_000, playhead: 1_000 }).from).toBe(900);
    expect(moved({ from: 10, span: 100 }, -50, 1_000).from).toBe(0);
    expect(moved({ from: 850, span: 100 }, 500, 1_000).from).toBe(900);
  });

  it('keeps an anchor in its place', () => {
    expect(around({ from: 100, span: 100 }, 50, 120)).toEqual({ from: 110, span: 50 });
  });
});
