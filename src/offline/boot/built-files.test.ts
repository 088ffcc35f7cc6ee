import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { listBuilt } from './built-files.ts';

test('files whose name has no hash of their content get one, and packages stand apart', () => {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-built-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const named = ['assets/index-Bw60_oCV.js', 'python/python-wasm-cc36e3cab04f.bin', 'runner-9fccd103.html'];
  for (const path of [...named, 'index.html', 'sw.js', 'python/package-tea-e49e87850ef4.bin'])
    write(path, path);
  const before = listBuilt(folder, 'sw.js');
  expect(before.packages).toEqual(['python/package-tea-e49e87850ef4.bin']);
  expect(before.page.map(({ url }) => url)).toEqual([...named, 'index.html'].toSorted());
  const [unnamed, ...others] = before.page.filter(({ revision }) => revision !== null);
  expect([unnamed?.url, unnamed?.size, others]).toEqual(['index.html', 10, []]);
  write('index.html', 'another');
  const after = listBuilt(folder, 'sw.js').page.find(({ url }) => url === 'index.html');
  expect(after?.revision).not.toBe(unnamed?.revision);
  rmSync(folder, { recursive: true });
});
