import { fact } from '../../testing/wire.ts';
import { describe, expect, it } from 'vitest';
import { traceOf, type ScriptLine } from '../../testing/scriptedTrace.ts';
import { xOf } from '../shared/timeAxis.ts';
import { layOut } from './layout.ts';
import { piecesOf } from './pieces.ts';

const task = 'Task-1 fetch';
const start: readonly ScriptLine[] = [
  [0, 'track', 'tasks'],
  [1, 'track', task, 'tasks'],
];
const second = 1_000_000;
const layout = layOut({ width: 555, height: 180, lanes: 1, horizon: 10 * second });

function pieces(lines: readonly ScriptLine[], until: number) {
  const lane = traceOf([...start, ...lines]).picture.lanesBelow('tasks')[0];
  if (lane === undefined) throw new Error('no lane');
  return piecesOf(lane, layout, until);
}

describe('piecesOf', () => {
  it('draws a step, a wait and a step', () => {
    const drawn = pieces(
      [
        [2, 'open', task, 'fetch'],
        [10, 'state', task, 'running'],
        [60, 'state', task, 'waiting', 'sleep'],
        [second, 'state', task, 'ready'],
        [second + 50, 'state', task, 'running'],
        [second + 90, 'close', task, 'done'],
      ],
      10 * second,
    );
    expect(drawn.map((piece) => piece.activity)).toEqual(['created', 'running', 'waiting', 'running']);
    const wait = drawn[2];
    expect(wait?.x).toBeCloseTo(xOf(layout, 60));
    expect((wait?.x ?? 0) + (wait?.width ?? 0)).toBeCloseTo(xOf(layout, second));
  });

  it('lets an open state reach to where the run has got', () => {
    const lines: ScriptLine[] = [[10, 'state', task, 'waiting', 'sleep']];
    expect(pieces(lines, 2 * second)[0]?.end).toBe(2 * second);
    expect(pieces(lines, 3 * second)[0]?.end).toBe(3 * second);
  });

  it('shows a step that held the event loop as one bar, also while it still does', () => {
    const step: ScriptLine[] = [
      [10, 'state', task, 'running'],
      [200_000, 'state', task, 'running', 'time.sleep(0.2)'],
      [300_000, 'mark', task, fact('loop held', {}), 'bad'],
      [400_000, 'state', task, 'running'],
    ];
    expect(pieces(step, 90_000)[0]?.activity).toBe('running');
    expect(pieces(step, 500_000)).toMatchObject([{ activity: 'held', start: 10, end: 500_000 }]);
    const over: ScriptLine[] = [...step, [600_000, 'state', task, 'waiting']];
    expect(pieces(over, second)).toMatchObject([
      { activity: 'held', start: 10, end: 600_000 },
      { activity: 'waiting' },
    ]);
  });

  it('shows a long stretch without the mark as running: the probe decides', () => {
    expect(pieces([[10, 'state', task, 'running']], 3 * second)[0]?.activity).toBe('running');
  });

  it('keeps a held step in a crowd, and draws each once', () => {
    const lines = Array.from({ length: 3_000 }, (_, index): ScriptLine[] => {
      const at = 100 + index * 300;
      const held: ScriptLine[] =
        index % 50 === 7 ? [[at + 90, 'mark', task, fact('loop held', {}), 'bad']] : [];
      return [
        [at, 'state', task, 'running'],
        [at + 80, 'state', task, 'running', 'time.sleep(0.1)'],
        ...held,
        [at + 100, 'state', task, 'waiting', 'sleep'],
      ];
    }).flat();
    const drawn = pieces(lines, 10 * second);
    const starts = drawn.filter((piece) => piece.activity === 'held').map((piece) => piece.start);
    expect(new Set(starts).size).toBe(starts.length);
    // Two in one pixel column are drawn once.
    expect(starts.length).toBeGreaterThan(30);
    expect(starts.every((at) => ((at - 100) / 300) % 50 === 7)).toBe(true);
  });

  it('shows the time between creation and the first step', () => {
    const drawn = pieces(
      [
        [2, 'open', task, 'fetch'],
        [second, 'state', task, 'running'],
        [second + 10, 'close', task, 'done'],
      ],
      second + 10,
    );
    expect(drawn[0]).toMatchObject({ activity: 'created', start: 2, end: second });
  });

  it('draws no more than pixels can show, however many stretches there are', () => {
    const lines = Array.from({ length: 60_000 }, (_, index): ScriptLine => {
      return [100 + index * 150, 'state', task, index % 2 === 0 ? 'waiting' : 'running'];
    });
    const drawn = pieces(lines, 10 * second);
    expect(drawn.length).toBeLessThanOrEqual(layout.right - layout.left + 2);
    expect(drawn.length).toBeGreaterThan(300);
    const columns = drawn.map((piece) => Math.floor(piece.x - layout.left));
    expect(new Set(columns).size).toBeGreaterThanOrEqual(drawn.length - 2);
    expect(drawn.slice(1, -1).every((piece) => piece.activity === 'running')).toBe(true);
  });

  it('keeps a long stretch that begins in a crowded column', () => {
    const lines: ScriptLine[] = [
      [10, 'state', task, 'running'],
      [20, 'state', task, 'ready'],
      [30, 'state', task, 'running'],
      [40, 'state', task, 'waiting', 'sleep'],
      [5 * second, 'state', task, 'running'],
    ];
    const drawn = pieces(lines, 5 * second + 1);
    expect(drawn.map((piece) => piece.activity)).toEqual(['running', 'waiting', 'running']);
  });

  it('draws nothing of a task that has not begun', () => {
    expect(pieces([], second)).toEqual([]);
  });
});
