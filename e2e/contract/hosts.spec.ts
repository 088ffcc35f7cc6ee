/** However a host serves the page, below a path of its own or unpacking files on the way, threads run, both ways. */
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { HarnessPage, test } from '../harness.ts';
import { random } from './threads.ts';

const BASE = '/sub/path/';
const TEXT = [
  'import threading, time',
  'threads = [threading.Thread(target=lambda: time.sleep(0.1) or print("here")) for _ in range(2)]',
  'for thread in threads: thread.start()',
  'for thread in threads: thread.join()',
].join('\n');

/** Serves below `BASE`, and nowhere else, what `address` serves, with each file changed as `sent` says. */
async function host(address: string, sent: (path: string, bytes: Buffer) => Buffer): Promise<Server> {
  const server = createServer(({ url = '/', headers }, response) => {
    if (!url.startsWith(BASE)) {
      response.writeHead(404).end();
      return;
    }
    const path = url.slice(BASE.length);
    const answered = async (answer: IncomingMessage): Promise<void> => {
      const { 'content-length': _length, ...kept } = answer.headers;
      response.writeHead(answer.statusCode ?? 500, kept);
      response.end(sent(path, await buffer(answer)));
    };
    request(new URL(path, address), { headers: { ...headers, 'accept-encoding': 'identity' } }, (answer) => {
      void answered(answer);
    }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

const HOSTS = {
  'a host that serves below a path': (_path: string, bytes: Buffer): Buffer => bytes,
  'a host that unpacks what is packed': (path: string, bytes: Buffer): Buffer =>
    path.endsWith('.bin') ? gunzipSync(bytes) : bytes,
};

for (const [name, sent] of Object.entries(HOSTS)) {
  test(`${name} is one to run threads from, suspended and not`, async ({ browser, baseURL }) => {
    const server = await host(baseURL ?? '', sent);
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : address;
    for (const suspends of [true, false]) {
      const home = `http://127.0.0.1:${port}${BASE}`;
      const harness = await HarnessPage.open(browser, home, undefined, {}, suspends);
      const { end, stdout } = await harness.run(TEXT, { schedule: random('cpython314', 1) });
      expect(end.ending).toEqual({ kind: 'finished' });
      expect(stdout).toBe('here\nhere\n');
      await harness.page.close();
    }
    server.closeAllConnections();
    server.close();
  });
}
