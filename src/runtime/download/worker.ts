/** A worker of the page that downloads and unpacks, so that the page can draw meanwhile. It keeps the image. */
import type { FileMessage } from '../protocol.ts';
import { download, type Progress } from './download.ts';
import { DownloadError } from './error.ts';
import { ImageDownload } from './image.ts';
import type { DownloadOrder, DownloadReply, ImageSource } from './messages.ts';

/** The page is told how far it is so often. */
const PROGRESS_MS = 100;

const source: ImageSource = JSON.parse(self.name);
let image = new ImageDownload(source, false);

const reply = (message: DownloadReply, transfer: Transferable[] = []): void =>
  globalThis.postMessage(message, { transfer });

function progressOf(id: number): Progress {
  let told = -PROGRESS_MS;
  return (loaded, total) => {
    const now = performance.now();
    if (now - told < PROGRESS_MS && loaded < total) return;
    told = now;
    reply({ kind: 'progress', id, loaded, total });
  };
}

async function giveImage(id: number, again: boolean, port: MessagePort): Promise<void> {
  if (again) image = new ImageDownload(source, true);
  const give = (message: FileMessage): void => port.postMessage(message);
  await image.giveTo((name, content) => give({ kind: 'file', name, content }), progressOf(id));
  give({ kind: 'whole' });
}

async function carryOut(order: DownloadOrder, port: MessagePort | undefined): Promise<void> {
  const { id, again } = order;
  try {
    if (order.kind === 'image') {
      if (port === undefined) throw new Error('an order came without its port');
      await giveImage(id, again, port);
      reply({ kind: 'done', id, contents: [] });
    } else {
      const { files } = order;
      const contents = await download(files, { from: source.from, again }, progressOf(id), (get) =>
        Promise.all(files.map(get)),
      );
      reply({ kind: 'done', id, contents }, contents);
    }
  } catch (error) {
    const [file, cause] = error instanceof DownloadError ? [error.file, error.cause] : ['', error];
    reply({ kind: 'failed', id, file, detail: String(cause) });
  }
}

globalThis.addEventListener('message', ({ data, ports }: MessageEvent<DownloadOrder>) => {
  void carryOut(data, ports[0]);
});
