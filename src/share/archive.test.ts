/** Archives: what is in them, and that they are the same each time. */
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { archiveOf } from './archive.ts';

it('holds each file in one folder', () => {
  const texts = { 'README.md': '# é\n', 'broken/shop/orders.py': 'print(1)\n' };
  const found = Object.entries(unzipSync(archiveOf('lesson', texts)));
  expect(found.map(([path, bytes]) => [path, strFromU8(bytes)])).toEqual([
    ['lesson/README.md', '# é\n'],
    ['lesson/broken/shop/orders.py', 'print(1)\n'],
  ]);
});

it('is the same for the same files', () => {
  expect(archiveOf('a', { 'main.py': '' })).toEqual(archiveOf('a', { 'main.py': '' }));
});
