/** Keys on a picture that has the focus; with Ctrl, Command or Alt they are the browser's. */
import { useEffect, useRef, type RefObject } from 'react';

/** `pressed` says whether the key was taken; otherwise it does what it always does. */
export function useKeys(on: RefObject<HTMLElement | null>, pressed: (key: string) => boolean): void {
  const latest = useRef(pressed);
  useEffect(() => {
    latest.current = pressed;
  });
  useEffect(() => {
    const element = on.current;
    if (element === null) return undefined;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (latest.current(event.key)) event.preventDefault();
    };
    element.addEventListener('keydown', listen);
    return () => element.removeEventListener('keydown', listen);
  }, [on]);
}
