import { describe, expect, it } from 'vitest';
import { hiddenHeight, isTooHigh, laneAt, visibleLanes, laneTop, scrollToMiddle } from './lanes.ts';

const tall = { top: 8, bottom: 156, pitch: 12, content: 200 * 12, scrolls: true };
const low = { ...tall, content: 5 * 12, scrolls: false };

describe('lanes in a strip', () => {
  it('scroll once they are higher than it is, and not for half a pixel', () => {
    expect([148, 148.5, 149].map((content) => isTooHigh(content, tall))).toEqual([false, false, true]);
  });

  it('hide what is higher than the strip', () => {
    expect([tall, low].map(hiddenHeight)).toEqual([200 * 12 - 148, 0]);
  });

  it('are found under a point, scrolled or not', () => {
    expect(laneAt(tall, 200, tall.top + 1, 0)).toBe(0);
    expect(laneAt(tall, 200, tall.top + 1, 50 * tall.pitch)).toBe(50);
    expect(laneAt(tall, 200, tall.bottom + 1, 0)).toBeNull();
    expect(laneAt(low, 5, low.top + 5 * low.pitch, 0)).toBeNull();
    expect(laneAt(tall, 200, laneTop(tall, 57, 600), 600)).toBe(57);
  });

  it('are in sight from the first to one past the last', () => {
    const [first, end] = visibleLanes(tall, 200, 100 * tall.pitch);
    expect(first).toBe(100);
    expect(end - first).toBe(13);
    expect(visibleLanes(low, 5, 0)).toEqual([0, 5]);
  });

  it('come to the middle, as far as the strip scrolls', () => {
    const middle = laneTop(tall, 100, scrollToMiddle(tall, 100)) + tall.pitch / 2;
    expect(middle).toBeCloseTo((tall.top + tall.bottom) / 2, 0);
    expect(scrollToMiddle(tall, 0)).toBe(0);
    expect(scrollToMiddle(tall, 199)).toBe(tall.content - 148);
  });
});
