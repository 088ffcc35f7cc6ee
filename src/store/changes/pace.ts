/** Chooses how the waits of the open workspace go: what a link asks for is left to that link, else it is a preference. */
import type { Pace } from '../../runtime/protocol.ts';
import { prefer } from '../preferences.ts';
import { change, currentWorkspace } from '../workspaces.ts';

export function choosePace(pace: Pace): void {
  if (currentWorkspace()?.link == null) prefer({ pace });
  else change(() => ({ pace }));
}
