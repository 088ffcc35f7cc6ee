/** Check: whether a batch may be believed. It comes from a worker that runs a stranger's code. */
import { failure, success, type Result } from '../base/result.ts';
import { rowOf, type Row } from './columns.ts';
import { PARTS, RECORD_INTS, STREAMS, TONES, WORDS, type TrackId } from './vocabulary.ts';

/** High half of the largest number that JavaScript holds exactly. */
const MOST_HIGH = 2 ** 22;
/** Nesting of tracks beyond which a batch is refused: counting spans climbs it. */
export const DEEPEST = 8;

/** What earlier batches have established, and what this one adds if it is believed. */
export class Known {
  strings = 0;
  lastTime = -1;
  /** depth of each declared track; a root has 1 */
  readonly depths: number[] = [];
  /** the number of the last span that was opened: they only grow, so that none need be remembered that is over */
  lastSpan = -1;
  /** track of each span that is open */
  readonly open = new Map<number, TrackId>();
}

/** One batch under examination: reads what is known, remembers what would be new, and changes nothing. */
class Examination {
  readonly known: Known;
  readonly strings: number;
  lastTime: number;
  readonly depths: number[] = [];
  lastSpan: number;
  /** those that it has opened, and those that it has closed, of whichever batch */
  readonly opened = new Map<number, TrackId>();
  readonly closed = new Set<number>();

  constructor(known: Known, newStrings: number) {
    this.known = known;
    this.strings = known.strings + newStrings;
    this.lastTime = known.lastTime;
    this.lastSpan = known.lastSpan;
  }

  get tracks(): number {
    return this.known.depths.length + this.depths.length;
  }

  depthOf(track: TrackId): number {
    return this.known.depths[track] ?? this.depths[track - this.known.depths.length] ?? 0;
  }

  /** The track of a span that is open. */
  trackOfOpen(span: number): TrackId | undefined {
    if (this.closed.has(span)) return undefined;
    return this.opened.get(span) ?? this.known.open.get(span);
  }

  isString(number: number): boolean {
    return number >= 0 && number < this.strings;
  }

  commit(): void {
    this.known.strings = this.strings;
    this.known.lastTime = this.lastTime;
    for (const depth of this.depths) this.known.depths.push(depth);
    this.known.lastSpan = this.lastSpan;
    for (const [span, track] of this.opened) if (!this.closed.has(span)) this.known.open.set(span, track);
    for (const span of this.closed) this.known.open.delete(span);
  }
}

/**
 * Examines a whole batch. On success the value commits what the batch establishes to `known`; on failure the error
 * names the first bad record, and nothing has changed.
 */
export function checkBatch(
  records: Int32Array,
  newStrings: number,
  known: Known,
): Result<() => void, string> {
  if (records.length % RECORD_INTS !== 0) {
    return failure(`a batch of ${records.length} numbers is no whole number of records`);
  }
  const examination = new Examination(known, newStrings);
  for (let index = 0; index < records.length / RECORD_INTS; index += 1) {
    const row = rowOf(records, index);
    const fault = faultOfTime(records, index, row, examination) ?? faultOf(row, examination);
    if (fault !== null) return failure(`record ${index}: ${fault}`);
    examination.lastTime = row.time;
  }
  return success(() => examination.commit());
}

function faultOfTime(records: Int32Array, index: number, row: Row, so: Examination): string | null {
  const high = records[index * RECORD_INTS + 1] ?? -1;
  const low = records[index * RECORD_INTS + 2] ?? -1;
  const parts = (records[index * RECORD_INTS] ?? -1) >>> 8;
  if (high < 0 || high >= MOST_HIGH || low < 0 || parts >= PARTS) return 'its time is no time';
  if (row.time <= so.lastTime) return `its time ${row.time} is not after ${so.lastTime}`;
  return null;
}

function faultOf(row: Row, so: Examination): string | null {
  const word = WORDS[row.word];
  if (word === undefined) return `no word has number ${row.word}`;
  if (row.file !== -1 && !so.isString(row.file)) return `no string has number ${row.file}`;
  if (row.file !== -1 && row.line < 1) return `line ${row.line} does not exist`;
  if (word === 'track') return faultOfTrack(row, so);
  if (row.track < 0 || row.track >= so.tracks) return `track ${row.track} was not declared`;
  switch (word) {
    case 'open':
      return faultOfOpen(row, so);
    case 'close':
      return faultOfClose(row, so);
    case 'mark':
      return faultOfString(row.a, so) ?? faultOfIndex(row.b, TONES, 'tone');
    case 'print':
      return faultOfString(row.a, so) ?? faultOfIndex(row.b, STREAMS, 'stream');
    case 'gauge':
      return faultOfNumber(row.a, row.b);
    case 'tally':
      return row.a < 0 ? 'a tally only grows' : faultOfNumber(row.a, row.b);
    case 'state':
      return faultOfString(row.a, so) ?? (row.b === -1 ? null : faultOfString(row.b, so));
    case 'link':
      if (row.a < 0 || row.a >= so.tracks) return `track ${row.a} was not declared`;
      return faultOfString(row.b, so);
  }
}

function faultOfTrack(row: Row, so: Examination): string | null {
  if (row.track !== so.tracks) return `track ${row.track} is declared out of order`;
  if (row.b < -1 || row.b >= so.tracks) return `parent ${row.b} was not declared`;
  const depth = row.b === -1 ? 1 : so.depthOf(row.b) + 1;
  if (depth > DEEPEST) return `tracks are nested deeper than ${DEEPEST}`;
  const fault = faultOfString(row.a, so);
  if (fault === null) so.depths.push(depth);
  return fault;
}

function faultOfOpen(row: Row, so: Examination): string | null {
  if (row.b <= so.lastSpan) return `span ${row.b} was opened before, or comes out of order`;
  const fault = faultOfString(row.a, so);
  if (fault !== null) return fault;
  so.opened.set(row.b, row.track);
  so.lastSpan = row.b;
  return null;
}

function faultOfClose(row: Row, so: Examination): string | null {
  const track = so.trackOfOpen(row.b);
  if (track === undefined) {
    return row.b > so.lastSpan ? `span ${row.b} was never opened` : `span ${row.b} was closed before`;
  }
  if (track !== row.track) return `span ${row.b} belongs to track ${track}`;
  const fault = faultOfString(row.a, so);
  if (fault === null) so.closed.add(row.b);
  return fault;
}

function faultOfString(number: number, so: Examination): string | null {
  return so.isString(number) ? null : `no string has number ${number}`;
}

function faultOfIndex(index: number, list: readonly string[], what: string): string | null {
  return list[index] === undefined ? `no ${what} has number ${index}` : null;
}

function faultOfNumber(high: number, low: number): string | null {
  return low < 0 || high < -MOST_HIGH || high >= MOST_HIGH ? 'its number is too large' : null;
}
