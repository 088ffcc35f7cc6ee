// Makes ready what the bench compares with: packages that only the bench has, and a page of react-py, which needs a bundler.
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError, ROOT, run } from '../../scripts/command.mjs';

const BENCH = join(ROOT, 'bench');
/** Installed among what is made, so that nothing in the source's folders is of others. */
const HOME = join(ROOT, '.faultline', 'peers');
/** Where peers come from. */
export const PACKAGES = join(HOME, 'node_modules');
/** The built page of react-py. */
export const REACT_PY = join(HOME, 'react-py');

const CDN = 'https://cdn.jsdelivr.net/pyodide/v0.26.2/full/';

/** Installs and builds what is absent. */
export async function makePeersReady() {
  await installPeers();
  await buildReactPy();
}

async function installPeers() {
  const record = join(PACKAGES, '.package-lock.json');
  if (existsSync(record) && versionsIn(join(BENCH, 'package-lock.json')) === versionsIn(record)) return;
  mkdirSync(HOME, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(BENCH, name), join(HOME, name));
  console.error('Installing what the bench compares with (npm ci in .faultline/peers) ...');
  const { code } = await run('npm', ['ci', '--prefix', HOME, '--no-audit', '--no-fund'], {
    quiet: true,
    shell: process.platform === 'win32',
  });
  if (code !== 0)
    throw new PlainError('What the bench compares with could not be installed. Is there a network?');
}

/**
 * What a lock file says of versions.
 * @param {string} path
 */
function versionsIn(path) {
  /** @type {{ packages: Record<string, { version?: string }> }} */
  const { packages } = JSON.parse(readFileSync(path, 'utf8'));
  const named = Object.entries(packages).filter(([name]) => name !== '');
  return JSON.stringify(named.map(([name, { version }]) => [name, version]));
}

/**
 * The worker of react-py fetches Pyodide from a CDN, and a package from there that npm does not have. Here Pyodide comes from
 * the same server as for everybody, and the package is left out, which is in react-py's favour.
 */
async function buildReactPy() {
  copyFileSync(join(BENCH, 'peers', 'react-py.html'), join(HOME, 'react-py.html'));
  const { build } = await import('vite');
  /** @type {import('vite').Plugin} */
  const local = {
    name: 'bench-local-pyodide',
    transform(code, id) {
      if (!id.includes('python-worker')) return null;
      return code
        .replace(CDN, '/pyodide-of-react-py/')
        .replace("self.pyodide.loadPackage(['pyodide-http'])", 'null')
        .replace('import pyodide_http\\n', '')
        .replace('pyodide_http.patch_all()\\n', '');
    },
  };
  await build({
    configFile: false,
    root: HOME,
    base: '/react-py/',
    logLevel: 'error',
    plugins: [local],
    worker: { format: 'iife', plugins: () => [local] },
    build: {
      outDir: REACT_PY,
      emptyOutDir: true,
      rolldownOptions: { input: join(HOME, 'react-py.html') },
    },
  });
}
