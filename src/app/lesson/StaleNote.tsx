/** Says over the results of a side that they are of another program than stands there; they are greyed meanwhile. */
import type { SideName } from '../../lesson/schema.ts';
import { messages } from '../../messages/en.ts';
import { stalenessOfRun } from '../../session/edited.ts';
import type { Staleness } from '../../session/edited.ts';
import { useWorkspace } from '../../store/workspaces.ts';
import './stale.css';

/** Why what a side shows of a run is not of the program that stands there; null where it is. */
export function useStaleness(side: SideName): Staleness | null {
  return useWorkspace(({ lesson, runs, files }) => stalenessOfRun(lesson, side, runs[side], files[side]));
}

export function StaleNote({ side }: { readonly side: SideName }) {
  const why = useStaleness(side);
  return (
    // It is there before it says anything, else that is not read out.
    <output className="stale-note">{why !== null && messages.side.stale[why]}</output>
  );
}
