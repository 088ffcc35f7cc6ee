/** The stripes of a box that a style sheet draws by gradients. */
import { describe, expect, it } from 'vitest';
import { stripesOf } from './pictureStripes.ts';

const box = { width: 10, height: 10 };
const isClear = (colour: string) => colour.endsWith(', 0)');
const CLEAR = 'rgba(0, 0, 0, 0)';
const stroke = (degrees: number) =>
  `linear-gradient(${degrees}deg, ${CLEAR} 42%, rgb(9, 8, 7) 42%, rgb(9, 8, 7) 58%, ${CLEAR} 58%)`;

describe('stripes', () => {
  it('are none without a gradient', () => {
    expect(stripesOf('none', box, isClear)).toEqual([]);
    expect(stripesOf(`linear-gradient(45deg, ${CLEAR}, ${CLEAR})`, box, isClear)).toEqual([]);
  });

  it('are one stroke from corner to corner, across the gradient', () => {
    const [line, ...more] = stripesOf(stroke(45), box, isClear);
    expect(more).toEqual([]);
    expect(line?.stroke).toBe('rgb(9, 8, 7)');
    // Downwards to the right.
    expect((line?.y2 ?? 0) - (line?.y1 ?? 0)).toBeCloseTo((line?.x2 ?? 0) - (line?.x1 ?? 0));
  });

  it('are a cross of two, and a hatching of many', () => {
    expect(stripesOf(`${stroke(45)}, ${stroke(-45)}`, box, isClear)).toHaveLength(2);
    const hatched = `repeating-linear-gradient(135deg, rgb(1, 2, 3) 0px, rgb(1, 2, 3) 1.5px, ${CLEAR} 1.5px, ${CLEAR} 5px)`;
    expect(stripesOf(hatched, box, isClear).length).toBeGreaterThan(3);
  });
});
