import { expect, test } from 'vitest';
import { cacheNamesOf, isCacheOf, whyNotKept } from './caches.ts';

test('two copies of the page on one host have caches of their own', () => {
  const [here, there] = ['https://a.example/one/', 'https://a.example/two/'];
  for (const name of Object.values(cacheNamesOf(here))) {
    expect(isCacheOf(name, here)).toBe(true);
    expect(isCacheOf(name, there)).toBe(false);
  }
  expect(isCacheOf('somebody else’s', here)).toBe(false);
});

test('errors of the browser say why nothing was kept', () => {
  expect(whyNotKept(new DOMException('no room', 'QuotaExceededError'))).toBe('full');
  expect(whyNotKept(new DOMException('not here', 'SecurityError'))).toBe('refused');
  expect(whyNotKept(new TypeError('Failed to fetch'))).toBe('network');
  expect(whyNotKept('anything else')).toBe('network');
});
