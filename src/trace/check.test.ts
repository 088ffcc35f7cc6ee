import { describe, expect, it } from 'vitest';
import { DEEPEST } from './check.ts';
import { Script, type Batch, type ScriptLine } from '../testing/scriptedTrace.ts';
import { Trace } from './trace.ts';
import { RECORD_INTS } from './vocabulary.ts';

const opening: readonly ScriptLine[] = [
  [0, 'track', 'tasks'],
  [1, 'track', 'Task-1 fetch', 'tasks'],
  [2, 'open', 'Task-1 fetch', 'fetch', 'main.py:3'],
];

/** A trace with an opening, and the script that goes on writing for it. */
function begun(): { trace: Trace; script: Script } {
  const script = new Script();
  const trace = new Trace();
  const { records, strings } = script.write(opening);
  expect(trace.append(records, strings).ok).toBe(true);
  return { trace, script };
}

/** The batch with one number of its last record replaced. */
function corrupted(batch: Batch, cell: number, value: number): Batch {
  const records = batch.records.slice();
  records[records.length - RECORD_INTS + cell] = value;
  return { ...batch, records };
}

const good: ScriptLine = [10, 'print', 'tasks', 'fine'];
const task = 'Task-1 fetch';

/** What a hostile worker may write in the last record: the line, the cell, the value, and words of the error. */
const corruptions: readonly [what: string, line: ScriptLine, cell: number, value: number, error: RegExp][] = [
  ['a word past the last', [20, 'print', 'tasks', 'x'], 0, 9, /no word has number 9/],
  ['a negative word', [20, 'print', 'tasks', 'x'], 0, -1, /no time/],
  ['parts past those of a microsecond', [20, 'print', 'tasks', 'x'], 0, (1024 << 8) + 8, /no time/],
  ['time that runs back', [20, 'print', 'tasks', 'x'], 2, 9, /not after 10/],
  ['time that stands still', [20, 'print', 'tasks', 'x'], 2, 10, /not after 10/],
  ['negative time', [20, 'print', 'tasks', 'x'], 1, -1, /no time/],
  ['a negative low half of time', [20, 'print', 'tasks', 'x'], 2, -1, /no time/],
  ['time past what a number holds', [20, 'print', 'tasks', 'x'], 1, 2 ** 22, /no time/],
  ['an undeclared track', [20, 'print', 'tasks', 'x'], 3, 2, /track 2 was not declared/],
  ['a negative track', [20, 'print', 'tasks', 'x'], 3, -1, /track -1 was not declared/],
  ['a file that is no string', [20, 'open', task, 'x', 'main.py:3'], 4, 99, /no string has number 99/],
  ['a negative file', [20, 'open', task, 'x', 'main.py:3'], 4, -2, /no string has number -2/],
  ['line 0 of a file', [20, 'open', task, 'x', 'main.py:3'], 5, 0, /line 0 does not exist/],
  ['a string past the last', [20, 'print', 'tasks', 'x'], 6, 99, /no string has number 99/],
  ['a negative string', [20, 'state', task, 'x'], 6, -1, /no string has number -1/],
  ['a detail that is no string', [20, 'state', task, 'x', 'y'], 7, 99, /no string has number 99/],
  ['an outcome that is no string', [20, 'close', task, 'done'], 6, 99, /no string has number 99/],
  ['a name that is no string', [20, 'open', task, 'x'], 6, 99, /no string has number 99/],
  ['a label that is no string', [20, 'track', 'more'], 6, 99, /no string has number 99/],
  ['a track number that skips', [20, 'track', 'more'], 3, 5, /declared out of order/],
  ['a track declared twice', [20, 'track', 'more'], 3, 0, /declared out of order/],
  ['an undeclared parent', [20, 'track', 'more'], 7, 3, /parent 3 was not declared/],
  ['a track that is its own parent', [20, 'track', 'more'], 7, 2, /parent 2 was not declared/],
  ['a parent below -1', [20, 'track', 'more'], 7, -2, /parent -2 was not declared/],
  ['a span opened twice', [20, 'open', task, 'x'], 7, 0, /span 0 was opened before/],
  ['closing what was never opened', [20, 'close', task, 'done'], 7, 7, /span 7 was never opened/],
  ['closing on another track', [20, 'close', task, 'done'], 3, 0, /belongs to track 1/],
  ['a tone past the last', [20, 'mark', task, 'x', 'bad'], 7, 4, /no tone has number 4/],
  ['a stream past the last', [20, 'print', 'tasks', 'x'], 7, 2, /no stream has number 2/],
  ['a link to an undeclared track', [20, 'link', task, 'tasks', 'x'], 6, 2, /track 2 was not declared/],
  ['a link for no reason', [20, 'link', task, 'tasks', 'x'], 7, -1, /no string has number -1/],
  ['a tally that shrinks', [20, 'tally', 'tasks', 1], 6, -1, /only grows/],
  ['a gauge past what a number holds', [20, 'gauge', 'tasks', 1], 6, 2 ** 22, /too large/],
  ['a gauge with a negative low half', [20, 'gauge', 'tasks', 1], 7, -1, /too large/],
];

describe('a bad batch', () => {
  it.each(corruptions)('with %s is refused and changes nothing', (_, line, cell, value, error) => {
    const { trace, script } = begun();
    const before = structuredClone({
      count: trace.count,
      lanes: trace.picture.lanes,
      prints: trace.picture.prints,
    });
    const batch = script.write([good, line]);
    const bad = corrupted(batch, cell, value);

    const taken = trace.append(bad.records, bad.strings);
    expect(taken.ok ? '' : taken.error).toMatch(error);

    expect(
      structuredClone({ count: trace.count, lanes: trace.picture.lanes, prints: trace.picture.prints }),
    ).toEqual(before);
    // The same batch unspoilt is still welcome: neither its strings nor its spans were half taken.
    expect(trace.append(batch.records, batch.strings).ok).toBe(true);
    expect(trace.count).toBe(5);
  });

  it('of a broken length is refused', () => {
    const { trace, script } = begun();
    const { records, strings } = script.write([good]);
    expect(trace.append(records.slice(0, 7), strings).ok).toBe(false);
    expect(trace.count).toBe(3);
  });

  it('that closes a span twice is refused', () => {
    const { trace, script } = begun();
    const close = script.write([[20, 'close', task, 'done']]);
    expect(trace.append(close.records, close.strings).ok).toBe(true);
    const again = corrupted(corrupted(close, 2, 30), 6, 0);
    expect(trace.append(again.records, [])).toEqual({
      ok: false,
      error: 'record 0: span 0 was closed before',
    });
  });

  it('that nests tracks without end is refused', () => {
    const lines = Array.from({ length: DEEPEST + 1 }, (_, depth): ScriptLine => {
      return depth === 0 ? [0, 'track', 'level 0'] : [depth, 'track', `level ${depth}`, `level ${depth - 1}`];
    });
    const fits = new Script().write(lines.slice(0, DEEPEST));
    expect(new Trace().append(fits.records, fits.strings).ok).toBe(true);
    const { records, strings } = new Script().write(lines);
    expect(new Trace().append(records, strings).ok).toBe(false);
  });

  it('leaves time where it was', () => {
    const { trace, script } = begun();
    const bad = corrupted(
      script.write([
        [500, 'print', 'tasks', 'x'],
        [600, 'print', 'tasks', 'x'],
      ]),
      0,
      99,
    );
    expect(trace.append(bad.records, bad.strings).ok).toBe(false);
    expect(trace.picture.lastTime).toBe(2);
    const { records } = script.write([[10, 'tally', 'tasks', 1]]);
    expect(trace.append(records, bad.strings).ok).toBe(true);
  });
});

describe('an odd but honest batch', () => {
  it('may be empty, or hold only strings', () => {
    const { trace } = begun();
    expect(trace.append(new Int32Array(0), []).ok).toBe(true);
    expect(trace.append(new Int32Array(0), ['unused']).ok).toBe(true);
    expect(trace.count).toBe(3);
  });

  it('may declare a track and use it, or open a span and close it', () => {
    const { trace, script } = begun();
    const { records, strings } = script.write([
      [10, 'track', 'Task-2 fetch', 'tasks'],
      [11, 'open', 'Task-2 fetch', 'fetch'],
      [12, 'close', 'Task-2 fetch', 'done'],
    ]);
    expect(trace.append(records, strings).ok).toBe(true);
  });
});
