/** The start of the page. Where its address is a lesson's, its text is shown and Python is on its way before the rest is drawn. */
import { readLessonAddress } from '../lesson/address.ts';
import { createRuntime } from '../runtime/host/create.ts';
import { keepPlace } from './prerender/place.ts';
import { watchPress } from './prerender/press.ts';
import { painted, showPrerendered } from './prerender/show.ts';

const runtime = createRuntime();
const root = document.querySelector('#root');
if (root === null) throw new Error('index.html has no #root');
// No `await` here: what draws the page needs parts of this script, and would wait for its end.
void drawPage(root, [...root.childNodes]);

/** Until the page is drawn, its address has the text of a lesson shown in `place`, or else `waiting`. */
async function drawPage(place: Element, waiting: readonly Node[]): Promise<void> {
  const follow = () => {
    if (!showPrerendered(place)) place.replaceChildren(...waiting);
    scrollTo(0, 0);
  };
  addEventListener('hashchange', follow);
  const press = watchPress();
  const isShown = showPrerendered(place);
  askForDrawing();
  if (isShown) {
    runtime.openDownloader(false);
    await painted();
  }
  void beginWithPython(isShown);
  try {
    const { start } = await import('./start.tsx');
    await press.over();
    keepPlace(place);
    start(runtime, place);
  } catch (error) {
    // A link leads on all the same: with the address the page is asked for anew.
    addEventListener('hashchange', () => location.reload());
    throw error;
  } finally {
    removeEventListener('hashchange', follow);
    press.stop();
  }
}

/**
 * Python's bytes come behind those that the page is drawn with; not behind the drawing itself. Where there is something
 * to read meanwhile, its workers are begun with as well.
 */
async function beginWithPython(isTextShown: boolean): Promise<void> {
  const address = readLessonAddress(location.hash);
  // A link may be for a frame in another page, where Python waits for a run: it says so when it is read.
  if (address === null || address.place.kind === 'packed') return;
  await Promise.all([...document.querySelectorAll('link')].filter(drawsThePage).map(arrived));
  if (isTextShown) runtime.wake();
  else runtime.openDownloader(true);
}

/** What draws the page comes behind what its text needs, and before anybody waits for it. The HTML names the files. */
function askForDrawing(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[data-rel]')) {
    link.rel = link.dataset['rel'] ?? '';
  }
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
