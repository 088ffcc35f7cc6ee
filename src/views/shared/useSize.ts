/** The size of an element as state: what is drawn in it is drawn again when it changes. */
import { useLayoutEffect, useState, type RefObject } from 'react';
import { NO_SIZE, watchSize, type Size } from './elementSize.ts';

export function useSize(of: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState(NO_SIZE);
  useLayoutEffect(() => (of.current === null ? undefined : watchSize(of.current, setSize)), [of]);
  return size;
}
