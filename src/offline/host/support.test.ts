import { expect, test } from 'vitest';
import { whyUnsupported } from './support.ts';

const fine = {
  protocol: 'https:',
  isSecure: true,
  hasWorkers: true,
  hasCaches: true,
  isDevelopment: false,
};

test('the reason why a page cannot be kept is the one that can be mended', () => {
  expect(whyUnsupported(fine)).toBeNull();
  expect(whyUnsupported({ ...fine, protocol: 'file:', isSecure: false, hasWorkers: false })).toBe('file');
  expect(whyUnsupported({ ...fine, protocol: 'http:', isSecure: false, hasWorkers: false })).toBe('insecure');
  expect(whyUnsupported({ ...fine, hasCaches: false })).toBe('browser');
  expect(whyUnsupported({ ...fine, isDevelopment: true })).toBe('development');
});
