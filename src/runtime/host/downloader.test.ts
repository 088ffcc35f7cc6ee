/** The worker that downloads is ended when nobody needs it, and nobody notices. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DownloadOrder, DownloadReply } from '../download/messages.ts';
import { Downloader } from './downloader.ts';

vi.mock('./build.ts', () => ({ imageFolder: 'python/', manifest: { files: {}, parked: null } }));

const LONG = 60_000;
const NOTHING = (): void => {};

/** Workers in the order in which they were started. */
let workers: Started[] = [];

class Started extends EventTarget {
  readonly orders: DownloadOrder[] = [];
  ended = false;

  constructor() {
    super();
    workers.push(this);
  }

  postMessage(order: DownloadOrder): void {
    this.orders.push(order);
  }

  terminate(): void {
    this.ended = true;
  }

  says(data: DownloadReply): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

const kinds = () => workers.map(({ orders }) => orders.map(({ kind }) => kind));
const port = () => new MessageChannel().port1;
const downloader = () => new Downloader(new URL('http://host/'), true);

beforeEach(() => {
  workers = [];
  vi.stubGlobal('Worker', Started);
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** One that has given the image once. */
async function idle(): Promise<Downloader> {
  const one = downloader();
  const had = one.image(false, port(), NOTHING);
  await vi.advanceTimersByTimeAsync(LONG);
  expect(kinds()).toEqual([['set']]);
  workers[0]?.says({ kind: 'done', id: 0 });
  await had;
  return one;
}

test('it is asked to close once nobody has needed it for a while', async () => {
  await idle();
  await vi.advanceTimersByTimeAsync(10);
  expect(kinds()).toEqual([['set']]);
  await vi.advanceTimersByTimeAsync(LONG);
  expect(kinds()).toEqual([['set', 'close']]);
  expect(workers[0]?.ended).toBe(false);
  workers[0]?.says({ kind: 'closed', sets: {} });
  expect(workers[0]?.ended).toBe(true);
});

test('who asks meanwhile has to wait, and is given what was kept', async () => {
  const one = await idle();
  await vi.advanceTimersByTimeAsync(LONG);
  const had = one.image(false, port(), NOTHING);
  await vi.advanceTimersByTimeAsync(0);
  expect(kinds()).toEqual([['set', 'close']]);
  const image = [new Blob(['image'])];
  workers[0]?.says({ kind: 'closed', sets: { image } });
  await vi.advanceTimersByTimeAsync(0);
  expect(kinds()).toEqual([
    ['set', 'close'],
    ['kept', 'set'],
  ]);
  expect(workers[1]?.orders[0]).toEqual({ kind: 'kept', sets: { image } });
  workers[1]?.says({ kind: 'done', id: 1 });
  await had;
});

test('one that dies instead of closing holds nobody up', async () => {
  const one = await idle();
  await vi.advanceTimersByTimeAsync(LONG);
  void one.image(false, port(), NOTHING);
  workers[0]?.dispatchEvent(new Event('error'));
  await vi.advanceTimersByTimeAsync(0);
  expect(kinds()).toEqual([['set', 'close'], ['set']]);
});
