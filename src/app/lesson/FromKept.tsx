/** Says that a run is one that was kept, as before a reload or of an earlier visit: at its side, and of both. */
import { SIDES, type Lesson, type SideName } from '../../lesson/schema.ts';
import { messages } from '../../messages/en.ts';
import { sideName } from '../../session/sideName.ts';
import type { KeptFrom, Run } from '../../store/runs.ts';
import { useWorkspace } from '../../store/workspaces.ts';

const words = messages.kept;

/** One word at the clock of the side. */
export function FromKept({ side }: { readonly side: SideName }) {
  const kept = useWorkspace(({ runs }) => keptOf(runs[side]));
  if (kept === null) return null;
  return (
    <span className="side-phase" title={words.keptRunTitle(kept.at)}>
      {words.keptRun}
    </span>
  );
}

/** The same of all runs that are shown, in a sentence; empty where none was kept. */
export function useKeptWords(lesson: Lesson): string {
  const broken = useWorkspace(({ runs }) => keptOf(runs.broken)?.by ?? null);
  const fixed = useWorkspace(({ runs }) => keptOf(runs.fixed)?.by ?? null);
  const by = { broken, fixed };
  if (broken !== null && broken === fixed) return words.keptRunBy(broken, null);
  return SIDES.flatMap((side) => {
    const one = by[side];
    return one === null ? [] : [words.keptRunBy(one, sideName(lesson, side))];
  }).join(' ');
}

function keptOf(run: Run): KeptFrom | null {
  return run.phase === 'ended' ? (run.kept ?? null) : null;
}
