// Pages of peers, each of which prints `here` as soon as it can, from a server of the kind that serves the page.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { ROOT } from '../../scripts/command.mjs';
import { listen } from '../../scripts/port.mjs';
import { contentTypeOf } from '../../scripts/serve.mjs';
import { makePeersReady, PACKAGES, REACT_PY } from './install.mjs';

/** What the peers are made of, by the first part of an address. */
const FOLDERS = {
  pyodide: join(ROOT, 'node_modules', 'pyodide'),
  pyscript: join(PACKAGES, '@pyscript', 'core', 'dist'),
  micropython: join(PACKAGES, '@micropython', 'micropython-webassembly-pyscript'),
  'pyodide-of-react-py': join(PACKAGES, 'pyodide-of-react-py'),
  'react-py': REACT_PY,
};

const HEAD = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">';
/** @type {Readonly<Record<string, string>>} */
const PAGES = {
  'on-the-page.html': `${HEAD}<output></output><script type="module">
    import { loadPyodide } from '/pyodide/pyodide.mjs';
    const stdout = (line) => document.querySelector('output').append(line);
    const pyodide = await loadPyodide({ stdout });
    pyodide.runPython('print("here")');
  </script>`,
  // Of the newest Pyodide, as ours is: by itself PyScript would fetch another one from a CDN.
  'pyscript.html': `${HEAD}<script type="module" src="/pyscript/core.js"></script><output id="out"></output>
    <script type="py" config='{"interpreter": "/pyodide/pyodide.mjs"}'>
from pyscript import display
display("here", target="out")
    </script>`,
  'micropython.html': `${HEAD}<output></output><script type="module">
    import { loadMicroPython } from '/micropython/micropython.mjs';
    const stdout = (line) => document.querySelector('output').append(line);
    const micropython = await loadMicroPython({ stdout });
    micropython.runPython('print("here")');
  </script>`,
};

/** Peers by name, with the page of each. */
export const PEERS = {
  'Pyodide on the page': 'on-the-page.html',
  PyScript: 'pyscript.html',
  'react-py (Pyodide 0.26)': 'react-py/react-py.html',
  MicroPython: 'micropython.html',
};

/** Serves the peers; what is absent of them is installed first. */
export async function servePeers() {
  await makePeersReady();
  const server = createServer((request, response) => {
    const [path = ''] = (request.url ?? '/').slice(1).split(/[?#]/);
    response.setHeader('content-type', contentTypeOf(path));
    response.setHeader('cache-control', 'max-age=3600');
    const page = PAGES[path];
    if (page !== undefined) return response.end(page);
    const found = Object.entries(FOLDERS).find(([name]) => path.startsWith(`${name}/`));
    try {
      if (found === undefined || path.includes('..')) throw new Error('There is no such file.');
      response.end(readFileSync(join(found[1], path.slice(found[0].length + 1))));
    } catch {
      response.writeHead(404).end();
    }
  });
  const port = await listen(server, 0, '127.0.0.1');
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
