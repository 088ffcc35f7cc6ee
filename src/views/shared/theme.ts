/** Theme: the colours of the page for pictures that are drawn, and word when they change. */
import type { SideName } from '../../lesson/schema.ts';

/** The CSS colour of a side. */
export function sideColour(side: SideName): string {
  return side === 'broken' ? 'var(--broken)' : 'var(--fixed)';
}

/**
 * Works out CSS colours where `probe` stands. A custom property that holds `light-dark()` is no colour to a canvas, so
 * each colour is worked out by the browser as the `color` of the probe.
 */
export function resolverAt(probe: HTMLElement): (colour: string) => string {
  return (colour) => {
    probe.style.color = colour;
    return getComputedStyle(probe).color;
  };
}

/** Calls back when the colours of the page may have changed; returns how to stop. */
export function watchTheme(changed: () => void): () => void {
  const queries = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)'];
  const lists = queries.map((query) => matchMedia(query));
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true });
  for (const list of lists) list.addEventListener('change', changed);
  document.fonts.addEventListener('loadingdone', changed);
  return () => {
    observer.disconnect();
    for (const list of lists) list.removeEventListener('change', changed);
    document.fonts.removeEventListener('loadingdone', changed);
  };
}
