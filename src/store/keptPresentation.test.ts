import { afterEach, describe, expect, it } from 'vitest';
import { storageOf } from '../base/storageInMemory.ts';
import { keepPresentation } from './keptPresentation.ts';
import { presentationOf } from './presentation.ts';
import { setPresentation } from './presenting.ts';

const shown = presentationOf('threads', 4, 1_000);

afterEach(() => setPresentation(null));

describe('a presentation', () => {
  it('is found again after a reload, once', () => {
    const session = storageOf();
    const page = new EventTarget();
    keepPresentation(page, session);
    setPresentation(shown);
    page.dispatchEvent(new Event('pagehide'));
    expect(keepPresentation(new EventTarget(), session)).toEqual(shown);
    expect(keepPresentation(new EventTarget(), session)).toBeNull();
  });

  it('is not there in a duplicate of the tab, nor after it was left', () => {
    const session = storageOf();
    const page = new EventTarget();
    keepPresentation(page, session);
    setPresentation(shown);
    expect(keepPresentation(new EventTarget(), storageOf(Object.fromEntries(session.entries)))).toBeNull();
    setPresentation(null);
    page.dispatchEvent(new Event('pagehide'));
    expect(keepPresentation(new EventTarget(), session)).toBeNull();
  });

  it('is nothing where a session holds nonsense, or is refused', () => {
    const nonsense = storageOf({ 'faultline/presentation/v1': '{"lesson":7}' });
    expect(keepPresentation(new EventTarget(), nonsense)).toBeNull();
    expect(keepPresentation(new EventTarget(), null)).toBeNull();
  });
});
