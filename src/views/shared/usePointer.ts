/** The pointer on a picture: where it is, and the moments that it is pressed on and dragged to. */
import { useState, type PointerEvent } from 'react';

export interface PointerAt {
  /** in the picture's box as it shows, in CSS pixels */
  readonly x: number;
  readonly y: number;
  /** how far the box is scrolled */
  readonly scroll: number;
}

interface Pointer {
  /** null while it is elsewhere */
  readonly at: PointerAt | null;
  /** for the element that is the picture's box */
  readonly handlers: {
    onPointerDown(event: PointerEvent<HTMLElement>): void;
    onPointerMove(event: PointerEvent<HTMLElement>): void;
    onPointerLeave(): void;
  };
}

/**
 * `seek` is called with where the pointer is pressed, if `canSeek` says so of the place, and with wherever it goes
 * until it is let go. Null for a picture in which nobody seeks.
 */
export function usePointer(seek: ((x: number) => void) | null, canSeek: (x: number) => boolean): Pointer {
  const [at, setAt] = useState<PointerAt | null>(null);
  return {
    at,
    handlers: {
      onPointerDown(event) {
        const { x } = pointIn(event);
        if (seek === null || event.button !== 0 || !canSeek(x)) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        seek(x);
      },
      onPointerMove(event) {
        const point = pointIn(event);
        setAt(point);
        if (event.currentTarget.hasPointerCapture(event.pointerId)) seek?.(point.x);
      },
      onPointerLeave: () => setAt(null),
    },
  };
}

function pointIn(event: PointerEvent<HTMLElement>): PointerAt {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top, scroll: event.currentTarget.scrollTop };
}
