/** Says beside the verdict whether a run of a link came out as its sender saw it, where the strip that tells more is out of sight. */
import { useMemo } from 'react';
import { SIDES, type Lesson } from '../../lesson/schema.ts';
import { guidance as words } from '../../messages/en.ts';
import { comparedWithLink } from '../../session/comparing.ts';
import { useWorkspace } from '../../store/workspaces.ts';
import { useNarrow } from '../shell/media.ts';

/** A sentence; empty where nothing was opened from a link, has run, or can be compared. */
export function useSentWords(lesson: Lesson): string {
  const narrow = useNarrow();
  const link = useWorkspace((workspace) => workspace.link);
  const runs = useWorkspace((workspace) => workspace.runs);
  return useMemo(() => {
    if (!narrow || link === null) return '';
    const compared = SIDES.flatMap((side) => comparedWithLink(lesson, link, side, runs[side]) ?? []);
    if (compared.length === 0 || compared.some(({ kind }) => kind === 'other program')) return '';
    return compared.every(({ kind }) => kind === 'same') ? words.asSent : words.notAsSent;
  }, [narrow, link, runs, lesson]);
}
