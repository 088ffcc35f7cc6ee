/** Parts of the image are had whether they come before they are asked for or after. */
import { expect, test } from 'vitest';
import { Parts } from './parts.ts';

test('a part is waited for, and everyone who asks gets it', async () => {
  const parts = new Parts();
  const early = parts.of('library');
  const content = new ArrayBuffer(3);
  parts.put({ kind: 'part', name: 'glue', content: new ArrayBuffer(1) });
  parts.put({ kind: 'part', name: 'library', content });
  expect(await early).toBe(content);
  expect(await parts.of('library')).toBe(content);
});
