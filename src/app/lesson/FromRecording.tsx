/** Says at the head of a side that its run is shown from a recording, as before a reload or of an earlier visit. */
import type { SideName } from '../../lesson/schema.ts';
import { messages } from '../../messages/en.ts';
import { useWorkspace } from '../../store/workspaces.ts';

const words = messages.kept;

export function FromRecording({ side }: { readonly side: SideName }) {
  const recorded = useWorkspace(({ runs }) => {
    const run = runs[side];
    return run.phase === 'ended' ? (run.recorded ?? null) : null;
  });
  if (recorded === null) return null;
  return (
    <span className="side-phase" title={words.recordedTitle(recorded.at)}>
      {words.recorded[recorded.by]}
    </span>
  );
}
