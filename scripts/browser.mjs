// Finds a Chromium-family browser for the tests and for `npm run try`, and fetches one when there is none.
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { PlainError, run, runTool } from './command.mjs';

const TEN_MINUTES = 10 * 60 * 1000;
/** On a busy machine; a browser that does not start says so at once. */
const TWO_MINUTES = 2 * 60 * 1000;

/** Looked for on the PATH, in this order. */
const NAMES = [
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];

/**
 * @returns {Promise<string>} the path of a browser that starts: `FAULTLINE_BROWSER`, an installed one, Playwright's
 *   own, a fresh download of it, or Debian's package. Throws a PlainError that says what to install.
 */
export async function findBrowser() {
  const chosen = process.env['FAULTLINE_BROWSER'];
  if (chosen) {
    if (await starts(chosen)) return chosen;
    throw new PlainError(
      `FAULTLINE_BROWSER is "${chosen}", but no browser starts there. Correct it or unset it.`,
    );
  }
  return (
    (await firstThatStarts(installedPaths())) ??
    (await firstThatStarts(await playwrightPaths())) ??
    (await downloadWithPlaywright()) ??
    (await installWithApt()) ??
    throwNotFound()
  );
}

/** Flags for a browser that runs tests: nothing in the background, nothing to the network by itself. */
export function launchFlags() {
  const flags = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  // Chromium refuses to run as root with its sandbox; containers often leave no other choice.
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox', ...flags] : flags;
}

/** Where browsers usually are on this system; most of these paths will not exist. */
function installedPaths() {
  return [...usualPaths(), ...NAMES.flatMap(onPath)];
}

function usualPaths() {
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    const homes = ['/Applications', join(process.env['HOME'] ?? '/', 'Applications')];
    return homes.flatMap((home) => apps.map((app) => join(home, `${app}.app`, 'Contents', 'MacOS', app)));
  }
  if (process.platform === 'win32') {
    const homes = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].map(
      (name) => process.env[name] ?? '',
    );
    const places = [
      ['Google', 'Chrome', 'Application', 'chrome.exe'],
      ['Chromium', 'Application', 'chrome.exe'],
      ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
    ];
    return homes.filter(Boolean).flatMap((home) => places.map((place) => join(home, ...place)));
  }
  return [
    '/opt/google/chrome/chrome',
    '/usr/bin/chromium',
    '/usr/lib/chromium/chromium',
    '/snap/bin/chromium',
  ];
}

/** @param {string} name */
function onPath(name) {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  return (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, file));
}

async function playwrightPaths() {
  const { chromium } = await import('playwright');
  return [chromium.executablePath()];
}

async function downloadWithPlaywright() {
  console.log('No browser found. Downloading one with Playwright ...');
  await runTool('playwright', 'playwright', ['install', 'chromium'], { timeout: TEN_MINUTES });
  return firstThatStarts(await playwrightPaths());
}

/** Only where it can work without asking: a Debian-like system, as root. */
async function installWithApt() {
  const debianLike = existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
  if (!debianLike || process.getuid?.() !== 0) return null;
  console.log("Installing Debian's chromium (apt-get) ...");
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env, timeout: TEN_MINUTES });
  await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
    env,
    timeout: TEN_MINUTES,
  });
  return firstThatStarts(installedPaths());
}

/** @returns {never} */
function throwNotFound() {
  throw new PlainError(
    'No browser was found: install Google Chrome, Chromium or Microsoft Edge, or set FAULTLINE_BROWSER to the path of one.',
  );
}

/** @param {readonly string[]} paths */
async function firstThatStarts(paths) {
  for (const path of paths) {
    if (await starts(path)) return path;
  }
  return null;
}

/**
 * True when a browser at this path runs: a file may be a stub, or miss its libraries.
 * @param {string} path
 */
async function starts(path) {
  if (!isAbsolute(path) || !existsSync(path)) return false;
  // On Windows `--version` opens a window, and there the file comes with its libraries.
  if (process.platform === 'win32') return true;
  if (isSnapStub(path)) return false;
  const { code, output } = await run(path, ['--version'], { quiet: true, timeout: TWO_MINUTES });
  return code === 0 && /chrom|edge/i.test(output);
}

/**
 * Ubuntu's `chromium-browser` is a script that only says to install a snap, or installs it.
 * @param {string} path
 */
function isSnapStub(path) {
  const start = Buffer.alloc(4096);
  const file = openSync(path, 'r');
  readSync(file, start, 0, start.length, 0);
  closeSync(file);
  const text = start.toString('latin1');
  return text.startsWith('#!') && text.includes('snap install');
}
