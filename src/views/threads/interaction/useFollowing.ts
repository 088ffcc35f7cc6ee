/** Following: lanes scroll so that the thread at the playhead shows, and those of what is to be looked at. */
import { useEffect, useRef, type RefObject } from 'react';
import { scrollTo, type Layout } from '../draw/layout.ts';

/** Brings the threads into range when they are others than before. From afar it would only flicker. */
export function useFollowing(
  strip: RefObject<HTMLDivElement | null>,
  at: { readonly layout: Layout; readonly threads: readonly number[] } | null,
): void {
  const last = useRef('');
  useEffect(() => {
    const asked = at?.threads.join(' ') ?? '';
    if (at === null || strip.current === null || asked === last.current) return;
    last.current = asked;
    // Asking how far it is scrolled has the page laid out; where all lanes show nobody need know.
    if (at.threads.length === 0 || !at.layout.scrolls) return;
    const to = scrollTo(at.layout, at.threads, strip.current.scrollTop);
    if (to !== null) strip.current.scrollTo({ top: to });
  });
}
