/** Says that a run is shown from a recording, as before a reload or of an earlier visit: at its side, and of both. */
import { SIDES, type Lesson, type SideName } from '../../lesson/schema.ts';
import { messages } from '../../messages/en.ts';
import { sideName } from '../../session/sideName.ts';
import type { Recorded, Run } from '../../store/runs.ts';
import { useWorkspace } from '../../store/workspaces.ts';

const words = messages.kept;

/** One word at the clock of the side. */
export function FromRecording({ side }: { readonly side: SideName }) {
  const recorded = useWorkspace(({ runs }) => recordedOf(runs[side]));
  if (recorded === null) return null;
  return (
    <span className="side-phase" title={words.recordedTitle(recorded.at)}>
      {words.recorded}
    </span>
  );
}

/** The same of all runs that are shown, in a sentence; empty where none is from a recording. */
export function useRecordedWords(lesson: Lesson): string {
  const broken = useWorkspace(({ runs }) => recordedOf(runs.broken)?.by ?? null);
  const fixed = useWorkspace(({ runs }) => recordedOf(runs.fixed)?.by ?? null);
  const by = { broken, fixed };
  if (broken !== null && broken === fixed) return words.recordedBy(broken, null);
  return SIDES.flatMap((side) => {
    const one = by[side];
    return one === null ? [] : [words.recordedBy(one, sideName(lesson, side))];
  }).join(' ');
}

function recordedOf(run: Run): Recorded | null {
  return run.phase === 'ended' ? (run.recorded ?? null) : null;
}
