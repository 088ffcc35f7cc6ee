/** What the tab of a file says of the lines in it: that some are tinted, changed, failed, or under the playhead. Pure. */
import type { Side } from '../../lesson/schema.ts';
import type { Run } from '../../store/runs.ts';
import type { Place } from '../../trace/vocabulary.ts';
import { marksOf } from './marks.ts';

export type FileSign = 'edited' | 'failed' | 'now' | 'pointedAt';

interface Shown {
  readonly files: Readonly<Record<string, string>>;
  readonly lesson: Side;
  readonly run: Run;
  readonly place: Place | null;
}

const SIGN = { rest: 'pointedAt', now: 'now', error: 'failed' } as const;

/** The signs of each file, by its name. They say of a file what its lines show once it is opened. */
export function fileSigns({ files, lesson, run, place }: Shown): ReadonlyMap<string, readonly FileSign[]> {
  return new Map(
    Object.entries(files).map(([file, text]) => {
      const original = lesson.files[file];
      const kinds = marksOf({ file, text, original }, run, place, lesson.highlight).map(
        ({ kind }) => SIGN[kind],
      );
      return [file, [...new Set([...(text === original ? [] : (['edited'] as const)), ...kinds])]];
    }),
  );
}
