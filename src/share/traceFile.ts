/** The runs of a lesson as a file of our own: all that they reported, to be looked at again. Pure. */
import * as v from 'valibot';
import { failure, success, type Result } from '../base/result.ts';
import { PARTS } from '../lesson/published.ts';
import { countedItems } from '../runtime/counted.ts';
import { beginningFields, endFields, traceFrom, withTexts, type TracedRun } from './tracedRun.ts';
import { RECORD_INTS, WORDS } from '../trace/vocabulary.ts';

const FORMAT = 1;

/** More events than any run reports; a file is counted before anything of it is looked at. */
const MOST = 2_000_000;

/** Events as on the wire: rows of eight numbers, and the texts that they number. Labels are texts. */
const SideSchema = v.object({
  ...beginningFields,
  ...endFields,
  strings: countedItems<string>((item) => typeof item === 'string', MOST),
  events: countedItems<readonly number[]>(isRow, MOST),
});

function isRow(item: unknown): boolean {
  return Array.isArray(item) && item.length === RECORD_INTS && item.every((part) => part === (part | 0));
}

const TraceFileSchema = v.object({
  kind: v.literal('faultline trace'),
  format: v.literal(FORMAT),
  lesson: v.string(),
  part: v.exactOptional(v.picklist(PARTS)),
  /** when it was written; files of the first days do not say */
  saved: v.exactOptional(v.pipe(v.string(), v.isoTimestamp())),
  broken: v.exactOptional(SideSchema),
  fixed: v.exactOptional(SideSchema),
});

/** The runs of a lesson's sides, as far as they have ended. */
export interface TracedLesson {
  readonly lesson: string;
  readonly part?: (typeof PARTS)[number];
  /** when the file was written: a moment as ISO 8601 has it */
  readonly saved?: string;
  readonly broken?: TracedRun;
  readonly fixed?: TracedRun;
}

/** JSON with a row to a line, so that it can be looked into and compared. */
export function writeTraceFile({ broken, fixed, ...about }: TracedLesson): string {
  const head = { kind: 'faultline trace', format: FORMAT, words: WORDS, ...about };
  const sides = Object.entries({ broken, fixed }).flatMap(([name, run]) =>
    run === undefined ? [] : [`"${name}": ${writeRun(run)}`],
  );
  return `${[JSON.stringify(head).slice(0, -1), ...sides].join(',\n')}}\n`;
}

function writeRun({ trace, ...run }: TracedRun): string {
  const { records, strings } = trace.batch();
  const rows = Array.from({ length: trace.count }, (_, index) =>
    records.subarray(index * RECORD_INTS, (index + 1) * RECORD_INTS).join(','),
  );
  const about = JSON.stringify(withTexts({ ...run, strings })).slice(0, -1);
  return `${about}, "events": [\n${rows.map((row) => `[${row}]`).join(',\n')}\n]}`;
}

/** Why a file cannot be read: it is no trace of ours, or its events contradict one another. */
export type TraceFileFault = 'no trace' | 'contradictory';

export function readTraceFile(text: string): Result<TracedLesson, TraceFileFault> {
  const parsed = v.safeParse(TraceFileSchema, json(text));
  if (!parsed.success) return failure('no trace');
  const { broken, fixed, kind: _, format: __, ...about } = parsed.output;
  const sides = { broken: readRun(broken), fixed: readRun(fixed) };
  if (sides.broken === null || sides.fixed === null) return failure('contradictory');
  return success({
    ...about,
    ...(sides.broken === undefined ? {} : { broken: sides.broken }),
    ...(sides.fixed === undefined ? {} : { fixed: sides.fixed }),
  });
}

/** Null where the events do not hold. */
function readRun(run: v.InferOutput<typeof SideSchema> | undefined): TracedRun | null | undefined {
  if (run === undefined) return undefined;
  const { events, strings, ...about } = run;
  const trace = traceFrom(Int32Array.from(events.flat()), strings);
  return trace && { ...about, trace };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
