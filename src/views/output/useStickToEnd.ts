/** Keeps a scrolling element at its end while its content grows, until the person scrolls up. */
import { useEffect, type RefObject } from 'react';

/** This near to its end it counts as being there. CSS pixels. */
const NEAR = 24;

/** `content` is all that `log` scrolls. Back at the end, it sticks again. */
export function useStickToEnd(
  log: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    if (log.current === null || content.current === null) return undefined;
    return stickToEnd(log.current, content.current);
  }, [log, content]);
}

/** Returns how to stop. */
function stickToEnd(log: HTMLElement, content: HTMLElement): () => void {
  let sticks = true;
  let top = 0;
  const scrolled = () => {
    const away = log.scrollHeight - log.clientHeight - log.scrollTop;
    // Growing content also moves the end away. Only a person moves upwards.
    if (away < NEAR) sticks = true;
    else if (log.scrollTop < top) sticks = false;
    top = log.scrollTop;
  };
  const observer = new ResizeObserver(() => {
    if (sticks) log.scrollTop = log.scrollHeight;
  });
  observer.observe(content);
  log.addEventListener('scroll', scrolled, { passive: true });
  return () => {
    observer.disconnect();
    log.removeEventListener('scroll', scrolled);
  };
}
