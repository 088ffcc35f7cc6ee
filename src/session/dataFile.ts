/**
 * The file that everything a person has kept goes into, and what taking it in would change here. Pure. It holds the values
 * of the storage as they are, each with its version, so that a page that knows a value better than this one can read it.
 */
import * as v from 'valibot';
import { failure, success, type Result } from '../base/result.ts';
import type { StoredValue } from '../base/storedValues.ts';

const FORMAT = 'faultline-data';
const VERSION = 1;
/** A file of more than this is none of ours: a browser does not keep so much for a page. Characters. */
const MOST_TEXT = 20_000_000;

const ValueSchema = v.object({
  // What was moved aside has keys of its own.
  name: v.pipe(v.string(), v.regex(/^(?!aside\/)[\w.-]+(\/.+)?$/s), v.maxLength(1_000)),
  version: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
  value: v.unknown(),
});
const HeadSchema = v.object({ format: v.literal(FORMAT), version: v.number() });
const DataFileSchema = v.object({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  values: v.pipe(v.array(ValueSchema), v.maxLength(100_000)),
});

/** Why a file cannot be taken in. */
export type DataFileFault = 'not ours' | 'newer' | 'too large' | 'damaged';

/** What can be read of the values as the text of a file; what is no JSON is left out. */
export function writeDataFile(values: readonly StoredValue[]): string {
  const all = values.flatMap(({ name, version, text }) => {
    const value = jsonOf(text);
    return value === undefined ? [] : [{ name, version, value }];
  });
  return `${JSON.stringify({ format: FORMAT, version: VERSION, values: all }, null, 1)}\n`;
}

export function readDataFile(text: string): Result<StoredValue[], DataFileFault> {
  if (text.length > MOST_TEXT) return failure('too large');
  const json = jsonOf(text);
  const head = v.safeParse(HeadSchema, json);
  if (!head.success) return failure('not ours');
  if (head.output.version > VERSION) return failure('newer');
  const file = v.safeParse(DataFileSchema, json);
  if (!file.success) return failure('damaged');
  return success(
    file.output.values.map(({ name, version, value }) => ({ name, version, text: JSON.stringify(value) })),
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
