// Runs another program, showing what it prints, and stops this one with a sentence instead of a stack.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeProblem } from './node-version.mjs';

/** The project's folder, ending without a slash. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** What went wrong, in words for the person who typed the command; its stack is never shown. */
export class PlainError extends Error {}

/**
 * Runs `program` to its end in the project's folder and passes its output on as it comes.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, quiet?: boolean, shell?: boolean, timeout?: number }} [options]
 *   `quiet` keeps the output to itself; `timeout` is in milliseconds
 * @returns {Promise<{ code: number, output: string }>} the exit code (1 when it could not start or was killed) and
 *   everything it printed
 */
export function run(program, args, { env = {}, quiet = false, shell = false, timeout = 0 } = {}) {
  // The child writes into a pipe; it would not know that its colours are welcome.
  const colours = process.stdout.isTTY && !quiet ? { FORCE_COLOR: '1' } : {};
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...process.env, ...colours, ...env },
      shell,
      timeout,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    /** @type {(stream: NodeJS.WritableStream) => (chunk: string) => void} */
    const pass = (stream) => (chunk) => {
      output += chunk;
      if (!quiet) stream.write(chunk);
    };
    child.stdout.setEncoding('utf8').on('data', pass(process.stdout));
    child.stderr.setEncoding('utf8').on('data', pass(process.stderr));
    child.on('error', (error) => resolve({ code: 1, output: output + error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Runs a tool out of node_modules, by the name its package gives it.
 * @param {string} packageName for example `typescript`
 * @param {string} toolName for example `tsc`
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runTool(packageName, toolName, args, options) {
  return run(process.execPath, [toolPath(packageName, toolName), ...args], options);
}

/**
 * The script behind a tool of node_modules. Throws a PlainError when the package is not installed.
 * @param {string} packageName
 * @param {string} toolName
 */
export function toolPath(packageName, toolName) {
  const folder = join(ROOT, 'node_modules', packageName);
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) throw new PlainError(`The package ${packageName} is missing. Run: npm ci`);
  /** @type {{ bin?: string | Record<string, string> }} */
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
  const path = typeof bin === 'string' ? bin : bin?.[toolName];
  if (path === undefined) throw new Error(`${packageName} has no tool ${toolName}`);
  return join(folder, path);
}

/**
 * Runs the body of a script. A PlainError ends it with its sentence and exit code 1; any other error keeps its stack,
 * because it is a mistake of ours.
 * @param {() => Promise<void>} body
 */
export async function script(body) {
  try {
    const problem = nodeProblem();
    if (problem !== null) throw new PlainError(problem);
    await body();
  } catch (error) {
    console.error(error instanceof PlainError ? error.message : error);
    process.exitCode = 1;
  }
}
