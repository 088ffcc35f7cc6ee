/** A presentation while its page is away: a reload finds it again, a duplicate of the tab does not. */
import { browserSession, clearStored, readStored, writeStored } from '../base/storage.ts';
import type { LocalStorage, Slot } from '../base/storage.ts';
import { PresentationSchema, type Presentation } from './presentation.ts';
import { currentPresentation } from './presenting.ts';

const slot: Slot<Presentation> = { name: 'presentation', version: 1, schema: PresentationSchema };

/** Whether a presentation was under way when the page went. */
export function isPresentationKept(session: LocalStorage | null = browserSession()): boolean {
  return readStored(slot, session).kind === 'value';
}

type Page = Pick<EventTarget, 'addEventListener'>;

/** From now on keeps what is presented while the page goes away; returns what was kept before, or null. */
export function keepPresentation(
  page: Page,
  session: LocalStorage | null = browserSession(),
): Presentation | null {
  const there = readStored(slot, session);
  clearStored(slot, session);
  page.addEventListener('pagehide', () => {
    const presentation = currentPresentation();
    if (presentation !== null) writeStored(slot, presentation, session);
  });
  // A page that comes back as it was has not lost anything.
  page.addEventListener('pageshow', () => clearStored(slot, session));
  return there.kind === 'value' ? there.value : null;
}
