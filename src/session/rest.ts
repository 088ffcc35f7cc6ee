/** When the page has the processor to spare: Python has started, or will not, and nothing of a lesson runs. */
import type { Runtime } from '../runtime/host/runtime.ts';
import { isBusy } from '../store/workspace.ts';
import { currentWorkspace, useWorkspaces } from '../store/workspaces.ts';

/** Between Python's start and a run that waited for it. */
const BREATH_MS = 50;

function isAtRest(runtime: Runtime): boolean {
  const { kind } = runtime.status;
  const workspace = currentWorkspace();
  return (kind === 'ready' || kind === 'failed') && (workspace === null || !isBusy(workspace));
}

/**
 * Calls back once: as soon as that is so, or after `patience` milliseconds. Where Python is not even asked for, it is never
 * so by itself.
 */
export function whenAtRest(runtime: Runtime, patience: number, then: () => void): void {
  const over = new AbortController();
  const call = (): void => {
    if (over.signal.aborted) return;
    over.abort();
    then();
  };
  const look = (): void => {
    if (!over.signal.aborted && isAtRest(runtime))
      setTimeout(() => {
        if (isAtRest(runtime)) call();
      }, BREATH_MS);
  };
  const stops = [runtime.subscribe(look), useWorkspaces.subscribe(look)];
  over.signal.addEventListener('abort', () => {
    for (const stop of stops) stop();
  });
  if (Number.isFinite(patience)) setTimeout(call, patience);
  look();
}
