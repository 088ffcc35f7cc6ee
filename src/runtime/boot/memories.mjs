// Has the memories made that workers begin with: one with all of ours imported, one with a package as well.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/**
 * @param {import('./prepare.mjs').Manifest} manifest of the files it is made of
 * @param {string} folder where they are
 * @returns {{ memory: Buffer, parked: { name: string, memory: Buffer } | null }} the second one where there is a package
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
    parked: join(folder, 'parked'),
  };
  // Without what it needs it could not be imported.
  const [name, added] =
    Object.entries(packages).find(
      ([, { parked, needs }]) => parked.length > 0 && needs.every((need) => packages[need] !== undefined),
    ) ?? [];
  const archives = [name, ...(added?.needs ?? [])].flatMap((one) => {
    const file = one === undefined ? undefined : packages[one]?.file;
    return file === undefined ? [] : [[one, pathOf(file)]];
  });
  const order = {
    lock: JSON.stringify(lock),
    files: Object.fromEntries(named),
    target: written.memory,
    parked: added
      ? { archives: Object.fromEntries(archives), modules: added.parked, target: written.parked }
      : null,
  };
  try {
    writeFileSync(written.order, JSON.stringify(order));
    execFileSync(process.execPath, [join(here, 'make-memory.mjs'), written.order], { stdio: 'inherit' });
    const parked = name === undefined ? null : { name, memory: readFileSync(written.parked) };
    return { memory: readFileSync(written.memory), parked };
  } finally {
    for (const path of Object.values(written)) rmSync(path, { force: true });
  }
}
