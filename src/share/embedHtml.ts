/** The HTML with which another page shows a lesson in a frame. Pure. */

/** Scripts and workers of the page itself, and the link that opens it in a tab of its own: nothing else is allowed. */
const ALLOWED = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox';
/** High enough for code, picture and verdict. CSS pixels. */
const HEIGHT = 720;

/** @param title names the frame for screen readers */
export function embedHtml({ address, title }: { readonly address: string; readonly title: string }): string {
  return `<iframe src="${escaped(address)}" title="${escaped(title)}" sandbox="${ALLOWED}" loading="lazy" width="100%" height="${HEIGHT}" style="border: 1px solid #8886; border-radius: 8px"></iframe>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
