/** Brings what has just appeared, or is current now, into view, as little as is needed. */
import { useEffect, useRef, type RefObject } from 'react';
import { showCurrentInRow } from './row.ts';

/** Give the result to the element; it is brought into view each time `shown` turns true. */
export function useIntoView<Shown extends HTMLElement>(shown: boolean): RefObject<Shown | null> {
  const element = useRef<Shown>(null);
  useEffect(() => {
    if (shown) element.current?.scrollIntoView({ block: 'nearest' });
  }, [shown]);
  return element;
}

/** Give the result to a row that scrolls sideways; the link of the current page stays within it. */
export function useCurrentInRow<Row extends HTMLElement>(current: string | null): RefObject<Row | null> {
  const row = useRef<Row>(null);
  useEffect(() => {
    // With the next frame, which lays out the page anyway.
    const frame = requestAnimationFrame(() => {
      if (current !== null && row.current !== null) showCurrentInRow(row.current);
    });
    return () => cancelAnimationFrame(frame);
  }, [current]);
  return row;
}
