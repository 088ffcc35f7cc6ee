/** Seeking: a press on a picture, and dragging on from there, asks for the moments under the pointer. Pure. */
import { zoomOf } from './zoom.ts';

/** What is read of an event of the pointer, and of the element that listens. */
export interface Press {
  readonly button: number;
  readonly pointerId: number;
  readonly clientX: number;
  readonly clientY: number;
  readonly currentTarget: {
    readonly scrollTop: number;
    getBoundingClientRect(): { readonly left: number; readonly top: number };
    setPointerCapture(pointer: number): void;
    hasPointerCapture(pointer: number): boolean;
  };
}

export interface SeekHandlers {
  readonly onPointerDown: (press: Press) => void;
  readonly onPointerMove: (press: Press) => void;
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
    onPointerDown(press) {
      const { x } = pointIn(press);
      if (seek === null || press.button !== 0 || !canSeek(x)) return;
      press.currentTarget.setPointerCapture(press.pointerId);
      seek(x);
    },
    onPointerMove(press) {
      if (press.currentTarget.hasPointerCapture(press.pointerId)) seek?.(pointIn(press).x);
    },
  };
}

/** Where the pointer is in the element that listens. */
export function pointIn({ clientX, clientY, currentTarget }: Press): PointIn {
  const { left, top } = currentTarget.getBoundingClientRect();
  const zoom = zoomOf(currentTarget);
  return { x: (clientX - left) / zoom, y: (clientY - top) / zoom, scroll: currentTarget.scrollTop };
}
