// Makes a fresh clone ready, and does only what is still to do: packages, the Python image, the built page.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError, ROOT, run, runTool } from './command.mjs';
import { fingerprint } from './fingerprint.mjs';

/** What all that Vite builds is built from. */
export const BUILT_FROM = [
  'src',
  'scripts/plain-text.mjs',
  'vite.config.ts',
  'tsconfig.json',
  'package-lock.json',
];
export const IMAGE = [join('.faultline', 'python')];

/** All three steps, in order. */
export async function setUp() {
  await prepareForDeveloping();
  await buildPage();
}

/** What `npm run dev` needs: everything but the built page. */
export async function prepareForDeveloping() {
  await installPackages();
  await preparePython();
}

/** Runs `npm ci` where packages are absent or others than the lock file names. */
export async function installPackages() {
  if (packagesAreInstalled()) return;
  console.log('Installing packages (npm ci) ...');
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  // Under `npm start` npm says where it is; asked directly, Windows finds `npm` only through its shell.
  const npm = process.env['npm_execpath'];
  const { code } = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...args])
    : await run('npm', args, { shell: process.platform === 'win32' });
  if (code !== 0) {
    throw new PlainError('The packages could not be installed. npm says why above; is there a network?');
  }
}

/**
 * What npm says of packages, by their folders.
 * @typedef {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>} Locked
 */

/** Compares package-lock.json with npm's own record of what it put into node_modules. */
function packagesAreInstalled() {
  const recordPath = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(recordPath)) return false;
  const wanted = lockedIn(join(ROOT, 'package-lock.json'));
  const installed = lockedIn(recordPath);
  /** @param {string} path */
  const same = (path) => wanted[path]?.version === installed[path]?.version;
  /** @param {string} path */
  const mayBeAbsent = (path) => path === '' || wanted[path]?.optional || wanted[path]?.devOptional;
  return (
    Object.keys(installed).every(same) &&
    Object.keys(wanted).every((path) => (path in installed ? same(path) : mayBeAbsent(path)))
  );
}

/**
 * @param {string} path
 * @returns {Locked}
 */
function lockedIn(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}

async function preparePython() {
  const { code } = await run(process.execPath, [join('src', 'runtime', 'boot', 'prepare.mjs')]);
  if (code !== 0) throw new PlainError('The Python image could not be prepared. The reason is above.');
}

/** Builds the page into dist/ unless what it is built from has not changed since. */
export function buildPage() {
  return buildIfChanged({
    what: 'the page',
    contents: ['lessons', 'public', 'index.html', ...BUILT_FROM],
    stamp: join(ROOT, '.faultline', 'build.stamp'),
    page: join(ROOT, 'dist', 'index.html'),
    args: [],
  });
}

/** The folder of the page that the contract tests drive. */
export const HARNESS = join(ROOT, '.faultline', 'harness');

/** The same for the page that the contract tests drive. */
export function buildHarness() {
  return buildIfChanged({
    what: 'the page of the contract tests',
    contents: ['lessons', 'harness.html', ...BUILT_FROM],
    stamp: join(ROOT, '.faultline', 'harness.stamp'),
    page: join(HARNESS, 'harness.html'),
    args: ['--mode', 'harness'],
  });
}

/**
 * Builds unless what it is built from, these files and the Python image, has not changed since.
 * @param {{ contents: readonly string[], stamp: string, page: string, what: string, args: readonly string[] }} wanted
 *   `stamp` is the file that keeps what it was built from, `page` a file that is built, and `args` further ones for Vite
 */
export async function buildIfChanged({ contents, stamp, page, what, args }) {
  const print = fingerprint({ contents, names: IMAGE });
  const last = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  if (last === print && existsSync(page)) return;
  console.log(`Building ${what} ...`);
  rmSync(stamp, { force: true });
  await build(args);
  mkdirSync(join(ROOT, '.faultline'), { recursive: true });
  writeFileSync(stamp, print);
}

/** @param {readonly string[]} args what Vite is called with besides */
export async function build(args) {
  // Whoever calls may be set up for developing: with that Vite would build a page that is larger and slower.
  const env = { NODE_ENV: 'production' };
  const { code } = await runTool('vite', 'vite', ['build', '--logLevel', 'error', ...args], { env });
  if (code !== 0) throw new PlainError('The page could not be built. The reason is above.');
}
