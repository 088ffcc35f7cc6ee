import { describe, expect, it } from 'vitest';
import { NO_LEVELS } from '../../trace/noItems.ts';
import { emptyPicture } from '../../trace/picture.ts';
import { traceOf, type ScriptLine } from '../../testing/scriptedTrace.ts';
import { momentAt, xOf } from '../shared/timeAxis.ts';
import { lanesOf, layOut, yOf } from './layout.ts';
import { isBand, linePath } from './linePath.ts';

function pictureWith(bytes: number, objects: number) {
  return traceOf([
    [0, 'track', 'traced bytes'],
    [1, 'track', 'live objects'],
    [2, 'track', 'Screen', 'live objects'],
    [3, 'track', 'Feed', 'live objects'],
    [10, 'gauge', 'traced bytes', bytes],
    [11, 'gauge', 'Screen', objects],
    [12, 'gauge', 'Feed', 1],
    [20, 'gauge', 'traced bytes', 0],
  ]).picture;
}

const box = { width: 500, height: 170, horizon: 1_000 };
const large = pictureWith(5_000_000, 50);
const small = pictureWith(9_000, 1);

describe('the layout of the heap', () => {
  it('gives both sides one scale', () => {
    const one = layOut({ ...box, pictures: [large, small] });
    const other = layOut({ ...box, pictures: [small, large] });
    expect(other).toEqual(one);
    expect(one.bytes.most).toBeGreaterThanOrEqual(5_000_000);
  });

  it('draws no line for a class of single objects beside others', () => {
    expect(layOut({ ...box, pictures: [large, small] }).classes).toEqual(['Screen']);
    expect(layOut({ ...box, pictures: [small] }).classes).toEqual(['Screen']);
  });

  it('keeps the lines within their charts, and the charts apart', () => {
    const layout = layOut({ ...box, pictures: [large] });
    expect(yOf(layout.bytes, 0)).toBe(layout.bytes.bottom);
    expect(yOf(layout.bytes, 5_000_000)).toBeGreaterThanOrEqual(layout.bytes.top);
    expect(layout.objects.top).toBeGreaterThan(layout.bytes.bottom);
    expect(layout.objects.bottom).toBeLessThan(layout.collections);
    for (const tick of [...layout.bytes.ticks, ...layout.objects.ticks]) {
      expect(tick.at).toBeGreaterThanOrEqual(layout.bytes.top);
    }
  });

  it('ends each lane below the labels of its chart, above the next one', () => {
    const layout = layOut({ ...box, pictures: [large] });
    const [bytes = 0, objects = 0, last = 0] = lanesOf(layout);
    expect(bytes).toBeGreaterThan(layout.bytes.bottom);
    expect(bytes).toBeLessThan(layout.objects.top);
    expect(objects).toBeGreaterThan(layout.objects.bottom);
    expect(objects).toBeLessThan(layout.collections);
    expect(last).toBe(layout.height);
  });

  it('leads from a moment to its place and back', () => {
    const layout = layOut({ ...box, pictures: [large] });
    expect(momentAt(layout, xOf(layout, 250))).toBe(250);
    expect(momentAt(layout, -50)).toBe(0);
    expect(momentAt(layout, 9_999)).toBe(1_000);
  });

  it('draws what has happened by the moment, and no more', () => {
    const layout = layOut({ ...box, pictures: [large] });
    const levels = large.laneLabelled('traced bytes')?.levels ?? NO_LEVELS;
    expect(linePath(layout, layout.bytes, levels, 5)).toBe('');
    const until = linePath(layout, layout.bytes, levels, 15);
    expect(until).toMatch(/^M/);
    expect(until.endsWith(`H${xOf(layout, 15).toFixed(1)}`)).toBe(true);
    expect(until).not.toContain(`V${layout.bytes.bottom.toFixed(1)}`);
    expect(linePath(layout, layout.bytes, levels, 25)).toContain(`V${layout.bytes.bottom.toFixed(1)}`);
  });

  it('has little more ticks in a chart that is far higher', () => {
    const [low, high] = [300, 1_200].map((height) => layOut({ ...box, height, pictures: [large] }).bytes);
    expect(low?.ticks.length).toBeGreaterThan(4);
    expect(high?.ticks.length).toBeLessThan(2 * (low?.ticks.length ?? 0));
  });

  it('costs no more than the figure is wide', () => {
    const layout = layOut({ ...box, horizon: 100_000, pictures: [large] });
    const rising = Array.from(
      { length: 100_000 },
      (_, index): ScriptLine => [index + 1, 'gauge', 'traced bytes', index],
    );
    const { picture } = traceOf([[0, 'track', 'traced bytes'], ...rising]);
    const levels = picture.laneLabelled('traced bytes')?.levels ?? NO_LEVELS;
    expect(linePath(layout, layout.bytes, levels, 100_000).length).toBeLessThan(20_000);
  });

  it.each([
    ['goes up and down in every pixel', (index: number) => (index % 7) * 1_000, true],
    ['rises all the time', (index: number) => index, false],
    ['trembles by less than it is thick', (index: number) => 1_000_000 + (index % 7), false],
  ])('knows of a line that %s whether it looks like a band', (_what, levelAt, looksSo) => {
    const changes = Array.from(
      { length: 10_000 },
      (_, index): ScriptLine => [index + 1, 'gauge', 'traced bytes', levelAt(index)],
    );
    const { picture } = traceOf([[0, 'track', 'traced bytes'], ...changes]);
    const layout = layOut({ ...box, horizon: 10_000, pictures: [picture] });
    const levels = picture.laneLabelled('traced bytes')?.levels ?? NO_LEVELS;
    expect(isBand(layout, layout.bytes, levels)).toBe(looksSo);
  });

  it('has a tick above zero whatever there is to count, on the lowest charts too', () => {
    for (const count of [1, 2, 3, 4, 7, 9, 36, 49, 375, 3_600, 20_000]) {
      const layout = layOut({ ...box, height: 120, pictures: [pictureWith(count * 1_000, count)] });
      for (const { ticks } of [layout.bytes, layout.objects])
        expect(ticks.length, `${count}`).toBeGreaterThan(1);
    }
  });

  it('has no ticks but zero before anything has happened', () => {
    const layout = layOut({ ...box, horizon: 0, pictures: [emptyPicture()] });
    expect(layout.ticks).toEqual([]);
    expect(layout.bytes.ticks).toHaveLength(1);
    expect(layout.classes).toEqual([]);
  });
});
