/** A worker of the page that downloads and unpacks, so that the page can draw meanwhile. It keeps the image. */
import type { FileMessage } from '../protocol.ts';
import { download } from './download.ts';
import { DownloadError } from './error.ts';
import type { DownloadOrder, DownloadReply, FileSet, FileSource, KeptSets, Progress } from './messages.ts';
import { SetDownload } from './set.ts';

/** The page is told how far it is so often. */
const PROGRESS_MS = 100;

const { from, sets, begins }: FileSource = JSON.parse(self.name);
const begun: Partial<Record<FileSet, SetDownload>> = {};
let goOn = (): void => {};
const nobodyWaits = new Promise<void>((resolve) => {
  goOn = resolve;
});
if (begins) begun.image = SetDownload.begin(from, sets.image, false, nobodyWaits);

const reply = (message: DownloadReply, transfer: Transferable[] = []): void =>
  globalThis.postMessage(message, { transfer });

function progressOf(id: number): Progress {
  let due: ReturnType<typeof setTimeout> | undefined;
  let latest = { loaded: 0, total: 0 };
  const tell = (): void => {
    clearTimeout(due);
    due = undefined;
    reply({ kind: 'progress', id, ...latest });
  };
  return (loaded, total) => {
    latest = { loaded, total };
    if (loaded === 0 || loaded >= total) tell();
    else due ??= setTimeout(tell, PROGRESS_MS);
  };
}

async function giveSet(
  { id, set, again }: Extract<DownloadOrder, { kind: 'set' }>,
  port: MessagePort,
): Promise<void> {
  if (again) delete begun[set];
  begun[set] ??= SetDownload.begin(from, sets[set], again, nobodyWaits);
  const give = (message: FileMessage, transfer: Transferable[] = []): void =>
    port.postMessage(message, transfer);
  try {
    await begun[set].giveTo(
      (name, content) => give({ kind: 'file', name, content }, [content]),
      progressOf(id),
    );
  } catch (error) {
    // Whoever asks again wants another try.
    delete begun[set];
    throw error;
  }
  if (set === 'image') give({ kind: 'whole' });
}

async function carryOut(
  order: Extract<DownloadOrder, { kind: 'set' | 'files' }>,
  port: MessagePort | undefined,
): Promise<void> {
  const { id, again } = order;
  try {
    if (order.kind === 'set') {
      if (port === undefined) throw new Error('an order came without its port');
      await giveSet(order, port);
    } else {
      const { files } = order;
      await download(files, { from, again }, progressOf(id), (get) =>
        Promise.all(
          files.map(async (file, index) => {
            const content = await get(file);
            reply({ kind: 'content', id, index, content }, [content]);
          }),
        ),
      );
    }
    reply({ kind: 'done', id });
  } catch (error) {
    const [file, cause] = error instanceof DownloadError ? [error.file, error.cause] : [null, error];
    reply({ kind: 'failed', id, file, detail: String(cause) });
  } finally {
    port?.close();
  }
}

const SETS: readonly FileSet[] = ['image', 'parked'];

function keptSets(): KeptSets {
  const kept: KeptSets = {};
  for (const set of SETS) {
    const files = begun[set]?.kept(sets[set]) ?? null;
    if (files !== null) kept[set] = files;
  }
  return kept;
}

function take(kept: KeptSets): void {
  for (const set of SETS) {
    const files = kept[set];
    if (files !== undefined) begun[set] = SetDownload.ofKept(sets[set], files);
  }
}

globalThis.addEventListener('message', ({ data, ports }: MessageEvent<DownloadOrder>) => {
  switch (data.kind) {
    case 'go on':
      goOn();
      break;
    case 'kept':
      take(data.sets);
      break;
    case 'close':
      reply({ kind: 'closed', sets: keptSets() });
      break;
    case 'set':
    case 'files':
      void carryOut(data, ports[0]);
  }
});
