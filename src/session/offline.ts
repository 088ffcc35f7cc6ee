/** Commands about use without a network: copies of the page and of packages, and the change to a new version. */
import type { NotKept } from '../offline/caches.ts';
import { type Archive, keepArchives, missingArchives } from '../offline/host/packages.ts';
import { copyPage, forgetCopy, type PageCopy } from '../offline/host/page-copy.ts';
import { surroundings, whyUnsupported } from '../offline/host/support.ts';
import type { Runtime } from '../runtime/host/runtime.ts';
import {
  type PackageCopies,
  putVersionOff,
  setCopies,
  setPackageCopies,
  setVersion,
  useOffline,
} from '../store/offline.ts';
import { isBusy } from '../store/workspace.ts';
import { currentWorkspace, useWorkspaces } from '../store/workspaces.ts';
import { whenAtRest } from './rest.ts';

/** How long a visitor who runs nothing looks around before the copy is made. */
const LOOKING_AROUND_MS = 4_000;

/** The archives of these packages, and of those that they need. */
export type ArchivesOf = (names: readonly string[] | 'all') => readonly Archive[];

/** The commands about use without a network, for the page at `base`. */
export function createOffline(runtime: Runtime, base: URL, archivesOf: ArchivesOf) {
  let copy: PageCopy | null = null;
  let wanted = false;

  /** What is missing of all packages, after some could be kept or not. */
  const lookAtPackages = async (refused: NotKept | null): Promise<PackageCopies> => {
    const all = archivesOf('all');
    const missing = await missingArchives(all, base).catch(() => all);
    const size = missing.reduce((sum, archive) => sum + archive.size, 0);
    if (missing.length === 0) return { kind: 'all' };
    return refused === null ? { kind: 'missing', size } : { kind: 'not copied', why: refused, size };
  };

  /** Keeps these packages, beside a page that is kept. */
  const keepPackages = async (names: readonly string[] | 'all'): Promise<void> => {
    if (names.length === 0 || useOffline.getState().copies.kind !== 'copied') return;
    const refused = await keepArchives(archivesOf(names), base, (copied, total) => {
      if (total > 0) setPackageCopies({ kind: 'copying', copied, total });
    });
    setPackageCopies(await lookAtPackages(refused));
  };

  /** Keeps what the lessons that have been opened have fetched. */
  const keepOpened = async (): Promise<void> => {
    const opened = Object.values(useWorkspaces.getState().workspaces);
    const packages = new Set(opened.flatMap(({ lesson }) => lesson.packages));
    if (runtime.status.kind === 'ready') await keepPackages([...packages]);
  };

  const pageCopied = async (): Promise<void> => {
    setCopies({ kind: 'copied', packages: await lookAtPackages(null) });
    await keepOpened();
  };

  const copyNow = async (): Promise<void> => {
    setCopies({ kind: 'copying', copied: 0, total: 0 });
    copy = await copyPage(base, {
      copying: (copied, total) => {
        // A version that is to come is none of what is here.
        if (useOffline.getState().copies.kind === 'copying') setCopies({ kind: 'copying', copied, total });
      },
      copied: () => void pageCopied(),
      notCopied: (why) => setCopies({ kind: 'not copied', why }),
      newVersion: () => setVersion('waiting'),
      tookOver: () => {
        setVersion('replaced');
        const workspace = currentWorkspace();
        // What was begun since the person asked for it goes on.
        if (wanted && (workspace === null || !isBusy(workspace))) location.reload();
      },
    });
  };

  return {
    /** Keeps a copy of the page from now on, once Python is here: what it fetches is not fetched twice. */
    keepCopies: (): void => {
      const why = whyUnsupported(surroundings());
      if (why !== null) setCopies({ kind: 'unsupported', why });
      if (why === 'development') void forgetCopy(base);
      if (why !== null) return;
      whenQuiet(runtime, () => void copyNow());
      runtime.subscribe(() => void keepOpened());
    },
    /** Keeps everything that any lesson needs; tries again where the page itself could not be kept. */
    keepEverything: async (): Promise<void> => {
      // Where the browser agrees, it does not clear the copies by itself when room is short.
      await navigator.storage.persist().catch(() => false);
      if (useOffline.getState().copies.kind === 'not copied') await copyNow();
      await keepPackages('all');
    },
    /** Takes the new version. The page is loaded anew, with what the person has written. */
    takeNewVersion: (): void => {
      wanted = true;
      if (useOffline.getState().version === 'replaced') location.reload();
      else copy?.takeOver();
    },
    putVersionOff,
  };
}

export type OfflineCommands = ReturnType<typeof createOffline>;

/** Calls back when nothing is to be waited for, or when nobody has asked for Python for a while. */
function whenQuiet(runtime: Runtime, then: () => void): void {
  const stop = whenAtRest(runtime, then);
  setTimeout(() => {
    if (runtime.status.kind !== 'asleep') return;
    stop();
    then();
  }, LOOKING_AROUND_MS);
}
