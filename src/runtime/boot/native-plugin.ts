/** Compiles the WebAssembly of ours that works inside the interpreter and under it (`native/`), and hands it out as base64. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main, version } from 'assemblyscript/asc';
import type { Plugin } from 'vite';

const VIRTUAL = 'virtual:faultline-native';
const RESOLVED = `\0${VIRTUAL}`;
const FOLDER = 'src/runtime/native';
/** How all of it is compiled: there is nothing to collect in it. */
const FLAGS = ['-O3', '--runtime', 'stub', '--noAssert'];
/** The modules, by the names under which they are handed out: each one's files, and whose memory it works on. */
const MODULES = {
  // Made when the interpreter is there, whose memory it shares.
  inside: {
    entries: ['steps', 'switching', 'lists', 'binding', 'reporting', 'task-steps'],
    memory: '--importMemory',
  },
  // Made before it, which imports it.
  opening: { entries: ['opening'], memory: '--noExportMemory' },
};
const OUTPUT = 'native.wasm';
/** What was compiled before, under a name that says from what: each build needs it, and compiling takes seconds. */
const COMPILED = '.faultline/native';

/** Adds `virtual:faultline-native`. */
export function nativePlugin(root: string): Plugin {
  return {
    name: 'faultline-native',
    resolveId: (id) => (id === VIRTUAL ? RESOLVED : null),
    load: async (id) => {
      if (id !== RESOLVED) return null;
      const made = Object.entries(MODULES).map(
        async ([name, { entries, memory }]) =>
          `export const ${name} = ${JSON.stringify(await atHand(root, entries, [...FLAGS, memory]))};`,
      );
      return (await Promise.all(made)).join('\n');
    },
  };
}

/** The files that it is compiled from. */
export function nativeSources(root: string): string[] {
  return readdirSync(join(root, FOLDER)).map((name) => join(root, FOLDER, name));
}

/** Of these sources, this compiler and these flags: as it was compiled before, or compiled now. */
async function atHand(root: string, entries: readonly string[], flags: readonly string[]): Promise<string> {
  const given = [...entries.map((name) => `${FOLDER}/${name}.ts`), ...flags];
  const hash = createHash('sha256').update(JSON.stringify([version, given]));
  for (const path of nativeSources(root).toSorted()) hash.update(`\0${readFileSync(path, 'utf8')}`);
  const folder = join(root, COMPILED);
  const path = join(folder, `${hash.digest('hex')}.txt`);
  if (existsSync(path)) return readFileSync(path, 'utf8');
  const text = await compiled(root, given);
  mkdirSync(folder, { recursive: true });
  // Another build may be doing the same: what has the name is always whole.
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, path);
  return text;
}

async function compiled(root: string, given: readonly string[]): Promise<string> {
  const written = new Map<string, Uint8Array>();
  let stderr = '';
  const { error } = await main([...given, '--outFile', OUTPUT], {
    readFile: (name) => (existsSync(join(root, name)) ? readFileSync(join(root, name), 'utf8') : null),
    writeFile: (name, contents) => {
      if (typeof contents !== 'string') written.set(name, contents);
    },
    listFiles: () => [],
    stderr: {
      write: (text) => {
        stderr += String(text);
      },
    },
  });
  const bytes = written.get(OUTPUT);
  if (error !== null || bytes === undefined) throw new Error(`${FOLDER} was not compiled.\n${stderr}`);
  return Buffer.from(bytes).toString('base64');
}
