/** A row that scrolls sideways keeps the link of the current page in view. */

/** Scrolls `row`, as little as is needed, until the link that is current stands within it. */
export function showCurrentInRow(row: Element): void {
  const link = row.querySelector('[aria-current]');
  if (!link) return;
  const within = row.getBoundingClientRect();
  const { left, right } = link.getBoundingClientRect();
  // Not `scrollIntoView`: that would scroll the page as well.
  row.scrollLeft += Math.max(0, right - within.right) - Math.max(0, within.left - left);
}
