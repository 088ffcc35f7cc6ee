/** Says of the runs that are shown which were kept: from before a reload, or from an earlier visit. */
import { SIDES, type Lesson } from '../../lesson/schema.ts';
import { messages } from '../../messages/en.ts';
import { sideName } from '../../session/sideName.ts';
import type { KeptFrom, Run } from '../../store/runs.ts';
import { useWorkspace } from '../../store/workspaces.ts';

const words = messages.kept;

/** In a sentence or two; empty where none was kept. */
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
