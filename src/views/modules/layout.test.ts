/** The track of modules: lanes, events and the playhead, in CSS pixels. */
import { describe, expect, it } from 'vitest';
import { laneY, layOut, momentAt, playheadX, xOf } from './layout.ts';

const times = [10, 20, 40];
const layout = layOut({ width: 300, height: 260, lanes: 3, times, events: 3 });

describe('the layout of the track', () => {
  it('has a gutter that is neither too narrow nor too wide', () => {
    expect(
      [100, 250, 900].map((width) => layOut({ width, height: 260, lanes: 1, times: [], events: 0 }).left),
    ).toEqual([62, 105, 118]);
  });

  it('has higher lanes in a high figure, without making balloons of them', () => {
    const box = { width: 300, lanes: 5, times, events: 3 };
    expect([260, 480, 800].map((height) => layOut({ ...box, height }).pitch)).toEqual([26, 43, 52]);
  });

  it('does not stretch a short run, and gives both sides one scale', () => {
    const short = layOut({ width: 300, height: 260, lanes: 1, times: [1], events: 1 });
    expect(short.step).toBe((short.right - short.left) / 12);
    expect(layOut({ width: 300, height: 260, lanes: 9, times: [], events: 24 }).step).toBe(short.step / 2);
  });

  it('is as high as its lanes, and has room for one at least', () => {
    const heights = [0, 1, 3].map(
      (lanes) => layOut({ width: 300, height: 260, lanes, times: [], events: 0 }).height,
    );
    expect(heights).toEqual([40, 40, 92]);
    expect(laneY(layout, 1) - laneY(layout, 0)).toBe(26);
  });

  it('has lanes closer together where there is less room, down to where they must scroll', () => {
    const pitches = [104, 84, 20].map((height) =>
      layOut({ width: 300, height, lanes: 4, times: [], events: 0 }),
    );
    expect(pitches.map(({ pitch }) => pitch)).toEqual([22, 17, 15]);
    expect(pitches.map(({ height }) => height)).toEqual([102, 82, 74]);
  });

  it('holds together without any width', () => {
    const none = layOut({ width: 0, height: 0, lanes: 1, times, events: 3 });
    expect(none.right).toBeGreaterThan(none.left);
  });
});

describe('an event', () => {
  it('stands one step after the one before, however much time lies between', () => {
    expect(times.map((time) => xOf(layout, time))).toEqual([
      layout.left,
      layout.left + layout.step,
      layout.left + 2 * layout.step,
    ]);
  });

  it('that is not there stands with the last one before it', () => {
    expect(xOf(layout, 39)).toBe(xOf(layout, 20));
    expect(xOf(layout, 5)).toBe(layout.left);
  });

  it('is found back from its place, and the nearest one from any', () => {
    expect(times.map((time) => momentAt(layout, xOf(layout, time)))).toEqual(times);
    expect(momentAt(layout, -500)).toBe(10);
    expect(momentAt(layout, 5_000)).toBe(40);
    expect(momentAt({ ...layout, times: [] }, 100)).toBeNull();
  });
});

describe('the playhead', () => {
  it('stands in the middle behind the last event that it has passed', () => {
    expect(playheadX(layout, 5)).toBe(layout.left);
    expect(playheadX(layout, 10)).toBe(layout.left + 0.5 * layout.step);
    expect(playheadX(layout, 39)).toBe(layout.left + 1.5 * layout.step);
    expect(playheadX(layout, 99)).toBe(layout.left + 2.5 * layout.step);
  });
});
