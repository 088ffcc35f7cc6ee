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

/** Calls back once, as soon as that is so; where Python is not even asked for, it is not. Returns how to stop. */
export function whenAtRest(runtime: Runtime, then: () => void): () => void {
  let breath: ReturnType<typeof setTimeout> | null = null;
  const stops: (() => void)[] = [];
  const stop = (): void => {
    if (breath !== null) clearTimeout(breath);
    for (const one of stops.splice(0)) one();
  };
  const look = (): void => {
    if (breath !== null || !isAtRest(runtime)) return;
    breath = setTimeout(() => {
      breath = null;
      if (!isAtRest(runtime)) return;
      stop();
      then();
    }, BREATH_MS);
  };
  stops.push(runtime.subscribe(look), useWorkspaces.subscribe(look));
  look();
  return stop;
}
