/** The build's part of the runtime: serves or ships the Python image, the runner frame and the worker's source. */
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';
import type { ImageManifest } from './image.ts';
import { nativePlugin, nativeSources } from './native-plugin.ts';

const VIRTUAL = 'virtual:faultline-runtime';
const RESOLVED = `\0${VIRTUAL}`;
const IMAGE_FOLDER = 'python/';
const PREPARED = '.faultline/python';
const OUR_PYTHON = 'src/runtime/python/faultline';

/** The frame may run its own inline script, start workers from its own blobs, and ask whether its blobs exist. */
const framePolicy = (script: string): string => {
  const hash = createHash('sha256').update(script).digest('base64');
  return [
    "default-src 'none'",
    `script-src 'sha256-${hash}' 'wasm-unsafe-eval' blob:`,
    'worker-src blob:',
    'connect-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
};

/** `</script` inside a string would end the inline script early. */
const framePage = (script: string): string => holderPage(script.replaceAll('</script', '<\\/script'));

/**
 * The runner frame inside a page that holds it, which runs no script of its own. A service worker answers for the
 * holder, but not for a frame of opaque origin: so that one brings its page along, and has the policy twice, its own and
 * the holder's.
 */
const holderPage = (script: string): string => {
  const head =
    `<!doctype html><meta charset="utf-8"><title>Faultline runner</title>` +
    `<meta http-equiv="Content-Security-Policy" content="${framePolicy(script)}">`;
  // Scripts and nothing else: without `allow-same-origin` the frame has an origin of its own that nobody shares.
  return `${head}<iframe sandbox="allow-scripts" srcdoc="${inAttribute(`${head}<script>${script}</script>`)}"></iframe>`;
};

const inAttribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** Bundles one entry into a classic script and names the files it came from. */
async function bundle(root: string, entry: string): Promise<{ code: string; files: string[] }> {
  const result = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    plugins: [nativePlugin(root)],
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      rolldownOptions: { input: join(root, entry), output: { format: 'iife', codeSplitting: false } },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).filter(
    (part): part is Rolldown.RolldownOutput => 'output' in part,
  );
  const chunk = outputs.flatMap((part) => part.output).find((part) => part.type === 'chunk');
  if (chunk === undefined) throw new Error(`${entry} was not bundled`);
  return {
    code: chunk.code.trim(),
    files: [...chunk.moduleIds.filter((id) => existsSync(id)), ...nativeSources(root)],
  };
}

function readManifest(root: string): ImageManifest {
  const path = join(root, PREPARED, 'image.json');
  if (!existsSync(path))
    throw new Error('The Python image is missing: run `node src/runtime/boot/prepare.mjs`');
  const manifest: ImageManifest = JSON.parse(readFileSync(path, 'utf8'));
  const { pyodide, python, lock, files, parked } = manifest;
  const packages = Object.entries(manifest.packages).map(
    ([name, { version, licence, address, needs, file }]) =>
      [name, { version, licence, address, needs, file }] as const,
  );
  return { pyodide, python, lock, files, packages: Object.fromEntries(packages), parked };
}

/** Adds `virtual:faultline-runtime`, the runner frame's page and the files of the Python image. `worker` begins there. */
export function runtimePlugin(worker = 'src/runtime/worker/main.ts'): Plugin {
  let root = '';
  let serving = false;
  let frame = '';
  return {
    name: 'faultline-runtime',
    configResolved(config) {
      root = config.root;
      serving = config.command === 'serve';
    },
    resolveId: (id) => (id === VIRTUAL ? RESOLVED : null),
    async load(id) {
      if (id !== RESOLVED) return null;
      const [made, script] = await Promise.all([
        bundle(root, worker),
        bundle(root, 'src/runtime/frame/main.ts'),
      ]);
      for (const file of [...made.files, ...script.files]) this.addWatchFile(file);
      if (serving) {
        // Our Python may have been edited since the server began.
        execFileSync(process.execPath, [join(root, 'src/runtime/boot/prepare.mjs')], { stdio: 'inherit' });
      }
      frame = framePage(script.code);
      const hash = createHash('sha256').update(frame).digest('hex').slice(0, 8);
      const frameAddress = serving ? 'runner.html' : `runner-${hash}.html`;
      const manifest = readManifest(root);
      if (!serving) {
        this.emitFile({ type: 'asset', fileName: frameAddress, source: frame });
        const packages = Object.values(manifest.packages).map(({ file }) => file);
        const parked = manifest.parked === null ? [] : [manifest.parked.file];
        for (const { name } of [...Object.values(manifest.files), ...packages, ...parked]) {
          const source = readFileSync(join(root, PREPARED, name));
          this.emitFile({ type: 'asset', fileName: IMAGE_FOLDER + name, source });
        }
      }
      const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
      const exports = { manifest, version, worker: made.code, frameAddress, imageFolder: IMAGE_FOLDER };
      return Object.entries(exports)
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
        .join('\n');
    },
    handleHotUpdate({ file, server }) {
      // Vite's names of files have slashes on every system.
      const ourPython = `${root.replaceAll('\\', '/')}/${OUR_PYTHON}/`;
      const made = server.moduleGraph.getModuleById(RESOLVED);
      if (made !== undefined && file.startsWith(ourPython) && file.endsWith('.py')) return [made];
      return undefined;
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? '').split('?')[0]?.replace(server.config.base, '') ?? '';
        if (path === 'runner.html') {
          response.setHeader('content-type', 'text/html');
          response.end(frame);
        } else if (path.startsWith(IMAGE_FOLDER) && !path.includes('..')) {
          response.setHeader('content-type', 'application/octet-stream');
          response.end(readFileSync(join(root, PREPARED, path.slice(IMAGE_FOLDER.length))));
        } else next();
      });
    },
  };
}
