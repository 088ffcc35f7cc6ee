// What finding a package needs of the machine: a network, commands, files. Every wait has an end.
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * @typedef {object} Machine
 * @property {string} cache the folder in which fetched files are kept
 * @property {(path: string) => Uint8Array | null} read a file's bytes; null where there is none
 * @property {(path: string, bytes: Uint8Array) => void} write makes the folders above it too
 * @property {(folder: string) => string[]} list the names in a folder; none where there is no such folder
 * @property {(address: string, milliseconds: number) => Promise<Uint8Array>} fetch rejects on anything but success
 * @property {(command: string, args: string[], options: { seconds: number, folder?: string }) =>
 *   Promise<Uint8Array>} run what it printed; rejects when it failed, is not there or took too long
 * @property {<Result>(body: (folder: string) => Promise<Result>) => Promise<Result>} aside gives `body` a folder that
 *   is removed afterwards
 */

/**
 * This machine.
 * @param {string} cache
 * @returns {Machine}
 */
export function thisMachine(cache) {
  return {
    cache,
    read: (path) => (existsSync(path) ? readFileSync(path) : null),
    write(path, bytes) {
      mkdirSync(join(path, '..'), { recursive: true });
      writeFileSync(path, bytes);
    },
    list: (folder) => (existsSync(folder) ? readdirSync(folder).toSorted() : []),
    fetch: fetchBytes,
    run: runCommand,
    async aside(body) {
      const folder = mkdtempSync(join(tmpdir(), 'faultline-'));
      try {
        return await body(folder);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

/**
 * @param {string} address
 * @param {number} milliseconds
 */
async function fetchBytes(address, milliseconds) {
  const response = await fetch(address, { signal: AbortSignal.timeout(milliseconds) });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** @type {Machine['run']} */
function runCommand(command, args, { seconds, folder }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: folder,
      timeout: seconds * 1000,
      killSignal: 'SIGKILL',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    /** @type {Buffer[]} */
    const printed = [];
    let stderr = '';
    child.stdout.on('data', (chunk) => printed.push(chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('error', (error) => reject(new Error(`${command}: ${error.message}`)));
    child.on('close', (code, signal) => {
      if (code === 0) resolve(Buffer.concat(printed));
      else if (signal !== null) reject(new Error(`${command} took longer than ${seconds} s`));
      else reject(new Error(`${command}: ${lastLine(stderr)}`));
    });
  });
}

/** @param {string} text */
const lastLine = (text) => text.trim().split('\n').at(-1) || 'it failed without a word';
