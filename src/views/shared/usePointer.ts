/** The pointer on a picture: where it is, for the tooltip, and the moments that it asks for. */
import { useState } from 'react';
import { pointIn, seekHandlers, type PointIn, type Press, type SeekHandlers } from './seekHandlers.ts';

interface Pointer {
  /** null while it is elsewhere */
  readonly at: PointIn | null;
  /** for the element that is the picture's box */
  readonly handlers: SeekHandlers & { readonly onPointerLeave: () => void };
}

/** `seek` and `canSeek` as `seekHandlers` takes them. */
export function usePointer(seek: ((x: number) => void) | null, canSeek: (x: number) => boolean): Pointer {
  const [at, setAt] = useState<PointIn | null>(null);
  const handlers = seekHandlers(seek, canSeek);
  return {
    at,
    handlers: {
      ...handlers,
      onPointerMove(press: Press) {
        setAt(pointIn(press));
        handlers.onPointerMove(press);
      },
      onPointerLeave: () => setAt(null),
    },
  };
}
