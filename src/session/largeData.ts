/** What lies in the large storage as values of the file of all data, and back: kept runs, and what was found out beside them. */
import * as v from 'valibot';
import type { LargeStorage } from '../base/largeStorage.ts';
import type { Kept } from '../base/storage.ts';
import type { StoredValue } from '../base/storedValues.ts';
import { KeptResultsSchema } from './keptResult.ts';
import { KeptRunSchema } from './keptRun.ts';

/** A file that holds more of them is too large to be read again; the newest come first. Characters. */
const MOST_TEXT = 12_000_000;
const VERSION = 1;
const NAME = /^((?:runs|results)\/.+)\/v1$/;

/** Whether a value of a file belongs there. */
export function isLarge({ name }: Pick<StoredValue, 'name'>): boolean {
  return /^(?:runs|results)\//.test(name);
}

/** Of how many runs values are kept runs. */
export function runsAmong(names: readonly string[]): number {
  return names.filter((name) => /^runs\/.*\/run(?:\/v\d+)?$/.test(name)).length;
}

/** All that can be read of it, the newest first, up to a cap. */
export async function largeValues(large: LargeStorage): Promise<StoredValue[]> {
  const values: StoredValue[] = [];
  let room = MOST_TEXT;
  for (const key of (await large.names()).toSorted((one, other) => timeOf(other) - timeOf(one))) {
    const name = NAME.exec(key)?.[1];
    const value = name === undefined ? undefined : await large.get(key);
    if (name === undefined || !isWhole(name, value)) continue;
    const text = JSON.stringify(value, (_, field: unknown) =>
      field instanceof Int32Array ? [...field] : field,
    );
    room -= text.length;
    if (room < 0) break;
    values.push({ name, version: VERSION, text });
  }
  return values;
}

/** Puts values of a file there. What is none of this version's is left out. */
export async function writeLarge(values: readonly StoredValue[], large: LargeStorage): Promise<Kept> {
  for (const { name, version, text } of values) {
    const value = withRecords(JSON.parse(text));
    if (version !== VERSION || !isWhole(name, value)) continue;
    const done = await large.set(`${name}/v${VERSION}`, value);
    if (done !== 'kept') return done;
  }
  return 'kept';
}

function isWhole(name: string, value: unknown): boolean {
  return v.safeParse(name.startsWith('runs/') ? KeptRunSchema : KeptResultsSchema, value).success;
}

/** JSON has no arrays of whole numbers. */
function withRecords(value: unknown): unknown {
  const parsed = v.safeParse(v.looseObject({ records: v.array(v.number()) }), value);
  return parsed.success ? { ...parsed.output, records: Int32Array.from(parsed.output.records) } : value;
}

/** When a value was kept, which its name tells. */
function timeOf(key: string): number {
  return Number(/\/(\d+)\/(?:[a-z]+\/)?v\d+$/.exec(key)?.[1] ?? 0);
}
