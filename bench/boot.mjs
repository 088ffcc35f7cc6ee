// Boot: from an empty page to the first print, with the prepared image and with Pyodide as npm ships it.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { ROOT } from '../scripts/command.mjs';
import { listen } from '../scripts/port.mjs';
import { browserOf, runIn } from './page.mjs';
import { compared, inTurns } from './table.mjs';

const ROUNDS = 5;
/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
};

const PLAIN_PAGE = `<!doctype html><script>
  // Two, because the runtime boots two spares.
  for (let count = 0; count < 2; count += 1) {
    new Worker('worker.js', { type: 'module' }).onmessage = ({ data }) => { window.said = data; };
  }
</script>`;
const PLAIN_WORKER = `
  import { loadPyodide } from './pyodide.mjs';
  const pyodide = await loadPyodide({ stdout: (line) => postMessage(line) });
  pyodide.runPython('print("here")');`;

/** A server for Pyodide as it lies in node_modules, which the browser may keep as it keeps our image. */
function plainServer() {
  return createServer((request, response) => {
    const name = (request.url ?? '/').slice(1);
    response.setHeader('content-type', TYPES[extname(name)] ?? 'application/octet-stream');
    response.setHeader('cache-control', 'max-age=3600');
    if (name === 'index.html') return response.end(PLAIN_PAGE);
    if (name === 'worker.js') return response.end(PLAIN_WORKER);
    try {
      response.end(readFileSync(join(ROOT, 'node_modules', 'pyodide', name)));
    } catch {
      response.writeHead(404).end();
    }
  });
}

/** @param {import('./page.mjs').Given} given */
export async function* boot({ page }) {
  const server = plainServer();
  const port = await listen(server, 0, '127.0.0.1');
  const context = await browserOf(page).newContext();
  const address = page.url();
  /** @param {(fresh: import('playwright').Page) => Promise<void>} visit */
  const timed = async (visit) => {
    const fresh = await context.newPage();
    const began = performance.now();
    await visit(fresh);
    const took = performance.now() - began;
    await fresh.close();
    return took;
  };
  const visits = {
    prepared: () =>
      timed(async (fresh) => {
        await fresh.goto(address);
        const program = { files: { 'main.py': 'print("here")' }, entry: 'main.py' };
        await runIn(fresh, { program, probes: [], pace: 'real' });
      }),
    plain: () =>
      timed(async (fresh) => {
        await fresh.goto(`http://127.0.0.1:${port}/index.html`);
        await fresh.waitForFunction(() => Reflect.get(globalThis, 'said') === 'here');
      }),
  };
  try {
    // The first visit fills the browser's cache for both.
    await inTurns(1, visits);
    const { prepared, plain } = await inTurns(ROUNDS, visits);
    yield compared('page to first print, prepared image; plain Pyodide', prepared, plain);
  } finally {
    await context.close();
    server.closeAllConnections();
    server.close();
  }
}
