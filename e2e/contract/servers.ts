/** Two servers that keep a log: one passes the page on from where it is served, the other is of a foreign origin. */
import { createReadStream } from 'node:fs';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';

/** A running server with the paths that it was asked for. */
export interface LoggingServer {
  readonly origin: string;
  readonly requested: string[];
  close(): void;
}

/** Serves what `address` serves, and writes down what is asked. */
export function passOn(address: string): Promise<LoggingServer> {
  return listen((incoming, response) => {
    const { url = '/', method = 'GET', headers } = incoming;
    const onward = request(new URL(url, address), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    incoming.pipe(onward);
  });
}

const PLAIN_WORKER = `
  import { loadPyodide } from '/pyodide/pyodide.mjs';
  onmessage = async ({ data: { program, target } }) => {
    const lines = [];
    try {
      const pyodide = await loadPyodide({ indexURL: '/pyodide/', stdout: (line) => lines.push(line) });
      pyodide.FS.writeFile('target.py', target);
      pyodide.runPython(program);
    } catch (error) { lines.push(String(error)); }
    postMessage({ lines });
  };`;

/** Answers everybody, from anywhere; at /plain.html a page without protection, with Pyodide as it comes. */
export function foreignServer(): Promise<LoggingServer> {
  const pyodide = join(import.meta.dirname, '../../node_modules/pyodide');
  return listen(({ url = '/' }, response) => {
    response.setHeader('access-control-allow-origin', '*');
    if (url.startsWith('/pyodide/')) {
      const name = url.slice('/pyodide/'.length);
      const type = name.endsWith('.wasm')
        ? 'application/wasm'
        : name.endsWith('js')
          ? 'text/javascript'
          : 'text/plain';
      response.setHeader('content-type', type);
      createReadStream(join(pyodide, name))
        .on('error', () => response.destroy())
        .pipe(response);
      return;
    }
    response.setHeader('content-type', url.endsWith('.html') ? 'text/html' : 'text/javascript');
    response.end(url === '/plain.js' ? PLAIN_WORKER : '');
  });
}

async function listen(
  answer: (incoming: IncomingMessage, response: ServerResponse) => void,
): Promise<LoggingServer> {
  const requested: string[] = [];
  const server: Server = createServer((incoming, response) => {
    requested.push(incoming.url ?? '');
    answer(incoming, response);
  });
  server.on('upgrade', ({ url }: IncomingMessage, socket) => {
    requested.push(url ?? '');
    socket.on('error', () => {});
    socket.destroy();
  });
  // Bytes that are no request at all have reached us just as well.
  server.on('clientError', (_error, socket) => {
    requested.push('/stolen-bytes');
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    requested,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
