// Pyodide as npm ships it, behind a server of its own: what a page without our image would start in workers.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { ROOT } from '../scripts/command.mjs';
import { listen } from '../scripts/port.mjs';
import { contentTypeOf } from '../scripts/serve.mjs';

/** @param {number} workers */
const pageOf = (workers) => `<!doctype html><link rel="icon" href="data:,"><output></output><script>
  const workers = Array.from({ length: ${workers} }, () => new Worker('worker.js', { type: 'module' }));
  for (const worker of workers) worker.onmessage = ({ data }) => {
    window.said = data;
    document.querySelector('output').append(data);
  };
  window.ask = (text) => new Promise((resolve) => {
    workers[0].onmessage = ({ data }) => resolve(data);
    workers[0].postMessage(text);
  });
</script>`;
const WORKER = `
  import { loadPyodide } from './pyodide.mjs';
  const pyodide = await loadPyodide({ stdout: (line) => postMessage(line) });
  onmessage = ({ data }) => pyodide.runPython(data);
  pyodide.runPython('print("here")');`;

/**
 * Serves a page that starts stock Pyodide in so many workers, and says `here` in `window.said` when one has printed it.
 * From then on `window.ask` runs a program in the first of them, and promises the line that it prints.
 * The browser may keep its files as it keeps our image.
 * @param {number} workers
 */
export async function serveStock(workers) {
  const server = createServer((request, response) => {
    const name = (request.url ?? '/').slice(1);
    response.setHeader('content-type', contentTypeOf(name));
    response.setHeader('cache-control', 'max-age=3600');
    if (name === 'index.html') return response.end(pageOf(workers));
    if (name === 'worker.js') return response.end(WORKER);
    try {
      response.end(readFileSync(join(ROOT, 'node_modules', 'pyodide', name)));
    } catch {
      response.writeHead(404).end();
    }
  });
  const port = await listen(server, 0, '127.0.0.1');
  return {
    address: `http://127.0.0.1:${port}/index.html`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
