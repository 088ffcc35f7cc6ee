/** A trace as text: what was packed comes out event by event, and what is no such text is refused in words. */
import { describe, expect, it } from 'vitest';
import { Script, type ScriptLine } from '../testing/scriptedTrace.ts';
import { packTrace, unpackTrace } from './pack.ts';
import { Trace } from './trace.ts';

const lines: readonly (readonly ScriptLine[])[] = [
  [
    [0, 'track', 'tasks'],
    [1, 'track', 'Task-1', 'tasks'],
    [5, 'open', 'Task-1', 'fetch', 'main.py:4'],
  ],
  [
    [3_000_000_000, 'state', 'Task-1', 'waiting', 'sleep'],
    [3_000_000_007, 'gauge', 'tasks', 5_000_000_000],
    [3_000_000_008, 'gauge', 'tasks', 0],
    [3_000_000_009, 'close', 'Task-1', 'done', 'main.py:400'],
    [3_000_000_010, 'print', 'tasks', 'Grüße\n', 'stderr'],
  ],
];

function eventsOf(trace: Trace): unknown[] {
  return Array.from({ length: trace.count }, (_, index) => trace.eventAt(index));
}

describe('a packed trace', () => {
  const script = new Script();
  const batches = lines.map((some) => script.write(some));
  const text = packTrace(batches);

  it('holds every event of every batch', () => {
    const trace = new Trace();
    for (const { records, strings } of batches) expect(trace.append(records, strings).ok).toBe(true);
    const unpacked = unpackTrace(text);
    expect(unpacked.ok && eventsOf(unpacked.value)).toEqual(eventsOf(trace));
  });

  it('is refused where it is damaged', () => {
    for (const bad of ['', '????', text.slice(0, 20), btoa('no such thing')]) {
      expect(unpackTrace(bad).ok).toBe(false);
    }
  });

  it('is much shorter than its records', () => {
    const many = new Script();
    const steps = Array.from(
      { length: 500 },
      (_, index): ScriptLine => [10 + 7 * index, 'gauge', 'g', index],
    );
    const batch = many.write([[0, 'track', 'g'], ...steps]);
    expect(packTrace([batch]).length).toBeLessThan(batch.records.byteLength / 50);
  });
});
