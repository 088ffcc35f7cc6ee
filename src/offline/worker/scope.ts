/** The global scope of a service worker, as far as ours uses it: TypeScript has no types of it beside those of a page. */

/** An event that keeps the worker alive until a promise settles. */
export interface LastingEvent extends Event {
  waitUntil(until: Promise<unknown>): void;
}

export interface RequestEvent extends LastingEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

interface Events {
  readonly install: LastingEvent;
  readonly activate: LastingEvent;
  readonly fetch: RequestEvent;
  readonly message: MessageEvent<unknown>;
}

interface Client {
  postMessage(message: unknown): void;
}

export interface ServiceScope {
  readonly registration: { readonly scope: string };
  readonly location: { readonly hostname: string; readonly origin: string };
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { readonly includeUncontrolled: boolean }): Promise<readonly Client[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener<Kind extends keyof Events>(kind: Kind, listener: (event: Events[Kind]) => void): void;
}
