/** Inside the runner frame: compiles the interpreter once and makes workers. It has no origin, network or storage. */
import type { Image } from '../boot/image.ts';
import type { WorkerStart } from '../worker/main.ts';

/** The one message the page sends to the frame's window, with the port for all that follows. */
export interface FrameStart {
  readonly kind: 'faultline-open';
  readonly image: Image;
  /** JavaScript source of the worker, a classic script */
  readonly worker: string;
}

/** Orders from the page. `spawn` comes with the new worker's own port. */
export type FrameOrder =
  | { readonly kind: 'spawn'; readonly worker: number; readonly maySuspend: boolean }
  | { readonly kind: 'stop'; readonly worker: number }
  | { readonly kind: 'discard'; readonly worker: number };

/** What the frame tells the page. */
export type FrameMessage =
  | { readonly kind: 'hearing' }
  | { readonly kind: 'open' }
  | { readonly kind: 'broken'; readonly reason: string }
  | { readonly kind: 'lost'; readonly worker: number; readonly reason: string };

const blobUrl = (content: BlobPart, type: string): string =>
  URL.createObjectURL(new Blob([content], { type }));

async function open({ image, worker }: FrameStart, port: MessagePort): Promise<void> {
  const send = (message: FrameMessage): void => port.postMessage(message);
  send({ kind: 'hearing' });
  const { wasm, ...rest } = image;
  const workerImage = { ...rest, module: await WebAssembly.compile(wasm) };
  const workerUrl = blobUrl(worker, 'text/javascript');
  const workers = new Map<number, { worker: Worker; stopUrl: string }>();

  const spawn = (number: number, maySuspend: boolean, workerPort: MessagePort): void => {
    // Classic, not a module: module workers from blob URLs do not start in an opaque origin.
    const made = new Worker(workerUrl);
    const stopUrl = blobUrl('', 'text/plain');
    workers.set(number, { worker: made, stopUrl });
    made.addEventListener('error', (event) => {
      event.preventDefault();
      send({ kind: 'lost', worker: number, reason: event.message });
    });
    const start: WorkerStart = { image: workerImage, stopUrl, maySuspend };
    made.postMessage(start, [workerPort]);
  };

  port.addEventListener('message', ({ data, ports }: MessageEvent<FrameOrder>) => {
    const entry = workers.get(data.worker);
    switch (data.kind) {
      case 'spawn':
        if (ports[0] !== undefined) spawn(data.worker, data.maySuspend, ports[0]);
        break;
      case 'stop':
        if (entry !== undefined) URL.revokeObjectURL(entry.stopUrl);
        break;
      case 'discard':
        if (entry === undefined) break;
        entry.worker.terminate();
        URL.revokeObjectURL(entry.stopUrl);
        workers.delete(data.worker);
        break;
    }
  });
  port.start();
  send({ kind: 'open' });
}

globalThis.addEventListener('message', ({ data, ports, source }: MessageEvent<FrameStart>) => {
  const port = ports[0];
  if (source !== globalThis.parent || port === undefined || data?.kind !== 'faultline-open') return;
  open(data, port).catch((error: unknown) => {
    const broken: FrameMessage = { kind: 'broken', reason: String(error) };
    port.postMessage(broken);
  });
});
