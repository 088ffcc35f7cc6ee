import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  at,
  covered,
  moved,
  presentationOf,
  PresentationSchema,
  resized,
  revealed,
  spotlitLane,
  spotlitLine,
  spotlitSide,
  unlit,
} from './presentation.ts';
import { restartedTimer, timed, toggledTimer } from './timer.ts';

const start = presentationOf('threads', 3, 1000);

describe('moving', () => {
  it('goes from slide to slide, and stays at the ends', () => {
    expect(moved(start, 1, 10).slide).toBe(4);
    expect(moved(moved(start, 1, 10), -1, 10).slide).toBe(3);
    expect(moved({ ...start, slide: 9 }, 1, 10).slide).toBe(9);
    expect(moved({ ...start, slide: 0 }, -1, 10).slide).toBe(0);
    expect(at(start, 99, 10).slide).toBe(9);
  });

  it('first takes off what covers the screen', () => {
    const blank = covered(start, 'blank');
    expect(moved(blank, 1, 10)).toMatchObject({ slide: 3, cover: 'none' });
    expect(covered(blank, 'blank').cover).toBe('none');
    expect(covered(blank, 'code').cover).toBe('code');
  });

  it('puts the spotlight out, but not where it stays', () => {
    const lit = spotlitSide(start, 'fixed');
    expect(moved(lit, 1, 10).spotlight).toEqual({ on: 'all' });
    expect(moved({ ...lit, slide: 9 }, 1, 10).spotlight).toEqual({ on: 'side', side: 'fixed' });
  });
});

describe('revealing', () => {
  it('is for one slide, and is taken back by the same', () => {
    const once = revealed(start);
    expect(once.revealed).toEqual([3]);
    expect(revealed(once).revealed).toEqual([]);
    expect(revealed(moved(once, 1, 10)).revealed).toEqual([3, 4]);
  });
});

describe('the spotlight', () => {
  const lines = { side: 'broken', first: 10, count: 12 } as const;

  it('begins at the line that the lesson points at, and stays within the file', () => {
    const first = spotlitLine(start, 1, lines);
    expect(first.spotlight).toEqual({ on: 'line', side: 'broken', line: 10 });
    expect(spotlitLine(first, 1, lines).spotlight).toMatchObject({ line: 11 });
    expect(
      spotlitLine({ ...first, spotlight: { on: 'line', side: 'broken', line: 12 } }, 1, lines).spotlight,
    ).toMatchObject({
      line: 12,
    });
    expect(spotlitLine(first, 1, { side: 'fixed', first: 4, count: 9 }).spotlight).toEqual({
      on: 'line',
      side: 'fixed',
      line: 4,
    });
  });

  it('goes from lane to lane, from the first down or from the last up', () => {
    expect(spotlitLane(start, 1).spotlight).toEqual({ on: 'lane', lane: 0 });
    expect(spotlitLane(start, -1).spotlight).toEqual({ on: 'lane', lane: -1 });
    expect(spotlitLane(spotlitLane(start, 1), 1).spotlight).toEqual({ on: 'lane', lane: 1 });
  });

  it('on a side goes out when it is asked for again', () => {
    const lit = spotlitSide(start, 'broken');
    expect(spotlitSide(lit, 'fixed').spotlight).toEqual({ on: 'side', side: 'fixed' });
    expect(spotlitSide(lit, 'broken').spotlight).toEqual({ on: 'all' });
    expect(unlit(lit).spotlight).toEqual({ on: 'all' });
  });
});

describe('sizes', () => {
  it('of code and of all else are apart, and end somewhere', () => {
    const larger = resized(start, 'code', 1);
    expect(larger.size).toEqual({ code: 1.25, prose: 1 });
    const most = [1, 2, 3, 4].reduce((size) => resized(size, 'prose', 1), start);
    expect(most.size).toEqual({ code: 1, prose: 1.5 });
  });
});

describe('the timer', () => {
  it('runs from the start, stands, goes on, and begins anew', () => {
    expect(timed(start.timer, 61_000)).toBe(60_000);
    const still = toggledTimer(start.timer, 61_000);
    expect(timed(still, 99_000)).toBe(60_000);
    const on = toggledTimer(still, 100_000);
    expect(timed(on, 101_000)).toBe(61_000);
    expect(timed(restartedTimer(on, 101_000), 103_000)).toBe(2000);
    expect(restartedTimer(still, 101_000)).toEqual({ since: null, before: 0 });
  });

  it('shows no less than nothing where the clocks of two windows differ', () => {
    expect(timed(start.timer, 900)).toBe(0);
  });
});

describe('as a message', () => {
  it('a presentation is what its schema takes, and nothing else is', () => {
    expect(v.is(PresentationSchema, JSON.parse(JSON.stringify(spotlitLane(start, -1))))).toBe(true);
    for (const wrong of [
      { ...start, slide: -1 },
      { ...start, cover: 'flood' },
      { ...start, spotlight: { on: 'line', side: 'broken', line: 0 } },
      { ...start, size: { code: 40, prose: 1 } },
      { ...start, more: 1 },
    ]) {
      expect(v.is(PresentationSchema, wrong)).toBe(false);
    }
  });
});
