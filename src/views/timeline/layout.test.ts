import { describe, expect, it } from 'vitest';
import { laneTop } from '../shared/lanes.ts';
import { momentAt, xOf } from '../shared/timeAxis.ts';
import { layOut } from './layout.ts';

const box = { width: 555, height: 180, lanes: 10, horizon: 10_000_000 };

describe('layOut', () => {
  it('fits ten lanes into the usual height', () => {
    const layout = layOut(box);
    expect(layout.scrolls).toBe(false);
    expect(laneTop(layout, 9, 0) + layout.pitch).toBeLessThanOrEqual(layout.bottom + 0.5);
    expect(layout.bar).toBeLessThan(layout.pitch);
  });

  it('gives few lanes more height, but no balloon to a single one', () => {
    expect(layOut({ ...box, lanes: 4 }).pitch).toBeGreaterThan(layOut(box).pitch);
    expect(layOut({ ...box, lanes: 1 }).pitch).toBe(layOut({ ...box, lanes: 2 }).pitch);
  });

  it('has higher lanes and bars in a high figure', () => {
    const high = layOut({ ...box, height: 820 });
    expect(high.pitch).toBeGreaterThan(40);
    expect(high.bar).toBeGreaterThan(layOut(box).bar);
    expect(high.bar).toBeLessThan(high.pitch);
  });

  it('scrolls what cannot be read any smaller', () => {
    const layout = layOut({ ...box, lanes: 200 });
    expect(layout.scrolls).toBe(true);
    expect(layout.pitch).toBeGreaterThanOrEqual(12);
    expect(layout.content).toBe(200 * layout.pitch);
  });

  it('puts equal times at equal places, whatever the number of lanes', () => {
    const [few, many] = [layOut({ ...box, lanes: 1 }), layOut({ ...box, lanes: 300 })];
    expect([few.left, few.right]).toEqual([many.left, many.right]);
    expect(xOf(few, 4_200_000)).toBe(xOf(many, 4_200_000));
  });

  it.each([320, 390, 535, 1_400])('leaves most of a width of %d to the axis', (width) => {
    const layout = layOut({ ...box, width });
    expect((layout.right - layout.left) / width).toBeGreaterThan(0.6);
  });

  it('holds together without size, lanes or time', () => {
    const layout = layOut({ width: 0, height: 0, lanes: 0, horizon: 0 });
    expect(layout.ticks).toEqual([]);
    expect(Number.isFinite(xOf(layout, 0))).toBe(true);
    expect(momentAt(layout, 10)).toBeGreaterThanOrEqual(0);
  });
});
