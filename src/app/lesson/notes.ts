/** Notes behind the lines of the shown file: how much more each holds at the end of a run than after a warm-up. Pure. */
import { formatBytes } from '../../base/format.ts';
import type { LineNote } from '../../editor/props.ts';
import { messages } from '../../messages/en.ts';
import type { Run } from '../../store/runs.ts';
import { lastUntil } from '../../trace/binarySearch.ts';
import type { Micros } from '../../trace/vocabulary.ts';
import type { ShownFile } from './marks.ts';

/** The root track of the memory probe below which each line that has grown has its own. */
const GROWTH = 'growth';
/** Lines that grew by less than this share of the one that grew most are not worth a note. */
const LEAST_SHARE = 0.01;

const words = messages.editor;

/** Like the marks of a run, only while the text is still the one that ran. */
export function notesOf(shown: ShownFile, run: Run, moment: Micros): readonly LineNote[] {
  if (run.phase === 'idle' || run.program.files[shown.file] !== shown.text) return [];
  const grown = run.trace.picture.lanesBelow(GROWTH).flatMap(({ levels, marks }) => {
    const [bytes, place] = [lastUntil(levels, moment)?.value, lastUntil(marks, moment)?.place];
    return bytes === undefined || place?.file !== shown.file ? [] : [{ line: place.line, bytes }];
  });
  const most = grown.reduce((greatest, { bytes }) => Math.max(greatest, bytes), 0);
  return grown
    .filter(({ bytes }) => bytes >= most * LEAST_SHARE)
    .map(({ line, bytes }) => ({
      line,
      text: words.grew(formatBytes(bytes)),
      title: words.grewTitle(formatBytes(bytes)),
    }));
}
