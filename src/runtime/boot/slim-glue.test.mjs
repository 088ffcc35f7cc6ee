// Tests on the glue of the pinned Pyodide; that Python runs with what is left is what all browser tests show.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { PlainError } from '../../../scripts/command.mjs';
import { slimGlue } from './slim-glue.mjs';

const folder = dirname(createRequire(import.meta.url).resolve('pyodide/package.json'));
/** @param {string} name */
const fromPyodide = (name) => readFileSync(join(folder, name));

const glue = String(fromPyodide('pyodide.asm.mjs'));
const loader = String(fromPyodide('pyodide.mjs'));
const wasm = fromPyodide('pyodide.asm.wasm');

test('less than a third is left, with all that the interpreter imports', () => {
  const slim = slimGlue(glue, loader, wasm);
  expect(slim.length).toBeLessThan(glue.length / 3);
  const [, given] = /wasmImports=\{([^}]+)\}/.exec(slim) ?? [];
  const names = new Set(given?.split(',').map((part) => part.split(':')[0]?.trim()));
  expect(names.size).toBeGreaterThan(200);
  const wanted = WebAssembly.Module.imports(new WebAssembly.Module(wasm)).filter(
    ({ kind, module }) => kind === 'function' && !module.startsWith('GOT.'),
  );
  // Pyodide's loader gives two of its own.
  const missing = wanted.map(({ name }) => name).filter((name) => !names.has(name));
  expect(missing.filter((name) => !loader.includes(name))).toEqual([]);
});

/** @type {[what: string, change: (text: string) => string][]} */
const OTHERS = [
  ['another beginning', (text) => `var first;${text}`],
  ['no imports', (text) => text.replace('var wasmImports=', 'var imports=')],
  ['another place for exports', (text) => text.replaceAll('assignWasmExports', 'assign')],
  ['other names for exports', (text) => text.replaceAll('wasmExports["', 'table["')],
  ['another way to restore', (text) => text.replace('t=t.subarray(r);', '')],
  ['another way to link', (text) => text.replace('updateGOT(origExports);', '')],
];

test.each(OTHERS)('a glue with %s ends the build in words', (_what, change) => {
  expect(() => slimGlue(change(glue), loader, wasm)).toThrow(PlainError);
});
