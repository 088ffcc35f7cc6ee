/** However a host serves the page, below a path of its own or unpacking files on the way, threads run, both ways. */
import { gunzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { HarnessPage, test } from '../harness.ts';
import { homeOf, hostOf } from '../hosting.ts';
import { random } from './threads.ts';

const TEXT = [
  'import threading, time',
  'threads = [threading.Thread(target=lambda: time.sleep(0.1) or print("here")) for _ in range(2)]',
  'for thread in threads: thread.start()',
  'for thread in threads: thread.join()',
].join('\n');

const HOSTS = {
  'a host that serves below a path': (_path: string, bytes: Buffer): Buffer => bytes,
  'a host that unpacks what is packed': (path: string, bytes: Buffer): Buffer =>
    path.endsWith('.bin') ? gunzipSync(bytes) : bytes,
};

for (const [name, sent] of Object.entries(HOSTS)) {
  test(`${name} is one to run threads from, suspended and not`, async ({ browser, baseURL }) => {
    const server = await hostOf(baseURL ?? '', sent);
    for (const suspends of [true, false]) {
      const harness = await HarnessPage.open(browser, homeOf(server), undefined, {}, suspends);
      const { end, stdout } = await harness.run(TEXT, { schedule: random('cpython314', 1) });
      expect(end.ending).toEqual({ kind: 'finished' });
      expect(stdout).toBe('here\nhere\n');
      await harness.page.close();
    }
    server.closeAllConnections();
    server.close();
  });
}
