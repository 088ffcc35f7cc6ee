/** Sketches: what is drawn small of a run, and nothing that comes later than the moment. */
import { describe, expect, it } from 'vitest';
import { Script, type ScriptLine } from '../../testing/scriptedTrace.ts';
import { Trace } from '../../trace/trace.ts';
import { sketchOf, type SketchPlan } from './sketch.ts';

const lines: readonly ScriptLine[] = [
  [0, 'track', 'tasks'],
  [1, 'track', 'memory'],
  [2, 'track', 'Task-1', 'tasks'],
  [3, 'track', 'Task-2', 'tasks'],
  [100, 'open', 'Task-1', 'a'],
  [101, 'state', 'Task-1', 'running'],
  [200, 'state', 'Task-1', 'waiting'],
  [250, 'gauge', 'memory', 10],
  [300, 'close', 'Task-1', 'failed'],
  [400, 'open', 'Task-2', 'b'],
  [450, 'gauge', 'memory', 5],
  [500, 'close', 'Task-2', 'done'],
];
const script = new Script();
const { records, strings } = script.write(lines);
const trace = new Trace();
trace.append(records, strings);
const plan: SketchPlan = { rows: ['tasks'], levels: ['memory'], across: 'time' };

describe('a sketch', () => {
  it('has a row for each track, from the first thing drawn to the moment', () => {
    const { rows } = sketchOf(plan, trace.picture, 500);
    expect(rows).toEqual([
      [
        { from: 0, to: 0.5, kind: 'bad' },
        { from: 0.0025, to: 0.25, kind: 'busy' },
      ],
      [{ from: 0.75, to: 1, kind: 'whole' }],
    ]);
  });

  it('tells no ending before it has come, and no track', () => {
    const { rows, lines: levels } = sketchOf(plan, trace.picture, 299);
    expect(rows.map((bars) => bars.map(({ kind }) => kind))).toEqual([['whole', 'busy']]);
    expect(rows[0]?.[0]).toMatchObject({ from: 0, to: 1 });
    expect(levels.flat().map(({ level }) => level)).toEqual([1, 1]);
  });

  it('draws levels against their highest, up to the right edge', () => {
    const { lines: levels } = sketchOf(plan, trace.picture, 500);
    expect(levels).toEqual([
      [
        { at: 0.375, level: 1 },
        { at: 0.875, level: 0.5 },
        { at: 1, level: 0.5 },
      ],
    ]);
  });

  it('may go from event to event instead', () => {
    const { rows } = sketchOf({ ...plan, across: 'events' }, trace.picture, 500);
    const [first, second] = rows.map((bars) => bars[0]);
    expect([first?.from, second?.to]).toEqual([0, 1]);
    // Four events lie between the two ends of the first, one between those of the second.
    expect(first?.to).toBeCloseTo(4 / 7);
    expect(second?.from).toBeCloseTo(5 / 7);
  });
});
