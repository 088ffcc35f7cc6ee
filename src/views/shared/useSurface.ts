/** Surface: the elements of a canvas picture, and what draws on them for as long as they are on the page. */
import { useEffect, useRef, type RefObject } from 'react';
import type { Surface } from './screen.ts';

export interface SurfaceRefs {
  readonly strip: RefObject<HTMLDivElement | null>;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly probe: RefObject<HTMLSpanElement | null>;
}

export function useSurfaceRefs(): SurfaceRefs {
  const strip = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const probe = useRef<HTMLSpanElement>(null);
  return { strip, canvas, probe };
}

/** Makes what draws once the canvas is on the page. `make` is the same function at every render. */
export function useOnSurface<Made extends { dispose(): void }>(
  { strip, canvas, probe }: SurfaceRefs,
  make: (surface: Surface) => Made,
): RefObject<Made | null> {
  const made = useRef<Made>(null);
  useEffect(() => {
    if (strip.current === null || canvas.current === null || probe.current === null) return undefined;
    const drawing = make({ strip: strip.current, canvas: canvas.current, probe: probe.current });
    made.current = drawing;
    return () => drawing.dispose();
  }, [strip, canvas, probe, make]);
  return made;
}
