/** The start of the page. Where its address is a lesson's, Python is on its way before the page is drawn. */
import { readLessonAddress } from '../lesson/address.ts';
import { createRuntime } from '../runtime/host/create.ts';

const runtime = createRuntime();
// A link may be for a frame in another page, where Python waits for a run: it says so when it is read.
const address = readLessonAddress(location.hash);
if (address !== null && address.place.kind !== 'packed') void fetchBehindText();

// No `await`: what draws the page needs parts of this script, and would wait for its end.
void import('./start.tsx').then(({ start }) => start(runtime));

/** Python's bytes come behind those that the page is drawn with; not behind the drawing itself. */
async function fetchBehindText(): Promise<void> {
  await Promise.all([...document.querySelectorAll('link')].filter(drawsThePage).map(arrived));
  runtime.prefetch();
}

function drawsThePage({ rel }: HTMLLinkElement): boolean {
  return rel === 'modulepreload' || rel === 'stylesheet';
}

/** Resolves when the file is here, or cannot be had. */
async function arrived(link: HTMLLinkElement): Promise<void> {
  if (performance.getEntriesByName(link.href).length > 0) return;
  await new Promise((resolve) => {
    link.addEventListener('load', resolve, { once: true });
    link.addEventListener('error', resolve, { once: true });
  });
}
