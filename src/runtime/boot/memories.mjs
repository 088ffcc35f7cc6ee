// Has the memories made that workers begin with: one with all of ours imported, one with a package as well.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/**
 * @param {import('./prepare.mjs').Manifest} manifest of the files it is made of
 * @param {string} folder where they are
 * @returns {{ memory: Buffer, imported: { name: string, memory: Buffer } | null }} the second one where there is a package
 *   that is to be imported; see `make-memory.mjs` for what is in them
 */
export function makeMemories({ lock, files, packages }, folder) {
  /** @param {{ name: string } | undefined} file */
  const pathOf = (file) => join(folder, file?.name ?? '');
  const { loader, glue, wasm, library, faultline } = files;
  const named = Object.entries({ loader, glue, wasm, library, faultline }).map(([name, file]) => [
    name,
    pathOf(file),
  ]);
  const written = {
    order: join(folder, 'order.json'),
    memory: join(folder, 'memory'),
    imported: join(folder, 'imported'),
  };
  const [name, added] = Object.entries(packages).find(([, { imported }]) => imported.length > 0) ?? [];
  const archives = [name ?? '', ...(added?.needs ?? [])].map((one) => [one, pathOf(packages[one]?.file)]);
  const order = {
    lock: JSON.stringify(lock),
    files: Object.fromEntries(named),
    target: written.memory,
    imported: added
      ? { archives: Object.fromEntries(archives), modules: added.imported, target: written.imported }
      : null,
  };
  try {
    writeFileSync(written.order, JSON.stringify(order));
    execFileSync(process.execPath, [join(here, 'make-memory.mjs'), written.order], { stdio: 'inherit' });
    const imported = name === undefined ? null : { name, memory: readFileSync(written.imported) };
    return { memory: readFileSync(written.memory), imported };
  } finally {
    for (const path of Object.values(written)) rmSync(path, { force: true });
  }
}
