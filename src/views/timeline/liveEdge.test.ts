import { describe, expect, it } from 'vitest';
import { LiveEdge } from './liveEdge.ts';

const FAR = 60_000_000;

describe('LiveEdge', () => {
  it('moves on between two reports', () => {
    const edge = new LiveEdge();
    edge.reach(1_000_000, 500);
    expect(edge.momentAt(500, FAR)).toBe(1_000_000);
    expect(edge.momentAt(516, FAR)).toBe(1_016_000);
  });

  it('does not run far ahead of what is known, nor past the axis', () => {
    const edge = new LiveEdge();
    edge.reach(1_000_000, 500);
    expect(edge.momentAt(9_000, FAR)).toBe(1_040_000);
    expect(edge.momentAt(9_000, 1_010_000)).toBe(1_010_000);
  });

  it('never runs back while a run goes on', () => {
    const edge = new LiveEdge();
    edge.reach(1_000_000, 500);
    const ahead = edge.momentAt(540, FAR);
    edge.reach(1_005_000, 541);
    expect(edge.momentAt(541, FAR)).toBe(ahead);
  });

  it('starts over with a new run', () => {
    const edge = new LiveEdge();
    edge.reach(10_000_000, 500);
    edge.momentAt(500, FAR);
    edge.reach(0, 900);
    expect(edge.momentAt(900, FAR)).toBe(0);
  });
});
