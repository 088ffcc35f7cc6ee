/** The choice of pace, as the run bar and the options offer it. */
import { messages } from '../../messages/en.ts';
import { PACES, type Pace } from '../../runtime/protocol.ts';
import { usePreferences } from '../../store/preferences.ts';
import { useWorkspaceIfOpen } from '../../store/workspaces.ts';

export const paces = PACES.map((value) => ({
  value,
  label: messages.run.paces[value],
  title: messages.run.paceTitles[value],
}));

/** The pace of the next run: what an opened link asks for, else what the person prefers. */
export function usePace(): Pace {
  const preferred = usePreferences((preferences) => preferences.pace);
  return useWorkspaceIfOpen((workspace) => workspace.pace) ?? preferred;
}
