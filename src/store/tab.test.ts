import { describe, expect, it } from 'vitest';
import { storageOf } from '../base/storageInMemory.ts';
import { nameOfTab, newTabName } from './tab.ts';

describe('the name of a tab', () => {
  it('outlives a reload, and a return from the history', () => {
    const session = storageOf();
    const page = new EventTarget();
    const name = nameOfTab(page, session);
    page.dispatchEvent(new Event('pagehide'));
    page.dispatchEvent(new Event('pageshow'));
    page.dispatchEvent(new Event('pagehide'));
    expect(nameOfTab(new EventTarget(), session)).toBe(name);
  });

  it('is another one for a duplicate, which has a copy of the session', () => {
    const session = storageOf();
    const name = nameOfTab(new EventTarget(), session);
    expect(nameOfTab(new EventTarget(), storageOf(Object.fromEntries(session.entries)))).not.toBe(name);
  });

  it('is there without a session', () => {
    expect(nameOfTab(new EventTarget(), null)).toMatch(/^[0-9a-f]{12}$/);
    expect(newTabName()).not.toBe(newTabName());
  });
});
