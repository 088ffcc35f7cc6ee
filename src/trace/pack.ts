/** A trace as a short text, to be kept in a file: its columns as differences, deflated, in base64. Pure. */
import { deflateSync, inflateSync } from 'fflate';
import * as v from 'valibot';
import { failure, success, type Result } from '../base/result.ts';
import { Trace } from './trace.ts';
import { RECORD_INTS } from './vocabulary.ts';

/** Batches in the wire form, one after another. */
export interface Batch {
  readonly records: Int32Array;
  readonly strings: readonly string[];
}

const LEVEL = 9;
/** A byte of a number holds seven bits of it; the highest says that more follow. */
const MORE = 0x80;

const StringsSchema = v.array(v.string());

export function packTrace(batches: readonly Batch[]): string {
  const strings = new TextEncoder().encode(JSON.stringify(batches.flatMap((batch) => batch.strings)));
  const rows = batches.flatMap(({ records }) => rowsOf(records));
  const bytes: number[] = [];
  pushNumber(bytes, strings.length);
  for (const byte of strings) bytes.push(byte);
  pushNumber(bytes, rows.length);
  // Column by column: what stands in one seldom changes much from row to row.
  for (let column = 0; column < RECORD_INTS; column += 1) {
    let before = 0;
    for (const row of rows) {
      const value = row[column] ?? 0;
      pushNumber(bytes, folded(value - before));
      before = value;
    }
  }
  const packed = deflateSync(Uint8Array.from(bytes), { level: LEVEL });
  return btoa(Array.from(packed, (byte) => String.fromCharCode(byte)).join(''));
}

/** The trace again, or what is wrong with the text. */
export function unpackTrace(text: string): Result<Trace, string> {
  try {
    const packed = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const { records, strings } = batchIn(inflateSync(packed));
    const trace = new Trace();
    const taken = trace.append(records, strings);
    return taken.ok ? success(trace) : taken;
  } catch (error) {
    return failure(`it cannot be unpacked: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function batchIn(bytes: Uint8Array): Batch {
  let at = 0;
  const next = (): number => {
    let [value, scale, byte] = [0, 1, MORE];
    while (byte >= MORE) {
      byte = bytes[at] ?? 0;
      value += (byte % MORE) * scale;
      [at, scale] = [at + 1, scale * MORE];
    }
    return value;
  };
  const length = next();
  const json: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(at, at + length)));
  at += length;
  const rows = next();
  if (rows * RECORD_INTS > bytes.length) throw new RangeError(`it promises ${rows} records`);
  const records = new Int32Array(rows * RECORD_INTS);
  for (let column = 0; column < RECORD_INTS; column += 1) {
    let value = 0;
    for (let row = 0; row < rows; row += 1) {
      value += unfolded(next());
      records[row * RECORD_INTS + column] = value;
    }
  }
  return { records, strings: v.parse(StringsSchema, json) };
}

function rowsOf(records: Int32Array): Int32Array[] {
  return Array.from({ length: records.length / RECORD_INTS }, (_, row) =>
    records.subarray(row * RECORD_INTS, (row + 1) * RECORD_INTS),
  );
}

function pushNumber(bytes: number[], value: number): void {
  let rest = value;
  while (rest >= MORE) {
    bytes.push((rest % MORE) + MORE);
    rest = Math.floor(rest / MORE);
  }
  bytes.push(rest);
}

/** Small numbers below zero become small numbers above it. */
function folded(difference: number): number {
  return difference < 0 ? -2 * difference - 1 : 2 * difference;
}

function unfolded(value: number): number {
  return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
}
