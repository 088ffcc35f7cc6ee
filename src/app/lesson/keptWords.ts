/** Says of the runs that are shown which were kept: from before a reload, from an earlier visit, or from a file. */
import { SIDES, type Lesson } from '../../lesson/schema.ts';
import { messages } from '../../messages/en.ts';
import { sideName } from '../../session/sideName.ts';
import type { KeptFrom, Run } from '../../store/runs.ts';
import { useWorkspace } from '../../store/workspaces.ts';

const words = messages.kept;

/** In a sentence or two; empty where none was kept. */
export function useKeptWords(lesson: Lesson): string {
  const broken = useWorkspace(({ runs }) => keptOf(runs.broken));
  const fixed = useWorkspace(({ runs }) => keptOf(runs.fixed));
  const kept = { broken, fixed };
  if (broken !== null && broken.by === fixed?.by) return words.keptRunBy(broken.by, broken.at, null);
  return SIDES.flatMap((side) => {
    const one = kept[side];
    return one === null ? [] : [words.keptRunBy(one.by, one.at, sideName(lesson, side))];
  }).join(' ');
}

function keptOf(run: Run): KeptFrom | null {
  return run.phase === 'ended' ? (run.kept ?? null) : null;
}
