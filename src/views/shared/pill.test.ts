import { describe, expect, it } from 'vitest';
import { hasRoom, pillAt } from './pill.ts';

const FIGURE = { left: 0, right: 555 };

describe('the pill of the playhead', () => {
  it('stands around its middle, and stays within the figure', () => {
    expect(pillAt(200, '4.2 s', 28, 555)).toEqual({ text: '4.2 s', left: 180, width: 40 });
    expect(pillAt(5, '0 s', 28, 555).left).toBe(2);
    expect(pillAt(554, '10 s', 28, 555).left).toBe(513);
  });

  it('hides the labels that it would touch, and no others', () => {
    const pill = pillAt(200, '4.2 s', 28, 555);
    expect([160, 170, 200, 235, 240].map((x) => hasRoom(x, 24, pill, FIGURE))).toEqual([
      true,
      false,
      false,
      true,
      true,
    ]);
    expect(hasRoom(200, 24, null, FIGURE)).toBe(true);
  });

  it('leaves out a label that what stands before the axis would touch', () => {
    expect([105, 115].map((x) => hasRoom(x, 24, null, { left: 96, right: 555 }))).toEqual([false, true]);
  });

  it('leaves out a label that the edge of the figure would cut', () => {
    expect([530, 545].map((x) => hasRoom(x, 24, null, FIGURE))).toEqual([true, false]);
  });
});
