/** Seeking: a press on a picture, and dragging on from there, asks for the moments under the pointer. */
import type { PointerEvent } from 'react';

export interface SeekHandlers {
  onPointerDown(event: PointerEvent): void;
  onPointerMove(event: PointerEvent): void;
}

export interface PointIn {
  /** in the element's box as it shows, in CSS pixels */
  readonly x: number;
  readonly y: number;
  /** how far the element is scrolled */
  readonly scroll: number;
}

/**
 * For the element that is the picture's box. `seek` is called with where the pointer is pressed, if `canSeek` says so of
 * the place, and with wherever it goes until it is let go. Null for a picture in which nobody seeks.
 */
export function seekHandlers(
  seek: ((x: number) => void) | null,
  canSeek: (x: number) => boolean = () => true,
): SeekHandlers {
  return {
    onPointerDown(event) {
      const { x } = pointIn(event);
      if (seek === null || event.button !== 0 || !canSeek(x)) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      seek(x);
    },
    onPointerMove(event) {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) seek?.(pointIn(event).x);
    },
  };
}

/** Where the pointer is in the element that listens. */
export function pointIn(event: PointerEvent): PointIn {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top, scroll: event.currentTarget.scrollTop };
}
