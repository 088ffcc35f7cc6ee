/** Parts of the image are had whether they come before they are asked for or after, and once. */
import { expect, test } from 'vitest';
import { Parts } from './parts.ts';

test('a part is waited for', async () => {
  const parts = new Parts();
  const early = parts.take('library');
  const content = new ArrayBuffer(3);
  parts.put({ kind: 'part', name: 'glue', content: new ArrayBuffer(1) });
  parts.put({ kind: 'part', name: 'library', content });
  expect(await early).toBe(content);
});

test('a part that is here is given at once, and not kept', async () => {
  const parts = new Parts();
  const content = new ArrayBuffer(3);
  parts.put({ kind: 'part', name: 'memory', content });
  expect(await parts.take('memory')).toBe(content);
  const again = new ArrayBuffer(4);
  parts.put({ kind: 'part', name: 'memory', content: again });
  expect(await parts.take('memory')).toBe(again);
});
