/** Inside the runner frame: compiles the interpreter once and makes workers. It has no origin, network or storage. */
import type { Image } from '../boot/image.ts';
import type { WorkerStart } from '../worker/main.ts';
import { StartingMemory } from './starting-memory.ts';

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
  const workers = new Map<number, { worker: Worker; stopUrl: string; maySuspend: boolean }>();

  const spawn = (number: number, maySuspend: boolean, workerPort: MessagePort): void => {
    memories.provide(number, (memory, memoryPort) => {
      // Classic, not a module: module workers from blob URLs do not start in an opaque origin.
      const made = new Worker(workerUrl);
      const stopUrl = blobUrl('', 'text/plain');
      workers.set(number, { worker: made, stopUrl, maySuspend });
      made.addEventListener('error', (event) => {
        event.preventDefault();
        memories.gone(number);
        send({ kind: 'lost', worker: number, reason: event.message });
      });
      const start: WorkerStart = { image: workerImage, stopUrl, maySuspend, memory };
      made.postMessage(start, [workerPort, memoryPort]);
    });
  };

  const discard = (number: number): void => {
    memories.gone(number);
    const entry = workers.get(number);
    if (entry === undefined) return;
    entry.worker.terminate();
    URL.revokeObjectURL(entry.stopUrl);
    workers.delete(number);
  };

  const memories = new StartingMemory((number, workerPort) => {
    const entry = workers.get(number);
    if (entry === undefined) return;
    discard(number);
    spawn(number, entry.maySuspend, workerPort);
  });

  port.addEventListener('message', ({ data, ports }: MessageEvent<FrameOrder>) => {
    switch (data.kind) {
      case 'spawn':
        if (ports[0] !== undefined) spawn(data.worker, data.maySuspend, ports[0]);
        break;
      case 'stop': {
        const entry = workers.get(data.worker);
        if (entry !== undefined) URL.revokeObjectURL(entry.stopUrl);
        break;
      }
      case 'discard':
        discard(data.worker);
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
