/** Which tab of the browser this is. A reload keeps its name; a duplicate of the tab, or another visit, has its own. */
import { browserSession } from '../base/storage.ts';

const KEY = 'faultline/tab';

type Page = Pick<EventTarget, 'addEventListener'>;
type Session = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Gives the tab its name: letters and digits. The name lies in the session only while the page is away, since a browser
 * copies the session to a duplicate of the tab.
 */
export function nameOfTab(page: Page, session: Session | null = browserSession()): string {
  const name = taken(session) ?? newTabName();
  page.addEventListener('pagehide', () => attempt(() => session?.setItem(KEY, name)));
  page.addEventListener('pageshow', () => attempt(() => session?.removeItem(KEY)));
  return name;
}

/** A name that no tab has. */
export function newTabName(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

function taken(session: Session | null): string | null {
  let name: string | null = null;
  attempt(() => {
    name = session?.getItem(KEY) ?? null;
    session?.removeItem(KEY);
  });
  return name;
}

function attempt(body: () => void): void {
  try {
    body();
  } catch {
    // A session that is refused remembers no name: the tab counts as new after a reload.
  }
}
