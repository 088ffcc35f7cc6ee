/** Scale: how many events a range holds. One for the page, because both sides keep one scale. */
import { useSyncExternalStore } from 'react';

let span: number | null = null;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The span that both sides show, in events; null for the whole axis. */
export function useSpan(): number | null {
  return useSyncExternalStore(subscribe, () => span);
}

/** Shows both sides at this span from now on. */
export function setSpan(next: number | null): void {
  if (next === span) return;
  span = next;
  for (const listener of listeners) listener();
}
