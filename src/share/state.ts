/** What a link holds: a lesson as somebody had it before them, a plain value. Only what differs from the lesson. */
import * as v from 'valibot';
import { FILE_PATH } from '../base/filePath.ts';
import { ARRANGEMENTS, type ArrangementName } from '../lesson/arrangements.ts';
import { PARTS } from '../lesson/published.ts';
import { PACES } from '../runtime/protocol.ts';
import { DecisionsSchema, MODELS } from '../runtime/schedule.ts';

/** The names that links hold. Links were made with the last two, of which the page has no arrangement any more. */
export const SHARED_ARRANGEMENTS = [...ARRANGEMENTS, 'lab', 'phone'] as const;

const natural = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
/** A checksum. */
const word = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 32 - 1));
const text = v.string();
/** Whole text by path: only files that differ from the lesson's. */
const FilesSchema = v.record(v.pipe(text, v.regex(FILE_PATH)), text);

/** How runs are scheduled, where it differs from the lesson's own schedule. */
const SharedScheduleSchema = v.strictObject({
  model: v.exactOptional(v.picklist(MODELS)),
  strategy: v.exactOptional(v.picklist(['realistic', 'round-robin', 'random', 'pct', 'manual', 'replay'])),
  seed: v.exactOptional(natural),
  /** a Python expression that must hold at the end; empty for none */
  check: v.exactOptional(text),
  /** what the strategy `replay` follows, recorded under the model `recorded.model` */
  recorded: v.exactOptional(v.strictObject({ model: v.picklist(MODELS), decisions: DecisionsSchema })),
});

/** What the sender saw of a side's run, short enough for a link. */
const SideDigestSchema = v.strictObject({
  /** the kind of ending, such as `finished` */
  ending: text,
  /** the type of the exception that ended it; empty where none did */
  error: text,
  /** figures of the lesson's measures, by id; times are left out, as no machine repeats them */
  measures: v.record(text, v.number()),
  /** CRC-32 of all that was printed */
  output: word,
});
export type SideDigest = v.InferOutput<typeof SideDigestSchema>;

export const SharedStateSchema = v.strictObject({
  /** the id of the lesson */
  lesson: text,
  /** the part of a published program; absent for the lesson itself */
  part: v.exactOptional(v.picklist(PARTS)),
  /** a hash of the lesson's files and schedule, which tells an older lesson from today's */
  version: word,
  /** counted from 0 */
  step: v.exactOptional(natural),
  files: v.exactOptional(
    v.strictObject({ broken: v.exactOptional(FilesSchema), fixed: v.exactOptional(FilesSchema) }),
  ),
  /** the id of the variation that stands on its side unedited */
  variation: v.exactOptional(text),
  /** how both sides begin, where not as the lesson says */
  entry: v.exactOptional(text),
  schedule: v.exactOptional(SharedScheduleSchema),
  pace: v.exactOptional(v.picklist(PACES)),
  /** a position on the axis: microseconds of the runs’ clock, or where time is order a number of changes */
  playhead: v.exactOptional(natural),
  arrangement: v.exactOptional(v.picklist(SHARED_ARRANGEMENTS)),
  /** what the sender saw; absent for a side that had not run to its end */
  digest: v.exactOptional(
    v.strictObject({
      broken: v.exactOptional(SideDigestSchema),
      fixed: v.exactOptional(SideDigestSchema),
    }),
  ),
});
export type SharedState = v.InferOutput<typeof SharedStateSchema>;

/** The arrangement in which a link opens. */
export function arrangementOf({ arrangement }: SharedState): ArrangementName {
  return ARRANGEMENTS.find((name) => name === arrangement) ?? 'lesson';
}
