/** The page's end of the copy of itself: has a service worker make it, and hears what becomes of it. */
import * as v from 'valibot';
import type { NotKept } from '../caches.ts';
import { isForDevelopers } from '../developers.ts';
import { type Order, WorkerMessageSchema } from '../protocol.ts';
import { WORKER } from './worker-address.ts';

/** A page that stays open for days asks so often for a new version. */
const ASK_EVERY_MS = 30 * 60 * 1000;

/** Why a copy failed comes by another way than that it did, and sometimes later. */
const REASON_MS = 500;

/** Told what becomes of the copy. */
export interface CopyListener {
  copying(copied: number, total: number): void;
  copied(): void;
  /** There is no copy. */
  notCopied(why: NotKept): void;
  /** A new version waits, whole, to take over. */
  newVersion(): void;
  /** A new version has taken over, because this tab or another told it to. This page is still the old one. */
  tookOver(): void;
}

export interface PageCopy {
  /** Tells the version that waits to take over; harmless when none does. */
  takeOver(): void;
}

/** Has the page at `base` copied, and kept up to date. Null when the browser refuses; the listener has been told then. */
export async function copyPage(base: URL, listener: CopyListener): Promise<PageCopy | null> {
  const { serviceWorker: workers } = navigator;
  const listening = new AbortController();
  const { signal } = listening;
  const giveUp = (why: NotKept): void => {
    listening.abort();
    listener.notCopied(why);
  };
  const isNear = isForDevelopers(location.hostname);
  let controlled = workers.controller !== null;
  const changed = (): void => {
    // The first one of a page that had none is no change.
    if (controlled && !isNear) listener.tookOver();
    controlled = true;
  };
  let why: NotKept = 'network';
  const hear = ({ data }: MessageEvent<unknown>): void => {
    const message = v.safeParse(WorkerMessageSchema, data);
    if (!message.success) return;
    if (message.output.kind === 'not copied') why = message.output.why;
    else listener.copying(message.output.copied, message.output.total);
  };
  workers.addEventListener('controllerchange', changed, { signal });
  workers.addEventListener('message', hear, { signal });
  const registration = await register(workers, base);
  if (registration === null) {
    giveUp('refused');
    return null;
  }
  const follow = (worker: ServiceWorker | null): void => {
    worker?.addEventListener('statechange', () => look(worker));
    if (worker !== null) look(worker);
  };
  const look = ({ state }: ServiceWorker): void => {
    if (state === 'installed' && registration.active !== null && !isNear) listener.newVersion();
    if (state === 'activated') listener.copied();
    if (state === 'redundant' && registration.active === null) setTimeout(() => giveUp(why), REASON_MS);
  };
  registration.addEventListener('updatefound', () => follow(registration.installing));
  for (const worker of [registration.active, registration.waiting, registration.installing]) follow(worker);
  askNowAndThen(registration);
  return {
    takeOver: () => {
      const order: Order = { kind: 'take over' };
      registration.waiting?.postMessage(order);
    },
  };
}

/** A development server has no copy: one made at the same address before would only be in the way. */
export async function forgetCopy(base: URL): Promise<void> {
  await (await navigator.serviceWorker.getRegistration(base))?.unregister();
}

async function register(
  workers: ServiceWorkerContainer,
  base: URL,
): Promise<ServiceWorkerRegistration | null> {
  try {
    await workers.register(new URL(WORKER, base), { updateViaCache: 'none' });
    return (await workers.getRegistration(base)) ?? null;
  } catch {
    return null;
  }
}

function askNowAndThen(registration: ServiceWorkerRegistration): void {
  let asked = performance.now();
  const ask = (): void => {
    if (document.visibilityState !== 'visible' || performance.now() - asked < ASK_EVERY_MS) return;
    asked = performance.now();
    // Without a network there is nothing new.
    registration.update().catch(() => {});
  };
  document.addEventListener('visibilitychange', ask);
  setInterval(ask, ASK_EVERY_MS);
}
