/** The service worker: keeps a copy of the page with Python, and answers from it, with a network and without. */
import * as v from 'valibot';
import { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import { cacheNamesOf, whyNotKept } from '../caches.ts';
import { isForDevelopers } from '../developers.ts';
import { newerOf } from '../files.ts';
import { OrderSchema, type WorkerMessage } from '../protocol.ts';
import { addressOf, isFileOf } from './address.ts';
import { files } from './build.ts';
import type { ServiceScope } from './scope.ts';
import { tidy } from './tidy.ts';

declare const self: ServiceScope;

const { scope } = self.registration;
const names = cacheNamesOf(scope);
const forDevelopers = isForDevelopers(self.location.hostname);
const packages = files.packages.map((url) => new URL(url, scope).href);
const sizes = new Map(files.page.map(({ url, size }) => [new URL(url, scope).href, size]));
const total = files.page.reduce((sum, { size }) => sum + size, 0);
let copied = 0;
/** What the server has answered, until it is kept. */
const arrived = new Map<string, Response>();

const controller = new PrecacheController({
  cacheName: names.page,
  plugins: [
    {
      // What is kept is a clone, beside which the whole body would stay in memory, unread: so only the head is cloned.
      fetchDidSucceed: async ({ request, response }) => {
        arrived.set(request.url, response);
        return new Response(null, response);
      },
      // A host without a file may answer with a page of its own, and a network with one that asks to log in.
      cacheWillUpdate: async ({ request, response }) => {
        const whole = arrived.get(request.url) ?? response;
        arrived.delete(request.url);
        return isFileOf(request.url, whole) ? whole : null;
      },
      handlerDidRespond: async ({ request, event }) => {
        if (event.type !== 'install') return;
        copied += sizes.get(request.url) ?? 0;
        await tell({ kind: 'copying', copied, total });
      },
    },
  ],
});
controller.addToCacheList(files.page.map(({ url, revision }) => ({ url, revision })));

self.addEventListener('install', (event) => {
  const copy = controller.install(event);
  event.waitUntil(copy.catch((error: unknown) => tell({ kind: 'not copied', why: whyNotKept(error) })));
  event.waitUntil(keepPackages());
  // The page is already that of the new version there.
  if (forDevelopers) void self.skipWaiting();
});

self.addEventListener('activate', (event) => {
  const needed = [...controller.getURLsToCacheKeys().values(), ...packages];
  event.waitUntil(tidy(caches, scope, needed).then(() => self.clients.claim()));
});

self.addEventListener('message', ({ data }) => {
  if (v.is(OrderSchema, data)) void self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(scope)) event.respondWith(answer(request));
});

async function answer(request: Request): Promise<Response> {
  const isPage = request.mode === 'navigate' && request.destination === 'document';
  // Whoever asks anew has found that what was kept is wrong. And whoever builds the page wants to see what was built.
  if (request.cache === 'reload' || (isPage && forDevelopers)) {
    const fetched = await fetch(request).catch(() => null);
    if (fetched?.ok) await keepAnew(request, fetched.clone());
    if (fetched !== null) return fetched;
  }
  return (await kept(request)) ?? fetch(request);
}

/** What is kept of this version, or of the one before: a tab may still be at that. */
async function kept(request: Request): Promise<Response | undefined> {
  const address = addressOf(request.url);
  const page = await caches.open(names.page);
  return (
    (await controller.matchPrecache(address)) ??
    (await page.match(address)) ??
    (await (await caches.open(names.packages)).match(address))
  );
}

/** Puts a file in the place of its copy, if there is one and its content is in its name. */
async function keepAnew(request: Request, response: Response): Promise<void> {
  const address = addressOf(request.url);
  if (!isFileOf(address, response)) return;
  for (const name of [names.page, names.packages]) {
    const cache = await caches.open(name);
    if ((await cache.match(address)) !== undefined) await cache.put(address, response.clone());
  }
}

/** Brings the packages that are kept of another version to this one. Those that cannot be had are had when needed. */
async function keepPackages(): Promise<void> {
  const cache = await caches.open(names.packages);
  const requests = await cache.keys();
  const newer = newerOf(
    requests.map(({ url }) => url),
    packages,
  );
  await Promise.allSettled(newer.map((url) => cache.add(url)));
}

async function tell(message: WorkerMessage): Promise<void> {
  const pages = await self.clients.matchAll({ includeUncontrolled: true });
  for (const page of pages) page.postMessage(message);
}
