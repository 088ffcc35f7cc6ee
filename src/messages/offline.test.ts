import { expect, test } from 'vitest';
import { offline } from './offline.ts';

test('sizes and causes stand in the sentences', () => {
  expect(offline.everything(2_692_057)).toBe('Make everything available offline (2.7\u00a0MB)');
  expect(offline.copying(0, 0)).toContain('Not available offline yet');
  expect(offline.copying(3_600_000, 13_500_000)).toContain('3.6\u00a0MB of 13.5\u00a0MB');
  expect(offline.notCopied('full')).toContain('no room');
  expect(offline.failedPackages(['tea', 'cup'])).toContain('need tea and cup');
});
