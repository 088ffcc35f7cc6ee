import { describe, expect, it } from 'vitest';
import { traceOf } from '../../../testing/scriptedTrace.ts';
import { layOut } from '../draw/layout.ts';
import { sequenceOf } from './eventSequence.ts';
import { locked, lostUpdate, ScriptedRun } from '../../../testing/scriptedThreads.ts';
import { visibleChanges, rangeOf, shownVariables, valueAt } from './variables.ts';

const variablesOf = (scripted: ScriptedRun) => sequenceOf(traceOf(scripted.lines).picture).variables;
const laid = (from: number, span: number) =>
  layOut({ width: 555, height: 280, rows: { threads: 3, locks: 0, variables: 1 }, range: { from, span } });

describe('shared variables', () => {
  it('shows those that change most, in the order they came', () => {
    const scripted = new ScriptedRun();
    for (const name of ['a', 'b', 'c', 'd', 'never']) scripted.declare('shared', name);
    for (const [name, times] of [
      ['a', 2],
      ['b', 1],
      ['c', 5],
      ['d', 3],
    ] as const) {
      for (let time = 0; time < times; time += 1) scripted.wrote(name, time, 'main.py:1');
    }
    const { shown, more } = shownVariables(variablesOf(scripted));
    expect(shown.map((row) => row.lane.label)).toEqual(['a', 'c', 'd']);
    expect(more).toBe(1);
  });

  it('knows the value after so many events', () => {
    const [counter] = variablesOf(lostUpdate());
    if (counter === undefined) throw new Error('no counter');
    expect([1, 2, 8, 13, 19].map((rank) => valueAt(counter, rank)?.text)).toEqual([
      undefined,
      '40',
      '41',
      '42',
      '43',
    ]);
  });

  it('distinguishes numbers from other values', () => {
    const scripted = new ScriptedRun().declare('shared', 'orders').wrote('orders', "['bob']", 'main.py:2');
    const [orders] = variablesOf(scripted);
    expect(orders?.numeric).toBe(false);
    expect(orders?.changes.at(0)?.text).toBe("['bob']");
  });

  it('keeps one scale for both sides, and a closer one for a part', () => {
    const scripted = new ScriptedRun().declare('shared', 'counter').wrote('counter', 7, 'main.py:1');
    const [few] = variablesOf(scripted);
    const others = variablesOf(locked());
    if (few === undefined) throw new Error('no counter');
    expect(rangeOf(few, others, null)).toEqual([7, 43]);
    const [counter] = variablesOf(lostUpdate());
    if (counter === undefined) throw new Error('no counter');
    expect(rangeOf(counter, others, laid(0, 9))).toEqual([40, 41]);
    const [from, to] = visibleChanges(counter, laid(9, 8));
    const visible = Array.from({ length: to - from }, (_, index) => counter.changes.at(from + index)?.text);
    expect(visible).toEqual(['41', '42', '42', '43']);
  });
});
