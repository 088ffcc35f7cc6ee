/** A worker of the page that downloads and unpacks, so that the page can draw meanwhile. It keeps the image. */
import type { Image, ImageFile } from '../boot/image.ts';
import type { FileMessage } from '../protocol.ts';
import { download, downloadInOrder, type Progress } from './download.ts';
import { DownloadError } from './error.ts';
import type { DownloadOrder, DownloadReply } from './messages.ts';

/** The page is told how far it is so often. */
const PROGRESS_MS = 100;

const reply = (message: DownloadReply, transfer: Transferable[] = []): void =>
  globalThis.postMessage(message, { transfer });

/** What has been had of the image, once it is whole. */
let kept: Image | null = null;

function progressOf(id: number): Progress {
  let told = -PROGRESS_MS;
  return (loaded, total) => {
    const now = performance.now();
    if (now - told < PROGRESS_MS && loaded < total) return;
    told = now;
    reply({ kind: 'progress', id, loaded, total });
  };
}

async function giveImage(order: Extract<DownloadOrder, { kind: 'image' }>, port: MessagePort): Promise<void> {
  const give = (message: FileMessage): void => port.postMessage(message);
  const arrived = (name: ImageFile, content: ArrayBuffer): void => give({ kind: 'file', name, content });
  if (order.again) kept = null;
  if (kept === null) kept = await downloadInOrder(order, progressOf(order.id), arrived);
  else for (const [name, content] of kept) arrived(name, content);
  give({ kind: 'whole' });
}

async function carryOut(order: DownloadOrder, port: MessagePort | undefined): Promise<void> {
  const { id } = order;
  try {
    if (order.kind === 'files') {
      const contents = await download(order.files, order, progressOf(id), (get) =>
        Promise.all(order.files.map(get)),
      );
      reply({ kind: 'done', id, contents }, contents);
      return;
    }
    if (port === undefined) throw new Error('an order came without its port');
    await giveImage(order, port);
    reply({ kind: 'done', id, contents: [] });
  } catch (error) {
    const file = error instanceof DownloadError ? error.file : '';
    reply({ kind: 'failed', id, file, detail: String(error instanceof DownloadError ? error.cause : error) });
  }
}

globalThis.addEventListener('message', ({ data, ports }: MessageEvent<DownloadOrder>) => {
  void carryOut(data, ports[0]);
});
