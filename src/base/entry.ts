/** Entry: how a program begins: with a file of its own, with `import shop.orders`, or with `python -m shop.orders`. */

const BEGUN_BY_NAME = /^(?:import|python -m) ([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)$/;

/** The module that an entry names, or null when it is a file. */
export function moduleOfEntry(entry: string): string | null {
  return BEGUN_BY_NAME.exec(entry)?.[1] ?? null;
}

/** Whether a program of these files can begin so: the file, or the module, is one of them. */
export function canBegin(entry: string, files: Readonly<Record<string, string>>): boolean {
  const module = moduleOfEntry(entry);
  if (module === null) return Object.hasOwn(files, entry);
  const path = module.replaceAll('.', '/');
  return Object.keys(files).some((file) => file === `${path}.py` || file.startsWith(`${path}/`));
}
