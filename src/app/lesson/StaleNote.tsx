/** Says over the results of a side that they are of its program as it was before an edit; they are greyed meanwhile. */
import type { SideName } from '../../lesson/schema.ts';
import { messages } from '../../messages/en.ts';
import { isBeforeEdit } from '../../session/edited.ts';
import { useWorkspace } from '../../store/workspaces.ts';
import './stale.css';

/** Whether what a side shows of a run is of a program as it was before an edit. */
export function useBeforeEdit(side: SideName): boolean {
  return useWorkspace(({ runs, files }) => isBeforeEdit(runs[side], files[side]));
}

export function StaleNote({ side }: { readonly side: SideName }) {
  const stale = useBeforeEdit(side);
  return (
    // It is there before it says anything, else that is not read out.
    <output className="stale-note">{stale && messages.side.beforeEdit}</output>
  );
}
