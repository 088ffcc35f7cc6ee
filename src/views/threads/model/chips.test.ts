import { describe, expect, it } from 'vitest';
import { traceOf } from '../../../testing/scriptedTrace.ts';
import { chipsOf } from './chips.ts';
import { layOut } from '../draw/layout.ts';
import { sequenceOf } from './eventSequence.ts';
import { lostUpdate, many, ONE, TWO, type ScriptedRun } from '../../../testing/scriptedThreads.ts';
import { chipWords } from './words.ts';

function chips(scripted: ScriptedRun, label: string, span: number, height = 280) {
  const sequence = sequenceOf(traceOf(scripted.lines).picture);
  const threads = sequence.threads.length;
  const layout = layOut({
    width: 555,
    height,
    rows: { threads, locks: 0, variables: 1 },
    range: { from: 0, span },
  });
  const row = sequence.threads.find(({ lane }) => lane.label === label);
  if (row === undefined) throw new Error(`no thread ${label}`);
  const words = { of: chipWords(true), measure: (text: string) => text.length * 6, radius: 4, taken: [] };
  return chipsOf(row, layout, sequence.count, words);
}

describe('chipsOf', () => {
  it('shows reads and writes, with words where there is room', () => {
    expect(chips(lostUpdate(), ONE, 6)[0]?.text).toBeUndefined();
    expect(chips(lostUpdate(), ONE, 7.5).map((chip) => chip.text?.words)).toEqual(['read 40', '41']);
    expect(chips(lostUpdate(), TWO, 20).map((chip) => chip.text?.words)).toEqual(['41', '42', '42', '43']);
  });

  it('says in full what went wrong before it says anything else', () => {
    const bad = chips(lostUpdate(), ONE, 24).find((chip) => chip.event.flaw !== null);
    expect(bad?.text?.words).toBe('wrote 42');
  });

  it('never writes over other words', () => {
    for (const span of [8, 12, 20, 40, 70]) {
      const texts = chips(lostUpdate(), ONE, span).flatMap(({ text }) => (text === null ? [] : [text]));
      const edges = texts.map(({ words, x }) => [x - words.length * 3, x + words.length * 3]);
      for (const [index, edge] of edges.entries()) {
        expect(edge[0]).toBeGreaterThanOrEqual(edges[index - 1]?.[1] ?? 0);
      }
    }
  });

  it('writes into the width of an event where lanes are low', () => {
    const scripted = many(10, 3, false);
    const [first] = chips(scripted, ONE, 30, 200).filter((chip) => chip.text !== null);
    const all = chips(scripted, ONE, 30, 200);
    expect(all.length).toBeGreaterThan(0);
    if (first?.text != null) expect(first.text.x).toBeGreaterThan(first.x);
  });

  it('keeps to what went wrong when events are narrow, and makes notches of a crowd', () => {
    const far = chips(many(10, 400, false), 'Thread-5 (work)', 9_000);
    expect(far.length).toBeGreaterThan(0);
    expect(far.every((chip) => chip.event.flaw !== null && chip.text === null)).toBe(true);
    expect(far.some((chip) => chip.crowded)).toBe(true);
    expect(far.length).toBeLessThan(200);
    expect(chips(lostUpdate(), ONE, 500).map((chip) => chip.crowded)).toEqual([false]);
  });
});
