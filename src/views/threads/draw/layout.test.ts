import { describe, expect, it } from 'vitest';
import { laneTop } from '../../shared/lanes.ts';
import { edgeAt, layOut, lockTop, middleOf, scrollTo, xOf } from './layout.ts';

const rows = { threads: 3, locks: 1, variables: 1 };
const box = { width: 555, height: 280, rows, range: { from: 0, span: 20 } };

describe('layOut', () => {
  it('has room for words below the boxes of a few threads', () => {
    const layout = layOut(box);
    expect(layout.labelled).toBe(true);
    expect(layout.scrolls).toBe(false);
    expect(layout.box + 13).toBeLessThanOrEqual(layout.pitch);
    expect(lockTop(layout, 0, 0) + layout.lockPitch).toBeLessThanOrEqual(layout.bottom);
  });

  it('fits ten threads, a lock and a variable without scrolling', () => {
    const layout = layOut({ ...box, rows: { threads: 11, locks: 1, variables: 1 } });
    expect(layout.scrolls).toBe(false);
    expect(layout.labelled).toBe(false);
  });

  it('scrolls what cannot be read any smaller', () => {
    const layout = layOut({ ...box, rows: { threads: 200, locks: 1, variables: 1 } });
    expect(layout.scrolls).toBe(true);
    expect(layout.pitch).toBeGreaterThanOrEqual(14);
    expect(scrollTo(layout, [2], 0)).toBeNull();
    const to = scrollTo(layout, [150], 0) ?? 0;
    expect(laneTop(layout, 150, to)).toBeGreaterThan(layout.top);
    expect(laneTop(layout, 150, to) + layout.pitch).toBeLessThan(layout.bottom);
  });

  it('puts equal ranks at equal places, whatever the rows', () => {
    const other = layOut({ ...box, rows: { threads: 40, locks: 7, variables: 3 } });
    expect(middleOf(layOut(box), 13)).toBe(middleOf(other, 13));
  });

  it('gives every event the same width', () => {
    const layout = layOut(box);
    expect(xOf(layout, 20)).toBeCloseTo(layout.right);
    expect(middleOf(layout, 8) - middleOf(layout, 7)).toBeCloseTo(layout.cell);
    expect(edgeAt(layout, xOf(layout, 7.25))).toBeCloseTo(7.25);
  });

  it.each([
    [0, 20],
    [381.4, 40],
    [0, 60_000],
  ])('ticks whole ranks from %d on, %d wide', (from, span) => {
    const { ticks, left, right } = layOut({ ...box, range: { from, span } });
    expect(ticks.length).toBeGreaterThanOrEqual(2);
    expect(ticks.length).toBeLessThan(9);
    for (const { rank, x } of ticks) {
      expect(Number.isInteger(rank)).toBe(true);
      expect(x).toBeGreaterThanOrEqual(left);
      expect(x).toBeLessThanOrEqual(right);
    }
  });

  it.each([340, 390, 555, 1_400])('leaves most of a width of %d to the axis', (width) => {
    const layout = layOut({ ...box, width });
    expect((layout.right - layout.left) / width).toBeGreaterThan(0.6);
  });

  it('holds together without size or rows', () => {
    const layout = layOut({
      width: 0,
      height: 0,
      rows: { threads: 0, locks: 0, variables: 0 },
      range: box.range,
    });
    expect(Number.isFinite(xOf(layout, 3))).toBe(true);
    expect(layout.strips).toEqual([]);
  });
});
