/** What every component may reach for: the commands, and the runtime's status. */
import { createContext, use, useSyncExternalStore } from 'react';
import type { Runtime, RuntimeStatus } from '../../runtime/host/runtime.ts';
import type { Commands } from '../../session/commands.ts';
import type { OfflineCommands } from '../../session/offline.ts';

interface Reach {
  readonly commands: Commands;
  readonly runtime: Runtime;
  readonly offline: OfflineCommands;
}

export const AppContext = createContext<Reach | null>(null);

function useReach(): Reach {
  const reach = use(AppContext);
  if (reach === null) throw new Error('a component of the app is drawn outside of AppContext');
  return reach;
}

export function useCommands(): Commands {
  return useReach().commands;
}

/** The same, for what is prerendered as well: null there, where nothing can be pressed yet. */
export function useCommandsIfLive(): Commands | null {
  return use(AppContext)?.commands ?? null;
}

export function useOfflineCommands(): OfflineCommands {
  return useReach().offline;
}

export function useRuntimeStatus(): RuntimeStatus {
  const { runtime } = useReach();
  return useSyncExternalStore(
    (listener) => runtime.subscribe(listener),
    () => runtime.status,
  );
}
