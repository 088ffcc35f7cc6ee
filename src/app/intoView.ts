/** Brings what has just appeared into view, as little as is needed. */
import { useEffect, useRef, type RefObject } from 'react';

/** Give the result to the element; it is brought into view each time `shown` turns true. */
export function useIntoView<Shown extends HTMLElement>(shown: boolean): RefObject<Shown | null> {
  const element = useRef<Shown>(null);
  useEffect(() => {
    if (shown) element.current?.scrollIntoView({ block: 'nearest' });
  }, [shown]);
  return element;
}
