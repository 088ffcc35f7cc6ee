import { describe, expect, it } from 'vitest';
import { hasRoom, pillAt } from './pill.ts';

describe('the pill of the playhead', () => {
  it('stands around its middle, and stays within the figure', () => {
    expect(pillAt(200, '4.2 s', 28, 555)).toEqual({ text: '4.2 s', left: 180, width: 40 });
    expect(pillAt(5, '0 s', 28, 555).left).toBe(2);
    expect(pillAt(554, '10 s', 28, 555).left).toBe(513);
  });

  it('hides the labels that it would touch, and no others', () => {
    const pill = pillAt(200, '4.2 s', 28, 555);
    expect([160, 170, 200, 235, 240].map((x) => hasRoom(x, 24, pill, 555))).toEqual([
      true,
      false,
      false,
      true,
      true,
    ]);
    expect(hasRoom(200, 24, null, 555)).toBe(true);
  });

  it('leaves out a label that the edge of the figure would cut', () => {
    expect([530, 545].map((x) => hasRoom(x, 24, null, 555))).toEqual([true, false]);
  });
});
