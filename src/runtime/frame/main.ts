/** Inside the runner frame: compiles the interpreter once and makes workers. It has no origin, network or storage. */
import { reached } from '../../base/milestones.ts';
import type { WorkerPart } from '../boot/image.ts';
import type { FileMessage, FrameMessage, FrameOrder, FrameStart, WorkerStart } from '../protocol.ts';
import { StartingMemory } from './starting-memory.ts';

const blobUrl = (content: BlobPart, type: string): string =>
  URL.createObjectURL(new Blob([content], { type }));

/** Gives a worker a part of the image: a copy made here and handed over, since a message copies several times. */
function post(worker: Worker, part: WorkerPart): void {
  if (part.content instanceof ArrayBuffer) {
    const content = part.content.slice(0);
    worker.postMessage({ ...part, content }, [content]);
  } else worker.postMessage(part);
}

function open({ lock, shipsMemory, worker }: FrameStart, port: MessagePort, files: MessagePort): void {
  const send = (message: FrameMessage): void => port.postMessage(message);
  const workerUrl = blobUrl(worker, 'text/javascript');
  const workers = new Map<number, { worker: Worker; stopUrl: string; maySuspend: boolean }>();
  const parts: WorkerPart[] = [];
  let compiling: Promise<void> = Promise.resolve();

  const share = (part: WorkerPart): void => {
    parts.push(part);
    for (const { worker: waiting } of workers.values()) post(waiting, part);
  };
  const compile = async (wasm: ArrayBuffer): Promise<void> => {
    const content = await WebAssembly.compile(wasm);
    reached('the interpreter is compiled');
    share({ kind: 'part', name: 'module', content });
  };

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
      const start: WorkerStart = { kind: 'start', lock, stopUrl, maySuspend, memory };
      made.postMessage(start, [workerPort, memoryPort]);
      for (const part of parts) post(made, part);
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
  }, shipsMemory);

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
  files.addEventListener('message', ({ data }: MessageEvent<FileMessage>) => {
    if (data.kind === 'file') {
      if (data.name === 'wasm') compiling = compile(data.content);
      else share({ kind: 'part', name: data.name, content: data.content });
    } else
      compiling.then(
        () => send({ kind: 'open' }),
        (error: unknown) => send({ kind: 'broken', reason: String(error) }),
      );
  });
  files.start();
}

globalThis.addEventListener('message', ({ data, ports, source }: MessageEvent<FrameStart>) => {
  const [port, files] = ports;
  // Our parent is the page that holds this frame, and whose parent is the page.
  if (source !== globalThis.parent.parent || port === undefined || files === undefined) return;
  if (data?.kind === 'faultline-open') open(data, port, files);
});
