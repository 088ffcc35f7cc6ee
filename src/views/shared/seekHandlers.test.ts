import { describe, expect, it } from 'vitest';
import { pointIn, seekHandlers, type Press } from './seekHandlers.ts';

/** An element at 100, 50 on the page, scrolled by 30, and the pointers that it has captured. */
function element() {
  const captured = new Set<number>();
  return {
    scrollTop: 30,
    getBoundingClientRect: () => ({ left: 100, top: 50 }),
    setPointerCapture: (pointer: number) => void captured.add(pointer),
    hasPointerCapture: (pointer: number) => captured.has(pointer),
  };
}

const pressAt = (currentTarget: Press['currentTarget'], clientX: number, button = 0): Press => ({
  button,
  pointerId: 7,
  clientX,
  clientY: 80,
  currentTarget,
});

describe('seeking', () => {
  it('asks where the pointer is pressed, and on from there until it is let go', () => {
    const asked: number[] = [];
    const { onPointerDown, onPointerMove } = seekHandlers((x) => asked.push(x));
    const box = element();
    onPointerMove(pressAt(box, 150));
    onPointerDown(pressAt(box, 200));
    onPointerMove(pressAt(box, 260));
    onPointerMove(pressAt(box, 90));
    expect(asked).toEqual([100, 160, -10]);
  });

  it('begins only with the first button, and where it may', () => {
    const asked: number[] = [];
    const { onPointerDown, onPointerMove } = seekHandlers(
      (x) => asked.push(x),
      (x) => x > 50,
    );
    const box = element();
    onPointerDown(pressAt(box, 200, 2));
    onPointerDown(pressAt(box, 120));
    onPointerMove(pressAt(box, 200));
    expect(asked).toEqual([]);
    onPointerDown(pressAt(box, 160));
    expect(asked).toEqual([60]);
  });

  it('captures nothing where nobody seeks', () => {
    const box = element();
    seekHandlers(null).onPointerDown(pressAt(box, 200));
    expect(box.hasPointerCapture(7)).toBe(false);
  });

  it('knows where the pointer is in the element', () => {
    expect(pointIn(pressAt(element(), 150))).toEqual({ x: 50, y: 30, scroll: 30 });
  });
});
