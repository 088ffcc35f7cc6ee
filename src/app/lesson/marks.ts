/** Which lines of the shown file are marked: the playhead's, an error's, else those the lesson points at. Pure. */
import type { LineMark } from '../../editor/props.ts';
import type { HighlightedLines } from '../../lesson/schema.ts';
import type { Question } from '../../runtime/schedule.ts';
import type { Run } from '../../store/runs.ts';
import type { Position } from '../../trace/axis.ts';
import type { Micros, Place } from '../../trace/vocabulary.ts';

export interface ShownFile {
  readonly file: string;
  readonly text: string;
  /** the lesson's own text of it */
  readonly original: string | undefined;
}

/** Where a side is at the playhead, whose moment there is given: while running at its last event; at rest at the end nowhere. */
export function placeUnderPlayhead(run: Run, at: Position | 'live', moment: Micros): Place | null {
  const shows = run.phase === 'running' || (run.phase === 'ended' && at !== 'live');
  return shows ? run.trace.placeAt(moment) : null;
}

/**
 * Lines of a run are marked only while the text is still the one that ran, since an edit moves lines; the lesson's
 * lines only while the text is the lesson's. While a run is stepped by hand, `asked` is its question.
 */
export function marksOf(
  shown: ShownFile,
  run: Run,
  place: Place | null,
  highlight: readonly HighlightedLines[],
  asked: Question | null = null,
): readonly LineMark[] {
  const marks: LineMark[] = [];
  if (run.phase !== 'idle' && run.program.files[shown.file] === shown.text) {
    if (asked !== null) return nextLines(asked, shown.file);
    if (place?.file === shown.file) return [{ from: place.line, to: place.line, kind: 'now' }];
    const line = errorLine(run, shown.file);
    if (line !== null) marks.push({ from: line, to: line, kind: 'error' });
  }
  if (marks.length > 0 || place !== null || shown.text !== shown.original) return marks;
  return highlight
    .filter(({ file }) => file === shown.file)
    .map(({ from, to }) => ({ from, to, kind: 'rest' as const }));
}

/** The next line of each thread; that of the thread which ran last stands out. */
function nextLines({ threads, current }: Question, file: string): readonly LineMark[] {
  const lines = new Map<number, LineMark>();
  for (const { number, place, state } of threads) {
    if (place?.file !== file || state === 'ended' || lines.get(place.line)?.kind === 'now') continue;
    const kind = number === current ? 'now' : 'rest';
    lines.set(place.line, { from: place.line, to: place.line, kind });
  }
  return [...lines.values()];
}

/** The innermost of the person's lines that an uncaught exception passed; of a group, its first exception. */
function errorLine(run: Run, file: string): number | null {
  if (run.phase !== 'ended' || run.end.ending.kind !== 'raised') return null;
  const { frames, inner } = run.end.ending.error;
  const passed = [...frames, ...(inner[0]?.frames ?? [])];
  const innermost = passed.findLast((frame) => frame.own && frame.line !== null);
  return innermost?.file === file ? innermost.line : null;
}
