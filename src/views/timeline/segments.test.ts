import { fact } from '../../testing/wire.ts';
import { describe, expect, it } from 'vitest';
import { traceOf, type ScriptLine } from '../../testing/scriptedTrace.ts';
import { creationOf, heldSegments, segmentAt } from './segments.ts';

const task = 'Task-1 compute';
const roots: readonly ScriptLine[] = [
  [0, 'track', 'tasks'],
  [1, 'track', task, 'tasks'],
  [2, 'open', task, 'compute', 'main.py:1'],
];

function laneOf(lines: readonly ScriptLine[]) {
  const [lane] = traceOf([...roots, ...lines]).picture.lanesBelow('tasks');
  if (lane === undefined) throw new Error('no lane');
  return lane;
}

/** One step: computes, blocks in `time.sleep`, computes; each part so many microseconds. */
function step(part: number, marks: readonly number[]): readonly ScriptLine[] {
  const states: ScriptLine[] = [
    [1_000, 'state', task, 'running', null, 'main.py:2'],
    [1_000 + part, 'state', task, 'running', 'time.sleep', 'main.py:3'],
    [1_000 + 2 * part, 'state', task, 'running', null, 'main.py:3'],
    [1_000 + 3 * part, 'close', task, 'done'],
  ];
  const marked = marks.map((at): ScriptLine => [at, 'mark', task, fact('loop held', {}), 'bad', 'main.py:4']);
  return [...states, ...marked].toSorted((one, other) => one[0] - other[0]);
}

describe('a step that held the event loop', () => {
  it.each([
    ['as soon as it lasted, while computing', 101_000],
    ['while blocked', 250_000],
    ['at its end', 600_999],
  ])('is one, from its first stretch to its last, when marked %s', (_, mark) => {
    const lane = laneOf(step(200_000, [mark]));
    const held = heldSegments(lane, 2_000_000);
    const place = { file: 'main.py', line: 4 };
    expect(held).toMatchObject([{ activity: 'held', start: 1_000, end: 601_000, place, first: 0, last: 2 }]);
    for (const index of [0, 1, 2]) expect(segmentAt(lane, index, held, 2_000_000)).toBe(held[0]);
  });

  it('may be made of parts that are each short', () => {
    const lane = laneOf(step(70_000, [210_999]));
    expect(heldSegments(lane, 2_000_000)).toMatchObject([{ start: 1_000, end: 211_000 }]);
  });

  it('is known from its mark on, and grows while it lasts', () => {
    const lane = laneOf(step(200_000, [101_000]));
    expect(heldSegments(lane, 100_999)).toEqual([]);
    expect(heldSegments(lane, 151_000)).toMatchObject([{ end: 151_000, last: 0 }]);
    expect(heldSegments(lane, 301_000)).toMatchObject([{ end: 301_000, last: 1 }]);
  });

  it('is no step that the probe has not marked', () => {
    const lane = laneOf(step(200_000, []));
    expect(heldSegments(lane, 2_000_000)).toEqual([]);
    expect(segmentAt(lane, 1, [], 2_000_000)?.activity).toBe('running');
  });

  it('is found where the task is ready again before the mark', () => {
    const lane = laneOf([
      [1_000, 'state', task, 'running'],
      [301_000, 'state', task, 'ready'],
      [301_001, 'mark', task, fact('loop held', {}), 'bad'],
      [301_100, 'state', task, 'running'],
      [301_200, 'close', task, 'done'],
    ]);
    expect(heldSegments(lane, 2_000_000)).toMatchObject([{ start: 1_000, end: 301_000 }]);
  });

  it('is told apart from the next one', () => {
    const lane = laneOf([
      [1_000, 'state', task, 'running'],
      [200_000, 'mark', task, fact('loop held', {}), 'bad'],
      [200_001, 'state', task, 'waiting', 'sleep'],
      [300_000, 'state', task, 'ready'],
      [300_001, 'state', task, 'running'],
      [500_000, 'mark', task, fact('loop held', {}), 'bad'],
      [500_001, 'close', task, 'done'],
    ]);
    expect(heldSegments(lane, 2_000_000).map(({ first, last }) => [first, last])).toEqual([
      [0, 0],
      [3, 3],
    ]);
  });
});

it('the time before the first step is a segment too', () => {
  expect(creationOf(laneOf([[50, 'state', task, 'running']]), 100)).toMatchObject({
    activity: 'created',
    start: 2,
    end: 50,
  });
});
