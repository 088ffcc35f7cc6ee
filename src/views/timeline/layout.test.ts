import { describe, expect, it } from 'vitest';
import { laneAt, lanesInSight, laneTop, layOut, momentAt, ticksFor, xOf } from './layout.ts';

const box = { width: 555, height: 180, lanes: 10, horizon: 10_000_000 };
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

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

describe('ticksFor', () => {
  it.each([
    [10_020_000, 400, ['0 s', '2 s', '4 s', '6 s', '8 s', '10 s']],
    [1_010_000, 400, ['0 s', '0.2 s', '0.4 s', '0.6 s', '0.8 s', '1.0 s']],
    [7_900, 400, ['0 ms', '2 ms', '4 ms', '6 ms']],
    [90, 200, ['0 µs', '50 µs']],
  ])('%d µs over %d px', (horizon, width, labels) => {
    expect(ticksFor(horizon, width).map((tick) => plain(tick.label))).toEqual(labels);
  });

  it.each([1, 17, 999, 50_000, 3_333_333, 86_400_000_000])('keeps apart the labels of %d µs', (horizon) => {
    const ticks = ticksFor(horizon, 400);
    expect(ticks.length).toBeGreaterThanOrEqual(2);
    expect(ticks.length).toBeLessThanOrEqual(9);
    expect(new Set(ticks.map((tick) => tick.label)).size).toBe(ticks.length);
  });
});

describe('between pixels and the run', () => {
  const layout = layOut(box);

  it('finds the moment back from its place', () => {
    for (const moment of [0, 1_234_567, 10_000_000]) {
      expect(Math.abs(momentAt(layout, xOf(layout, moment)) - moment)).toBeLessThanOrEqual(1);
    }
  });

  it('keeps moments within the axis', () => {
    expect(momentAt(layout, -50)).toBe(0);
    expect(momentAt(layout, 5_000)).toBe(10_000_000);
  });

  it('finds the lane under a point, scrolled or not', () => {
    const tall = layOut({ ...box, lanes: 200 });
    expect(laneAt(tall, 200, tall.top + 1, 0)).toBe(0);
    expect(laneAt(tall, 200, tall.top + 1, 50 * tall.pitch)).toBe(50);
    expect(laneAt(tall, 200, tall.bottom + 1, 0)).toBeNull();
    expect(laneAt(layout, 3, layout.top + layout.pitch * 5, 0)).toBeNull();
  });

  it('names the lanes in sight', () => {
    const tall = layOut({ ...box, lanes: 200 });
    const [first, end] = lanesInSight(tall, 200, 100 * tall.pitch);
    expect(first).toBe(100);
    expect(end - first).toBeLessThan(16);
    expect(lanesInSight(layout, 10, 0)).toEqual([0, 10]);
  });
});
