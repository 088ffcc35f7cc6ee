/** Brings what has just appeared, or is current now, into view, as little as is needed. */
import { useEffect, useRef, type RefObject } from 'react';

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
    const link = row.current?.querySelector('[aria-current]');
    if (current === null || row.current === null || !link) return;
    const within = row.current.getBoundingClientRect();
    const { left, right } = link.getBoundingClientRect();
    // Not `scrollIntoView`: that would scroll the page as well.
    row.current.scrollLeft += Math.max(0, right - within.right) - Math.max(0, within.left - left);
  }, [current]);
  return row;
}
