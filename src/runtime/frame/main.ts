/** Inside the runner frame: compiles the interpreter once and makes workers. It has no origin, network or storage. */
import { reached } from '../../base/milestones.ts';
import type { WorkerPart } from '../boot/image.ts';
import { letGo } from '../let-go.ts';
import type { FileMessage, FrameMessage, FrameOrder, FrameStart, WorkerStart } from '../protocol.ts';
import { StartingMemory } from './starting-memory.ts';

/** How a worker is asked for. */
type Asked = Pick<Extract<FrameOrder, { kind: 'spawn' }>, 'maySuspend' | 'parked'>;

/** A worker, and how it was asked for. */
interface Made extends Asked {
  readonly worker: Worker;
  readonly stopUrl: string;
}

const blobUrl = (content: BlobPart, type: string): string =>
  URL.createObjectURL(new Blob([content], { type }));

/** Gives a worker a part of the image: a copy made here and handed over, since a message copies several times. */
function post(worker: Worker, part: WorkerPart): void {
  if (part.content instanceof ArrayBuffer) {
    const content = part.content.slice(0);
    worker.postMessage({ ...part, content }, [content]);
  } else worker.postMessage(part);
}

/** What a package adds is large, and of use to those alone that begin with it. */
const isFor = ({ name }: WorkerPart, parked: boolean): boolean => name !== 'parked' || parked;

function open({ lock, shipsMemory, worker }: FrameStart, port: MessagePort): void {
  const send = (message: FrameMessage): void => port.postMessage(message);
  const workerUrl = blobUrl(worker, 'text/javascript');
  const workers = new Map<number, Made>();
  const parts: WorkerPart[] = [];
  let compiling: Promise<void> = Promise.resolve();

  const share = (part: WorkerPart): void => {
    parts.push(part);
    for (const { worker: waiting, parked } of workers.values()) if (isFor(part, parked)) post(waiting, part);
  };
  const compile = async (wasm: ArrayBuffer): Promise<void> => {
    const content = await WebAssembly.compile(wasm);
    letGo(wasm);
    reached('the interpreter is compiled');
    share({ kind: 'part', name: 'module', content });
  };

  const spawn = (number: number, asked: Asked, workerPort: MessagePort): void => {
    memories.provide(number, asked.parked, (memory, memoryPort) => {
      // Classic, not a module: module workers from blob URLs do not start in an opaque origin.
      const made = new Worker(workerUrl);
      const stopUrl = blobUrl('', 'text/plain');
      workers.set(number, { ...asked, worker: made, stopUrl });
      made.addEventListener('error', (event) => {
        event.preventDefault();
        memories.gone(number);
        send({ kind: 'lost', worker: number, reason: event.message });
      });
      const start: WorkerStart = { kind: 'start', lock, stopUrl, maySuspend: asked.maySuspend, memory };
      made.postMessage(start, [workerPort, memoryPort]);
      for (const part of parts) if (isFor(part, asked.parked)) post(made, part);
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
    spawn(number, entry, workerPort);
  }, shipsMemory);

  const takeFiles = (files: MessagePort): void => {
    files.addEventListener('message', ({ data }: MessageEvent<FileMessage>) => {
      if (data.kind === 'whole') {
        compiling.then(
          () => send({ kind: 'open' }),
          (error: unknown) => send({ kind: 'broken', reason: String(error) }),
        );
      } else if (data.name === 'wasm') compiling = compile(data.content);
      else share({ kind: 'part', name: data.name, content: data.content });
    });
    files.start();
  };

  port.addEventListener('message', ({ data, ports }: MessageEvent<FrameOrder>) => {
    switch (data.kind) {
      case 'files':
        if (ports[0] !== undefined) takeFiles(ports[0]);
        break;
      case 'spawn':
        if (ports[0] !== undefined) spawn(data.worker, data, ports[0]);
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
}

globalThis.addEventListener('message', ({ data, ports, source }: MessageEvent<FrameStart>) => {
  const port = ports[0];
  // Our parent is the page that holds this frame, and whose parent is the page.
  if (source !== globalThis.parent.parent || port === undefined || data?.kind !== 'faultline-open') return;
  open(data, port);
});
