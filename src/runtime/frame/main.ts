/** Inside the runner frame: compiles the interpreter once and makes workers. It has no origin, network or storage. */
import type { FrameMessage, FrameOrder, FrameStart, WorkerStart } from '../protocol.ts';
import { StartingMemory } from './starting-memory.ts';

const blobUrl = (content: BlobPart, type: string): string =>
  URL.createObjectURL(new Blob([content], { type }));

async function open({ image, worker }: FrameStart, port: MessagePort): Promise<void> {
  const send = (message: FrameMessage): void => port.postMessage(message);
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
  // Our parent is the page that holds this frame, and whose parent is the page.
  if (source !== globalThis.parent.parent || port === undefined || data?.kind !== 'faultline-open') return;
  open(data, port).catch((error: unknown) => {
    const broken: FrameMessage = { kind: 'broken', reason: String(error) };
    port.postMessage(broken);
  });
});
