import { fact } from '../testing/wire.ts';
import { describe, expect, it } from 'vitest';
import { Script, traceOf, type ScriptLine } from '../testing/scriptedTrace.ts';
import { Trace } from './trace.ts';
import { HALF, RECORD_INTS } from './vocabulary.ts';

const happenings: readonly ScriptLine[] = [
  [0, 'track', 'tasks'],
  [5, 'track', 'Task-1 fetch', 'tasks'],
  [10, 'open', 'Task-1 fetch', 'fetch', 'main.py:3'],
  [20, 'state', 'Task-1 fetch', 'running', null, 'main.py:4'],
  [30, 'state', 'Task-1 fetch', 'waiting', 'sleep', 'main.py:4'],
  [40, 'mark', 'Task-1 fetch', fact('loop held', {}), 'bad', 'main.py:5'],
  [50, 'gauge', 'tasks', -3],
  [60, 'tally', 'tasks', 2],
  [70, 'link', 'tasks', 'Task-1 fetch', 'wakes'],
  [80, 'print', 'tasks', 'hello\n', 'stderr'],
  [90, 'close', 'Task-1 fetch', 'done'],
];

const lateEvents: readonly ScriptLine[] = [
  [HALF + 7, 'open', 'late', 'fetch', 'main.py:3'],
  [HALF + 9, 'gauge', 'late', -3],
  [HALF + 10, 'tally', 'late', HALF + 2],
  [HALF + 11, 'close', 'late', 'done'],
];

const median = (values: readonly number[]) =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;

describe('Trace', () => {
  it('gives itself as a batch, which another trace takes as the same events', () => {
    const script = new Script();
    const trace = new Trace();
    const { records, strings } = script.write([[HALF + 7, 'track', 'late'], ...lateEvents]);
    // The second event is a part of a microsecond after the first.
    records[RECORD_INTS] = (records[RECORD_INTS] ?? 0) | (3 << 8);
    trace.append(records, strings);
    trace.append(new Int32Array(), ['in no event']);
    const again = new Trace();
    const batch = trace.batch();
    expect(again.append(batch.records, batch.strings).ok).toBe(true);
    expect([...batch.records]).toEqual([...records]);
    expect(batch.strings).toEqual([...strings, 'in no event']);
    expect(again.picture).toEqual(trace.picture);
  });

  it('gives back each word as it was written', () => {
    const trace = traceOf(happenings);
    const events = Array.from({ length: trace.count }, (_, index) => trace.eventAt(index));
    const none = { place: null };
    expect(events).toEqual([
      { word: 'track', time: 0, track: 0, label: 'tasks', parent: null, ...none },
      { word: 'track', time: 5, track: 1, label: 'Task-1 fetch', parent: 0, ...none },
      { word: 'open', time: 10, track: 1, name: 'fetch', span: 0, place: { file: 'main.py', line: 3 } },
      {
        word: 'state',
        time: 20,
        track: 1,
        state: 'running',
        detail: null,
        place: { file: 'main.py', line: 4 },
      },
      {
        word: 'state',
        time: 30,
        track: 1,
        state: 'waiting',
        detail: 'sleep',
        place: { file: 'main.py', line: 4 },
      },
      {
        word: 'mark',
        time: 40,
        track: 1,
        name: { fact: 'loop held', fields: {} },
        tone: 'bad',
        place: { file: 'main.py', line: 5 },
      },
      { word: 'gauge', time: 50, track: 0, value: -3, ...none },
      { word: 'tally', time: 60, track: 0, amount: 2, ...none },
      { word: 'link', time: 70, track: 0, to: 1, why: 'wakes', ...none },
      { word: 'print', time: 80, track: 0, text: 'hello\n', stream: 'stderr', ...none },
      { word: 'close', time: 90, track: 1, span: 0, outcome: 'done', ...none },
    ]);
  });

  it('reads the same whether it came in one batch or in many', () => {
    const writer = new Script();
    const trace = new Trace();
    for (const line of happenings) {
      const { records, strings } = writer.write([line]);
      expect(trace.append(records, strings)).toEqual({ ok: true, value: undefined });
    }
    const whole = traceOf(happenings);
    expect(trace.count).toBe(whole.count);
    expect(trace.picture).toEqual(whole.picture);
  });

  it('keeps times beyond 31 bits', () => {
    const hour = 3_600_000_000;
    expect(hour).toBeGreaterThan(HALF);
    const trace = traceOf([[hour, 'track', 'tasks']]);
    expect(trace.eventAt(0).time).toBe(hour);
  });

  it('steps from event to event, past those that only declare a track', () => {
    const trace = traceOf(happenings);
    expect(trace.nextEventTime(-1)).toBe(10);
    expect(trace.previousEventTime(10)).toBeNull();
    expect(trace.nextEventTime(20)).toBe(30);
    expect(trace.nextEventTime(25)).toBe(30);
    expect(trace.nextEventTime(90)).toBeNull();
    expect(trace.previousEventTime(90)).toBe(80);
    expect(trace.previousEventTime(85)).toBe(80);
    expect(trace.previousEventTime(0)).toBeNull();
    expect(new Trace().nextEventTime(0)).toBeNull();
  });

  it('knows the last place before a moment, past events that have none', () => {
    const trace = traceOf(happenings);
    expect(trace.placeAt(5)).toBeNull();
    expect(trace.placeAt(10)).toEqual({ file: 'main.py', line: 3 });
    expect(trace.placeAt(35)).toEqual({ file: 'main.py', line: 4 });
    expect(trace.placeAt(1_000)).toEqual({ file: 'main.py', line: 5 });
    expect(new Trace().placeAt(10)).toBeNull();
  });

  it('says so when asked for an event it has not', () => {
    expect(() => traceOf(happenings).eventAt(happenings.length)).toThrow(RangeError);
    expect(() => new Trace().eventAt(0)).toThrow(RangeError);
  });

  it('tells events apart that lie parts of a microsecond apart', () => {
    const trace = new Trace();
    const { records, strings } = new Script().write([
      [0, 'track', 'tasks'],
      [7, 'tally', 'tasks', 1],
      [8, 'tally', 'tasks', 1],
    ]);
    // The last lies 3 of 1024 parts behind the one before.
    records[16] = (records[16] ?? 0) | (3 << 8);
    records[18] = 7;
    expect(trace.append(records, strings).ok).toBe(true);
    expect(trace.eventAt(2).time).toBe(7 + 3 / 1024);
    expect(trace.nextEventTime(7)).toBe(7 + 3 / 1024);
  });

  it('takes the last of 400,000 events as easily as the first', () => {
    const script = new Script();
    const trace = new Trace();
    const { records, strings } = script.write([
      [0, 'track', 'tasks'],
      [1, 'track', 'Task-1 busy', 'tasks'],
    ]);
    trace.append(records, strings);
    const lines = Array.from({ length: 4_000 }, (_, index): ScriptLine => {
      return [index, 'state', 'Task-1 busy', index % 2 === 0 ? 'running' : 'waiting', null, 'main.py:4'];
    });
    const batch = script.write(lines);
    const spent: number[] = [];
    for (let round = 0; round < 100; round += 1) {
      const late = batch.records.slice();
      for (let at = 2; at < late.length; at += 8) late[at] = (late[at] ?? 0) + 10 + round * 4_000;
      const begun = performance.now();
      const taken = trace.append(late, round === 0 ? batch.strings : []);
      spent.push(performance.now() - begun);
      expect(taken.ok).toBe(true);
    }
    expect(trace.count).toBe(400_002);
    expect(trace.picture.lanesBelow('tasks')[0]?.stretches).toHaveLength(400_000);
    expect(median(spent.slice(-25))).toBeLessThan(10 * median(spent.slice(0, 25)));
  });
});
