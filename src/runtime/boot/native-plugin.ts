/** Compiles the WebAssembly of ours that works inside the interpreter (`native/`), and hands it out as base64. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from 'assemblyscript/asc';
import type { Plugin } from 'vite';

const VIRTUAL = 'virtual:faultline-native';
const RESOLVED = `\0${VIRTUAL}`;
const FOLDER = 'src/runtime/native';
// What is compiled, and how: it has no memory of its own, and nothing to collect in it.
const FLAGS = [`${FOLDER}/steps.ts`, '-O3', '--runtime', 'stub', '--noAssert', '--importMemory'];
const OUTPUT = 'native.wasm';

/** Adds `virtual:faultline-native`. */
export function nativePlugin(root: string): Plugin {
  return {
    name: 'faultline-native',
    resolveId: (id) => (id === VIRTUAL ? RESOLVED : null),
    load: async (id) => (id === RESOLVED ? `export default ${JSON.stringify(await compiled(root))};` : null),
  };
}

/** The files that it is compiled from. */
export function nativeSources(root: string): string[] {
  return readdirSync(join(root, FOLDER)).map((name) => join(root, FOLDER, name));
}

async function compiled(root: string): Promise<string> {
  const written = new Map<string, Uint8Array>();
  let stderr = '';
  const { error } = await main([...FLAGS, '--outFile', OUTPUT], {
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
