/** Where somebody is in the prerendered text: how far they have read, and which link of it has the focus. */

const TEXT = '.guide-text';
/** What can have the focus in both: a dot is a link before the page is drawn, and a button after. */
const FOCUSED = 'a, button, pre';

/** Has it be so again once something else is drawn in the place of what `root` holds now. */
export function keepPlace(root: Element): void {
  const read = root.querySelector(TEXT)?.scrollTop ?? 0;
  const { activeElement } = document;
  const name = activeElement !== null && root.contains(activeElement) ? activeElement.textContent : null;
  // Called after the drawing, before it is painted.
  new MutationObserver((_changes, observer) => {
    const text = root.querySelector(TEXT);
    if (text === null) return;
    observer.disconnect();
    // Setting it, to 0 as well, has the browser lay out the page at once.
    if (read > 0) text.scrollTop = read;
    if (name === null) return;
    const all = [...root.querySelectorAll<HTMLElement>(FOCUSED)];
    all.find(({ textContent }) => textContent === name)?.focus({ preventScroll: true });
  }).observe(root, { childList: true });
}
