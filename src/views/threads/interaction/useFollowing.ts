/** Following: lanes scroll so that the thread at the playhead shows. */
import { useEffect, useRef, type RefObject } from 'react';
import { scrollTo, type Layout } from '../draw/layout.ts';

/** Brings the thread of the event at the playhead into range when that changes. From afar it would only flicker. */
export function useFollowing(
  strip: RefObject<HTMLDivElement | null>,
  at: { readonly layout: Layout; readonly thread: number } | null,
): void {
  const last = useRef(-1);
  useEffect(() => {
    if (at === null || strip.current === null || at.thread === last.current) return;
    last.current = at.thread;
    const to = at.thread < 0 ? null : scrollTo(at.layout, at.thread, strip.current.scrollTop);
    if (to !== null) strip.current.scrollTo({ top: to });
  });
}
