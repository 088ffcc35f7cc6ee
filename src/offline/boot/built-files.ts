/** Lists what the build has written, as the service worker is told of it. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { BuiltFiles, PageFile } from '../files.ts';

/** Names with a hash of the content, as Vite writes them and we do. */
const HASHED = /^assets\/.+-[\w-]{8}\.\w+$|[.-][0-9a-f]{8,}\.\w+$/;
/** Archives of packages, and the memory in which one is imported; `src/runtime/boot/prepare.mjs` names them. */
const PACKAGE = /^python\/package-/;

/** All files below `folder` but the service worker itself, `ours`. */
export function listBuilt(folder: string, ours: string): BuiltFiles {
  const urls = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((url) => url !== ours)
    .toSorted();
  return {
    page: urls.filter((url) => !PACKAGE.test(url)).map((url) => pageFile(folder, url)),
    packages: urls.filter((url) => PACKAGE.test(url)),
  };
}

function pageFile(folder: string, url: string): PageFile {
  const content = readFileSync(join(folder, url));
  const revision = createHash('sha256').update(content).digest('hex').slice(0, 16);
  return { url, revision: HASHED.test(url) ? null : revision, size: content.length };
}
