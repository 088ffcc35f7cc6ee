/** What the options say of use without a network: what is on this device, and a button for the rest. */
import { messages } from '../../../messages/en.ts';
import { useOffline, type Copies, type PackageCopies } from '../../../store/offline.ts';
import { useOfflineCommands } from '../context.ts';
import './offline.css';

const words = messages.offline;

export function OfflineOptions() {
  const copies = useOffline((offline) => offline.copies);
  const { keepEverything } = useOfflineCommands();
  const button = buttonOf(copies);
  const progress = progressOf(copies);
  return (
    <section className="offline-options" aria-labelledby="offline-title">
      <h2 id="offline-title">{words.title}</h2>
      <output>{wordsOf(copies)}</output>
      {progress !== null && (
        <progress aria-label={words.progress} max={progress.total} value={progress.copied} />
      )}
      {button !== null && (
        <button type="button" className="button" onClick={() => void keepEverything()}>
          {button}
        </button>
      )}
    </section>
  );
}

function wordsOf(copies: Copies): string {
  switch (copies.kind) {
    case 'unsupported':
      return words.unsupported[copies.why];
    case 'copying':
      return words.copying(copies.copied, copies.total);
    case 'not copied':
      return words.notCopied(copies.why);
    case 'copied':
      return wordsOfPackages(copies.packages);
  }
}

function wordsOfPackages(packages: PackageCopies): string {
  switch (packages.kind) {
    case 'all':
    case 'missing':
      return words.copied[packages.kind];
    case 'copying':
      return words.copied.copying(packages.copied, packages.total);
    case 'not copied':
      return words.copied.notCopied(packages.why);
  }
}

/** What the button does; null where there is nothing to do. */
function buttonOf(copies: Copies): string | null {
  if (copies.kind === 'not copied') return words.again;
  if (copies.kind !== 'copied' || !('size' in copies.packages)) return null;
  return words.everything(copies.packages.size);
}

function progressOf(copies: Copies): { readonly copied: number; readonly total: number } | null {
  const under = copies.kind === 'copied' ? copies.packages : copies;
  return under.kind === 'copying' && under.total > 0 ? under : null;
}
