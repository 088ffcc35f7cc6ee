/**
 * How far each entry of the browser's history was scrolled. The browser restores that by itself only where the page is
 * as long as it was, and here the screen of another address is drawn first.
 */

/** By the number that the state of the entry holds. */
const scrolled = new Map<number, number>();
let last = 0;

/** Begins to keep it. */
export function keepScrolled(): void {
  history.scrollRestoration = 'manual';
  numberEntry();
  addEventListener('hashchange', numberEntry);
  addEventListener('scroll', () => void scrolled.set(numberEntry(), scrollY), { passive: true });
}

/** Where the entry was left that is shown now; 0 for a new one. */
export function scrolledBefore(): number {
  return scrolled.get(numberEntry()) ?? 0;
}

/** The number of the present entry, which a new one is given. */
export function numberEntry(): number {
  const state: unknown = history.state;
  if (typeof state === 'number') return state;
  last += 1;
  history.replaceState(last, '');
  return last;
}
