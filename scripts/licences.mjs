// The licences of everything the built page contains, as one text: THIRD_PARTY.md and each package's own file.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is bundled, in the order of THIRD_PARTY.md. Pyodide's package carries no file; its terms stand below. */
const BUNDLED = [
  'react',
  'react-dom',
  'scheduler',
  'zustand',
  'valibot',
  'workbox-core',
  'workbox-precaching',
  'workbox-routing',
  'workbox-strategies',
  'monaco-editor',
  '@monaco-editor/react',
  '@monaco-editor/loader',
  'state-local',
  '@fontsource-variable/inter',
  '@fontsource-variable/jetbrains-mono',
];

const FILES = ['LICENSE', 'LICENSE.md', 'ThirdPartyNotices.txt'];

const PYODIDE = `Pyodide is subject to the terms of the Mozilla Public License, v. 2.0.
You can obtain one at https://mozilla.org/MPL/2.0/. Its source is at https://github.com/pyodide/pyodide.
Of pyodide.asm.mjs parts are left out, by src/runtime/boot/slim-glue.mjs in Faultline's source.

CPython and its standard library, inside Pyodide:
Copyright (c) 2001 Python Software Foundation; All Rights Reserved.
They are subject to the Python Software Foundation License Version 2, https://docs.python.org/3/license.html.`;

/**
 * The whole text. Throws when a bundled package has no licence file, so that none is forgotten.
 * @param {string} root
 */
export function licences(root) {
  const own = ['LICENSE', 'THIRD_PARTY.md'].map((name) => readFileSync(join(root, name), 'utf8'));
  const others = BUNDLED.map((name) => section(name, textsOf(join(root, 'node_modules', name), name)));
  const packages = Object.entries(packagesOf(root)).map(([name, { version, notice }]) =>
    section(`${name} ${version}`, notice),
  );
  return [...own, section('pyodide', PYODIDE), ...packages, ...others].join('\n\n');
}

/**
 * The Python packages that the image was prepared with, each with the notice that it came with.
 * @param {string} root
 * @returns {import('../src/runtime/boot/prepare.mjs').Manifest['packages']}
 */
function packagesOf(root) {
  return JSON.parse(readFileSync(join(root, '.faultline', 'python', 'image.json'), 'utf8')).packages;
}

/**
 * @param {string} folder
 * @param {string} name
 */
function textsOf(folder, name) {
  const found = FILES.map((file) => join(folder, file)).filter((path) => existsSync(path));
  if (found.length === 0) throw new Error(`${name} has no licence file to ship`);
  return found.map((path) => readFileSync(path, 'utf8').trim()).join('\n\n');
}

/** @type {(name: string, text: string) => string} */
const section = (name, text) => `${'='.repeat(80)}\n${name}\n${'='.repeat(80)}\n\n${text}\n`;
