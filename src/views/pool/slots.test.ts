import { expect, test } from 'vitest';
import { traceOf, type ScriptLine } from '../../testing/scriptedTrace.ts';
import { logUntil } from './log.ts';
import { lostConnections, sharedConnection } from '../../testing/scriptedPool.ts';
import { MOST_SLOTS, poolsAt } from './slots.ts';

const at = (lines: readonly ScriptLine[], seconds: number) =>
  poolsAt(traceOf(lines).picture, seconds * 1_000_000);

const sharer = (seconds: number) => at(sharedConnection, seconds)[0]?.slots[0]?.holder?.thread;

test('each place has who holds it, since when and since which line', () => {
  const [pool] = at(lostConnections, 1);
  expect(pool).toMatchObject({
    name: 'engine',
    kind: 'QueuePool',
    size: 1,
    most: 2,
    timeout: '2',
    hidden: 0,
    hiddenOpen: 0,
  });
  expect(pool?.slots).toEqual([
    {
      overflow: false,
      connection: 'connection 1',
      holder: {
        thread: 'Thread-1 (request)',
        by: 'answer',
        since: 700_002,
        place: { file: 'main.py', line: 17 },
      },
    },
    {
      overflow: true,
      connection: 'connection 2',
      holder: {
        thread: 'Thread-2 (request)',
        by: 'answer',
        since: 800_002,
        place: { file: 'main.py', line: 17 },
      },
    },
  ]);
});

test('a place is there before anything is opened in it, and after that is closed', () => {
  expect(at(lostConnections, 0.65)[0]?.slots.map(({ connection }) => connection)).toEqual([null, null]);
  const [kept, closed] = at(lostConnections, 3.1)[0]?.slots ?? [];
  expect(kept).toMatchObject({ connection: 'connection 1', holder: null });
  expect(closed).toMatchObject({ connection: null, holder: null });
  expect(at(lostConnections, 0.1)).toEqual([]);
});

test('a pool without a limit has as many places as it needs, and counts those that are not drawn', () => {
  const many: readonly ScriptLine[] = [
    [0, 'track', 'connections'],
    [1, 'track', 'engine', 'connections'],
    [2, 'state', 'engine', 'NullPool', ''],
    ...Array.from({ length: 20 }, (_, index): ScriptLine[] => {
      const [name, time] = [`connection ${index + 1}`, 10 + index * 10];
      return [
        [time, 'track', name, 'engine'],
        [time + 1, 'state', name, 'idle'],
      ];
    }).flat(),
  ];
  const [pool] = at(many, 1);
  expect(pool).toMatchObject({
    size: null,
    most: null,
    hidden: 20 - MOST_SLOTS,
    hiddenOpen: 20 - MOST_SLOTS,
  });
  expect(pool?.slots).toHaveLength(MOST_SLOTS);
});

test('a connection that is opened takes the place of one that is closed', () => {
  const again: readonly ScriptLine[] = [
    ...lostConnections,
    [3_200_000, 'track', 'connection 3', 'engine'],
    [3_200_001, 'state', 'connection 3', 'idle'],
  ];
  const names = at(again, 3.3)[0]?.slots.map(({ connection }) => connection);
  expect(names).toEqual(['connection 1', 'connection 3']);
});

test('a connection that several share is with the last who took it and still has it', () => {
  expect([0.15, 0.25, 0.4, 0.7].map(sharer)).toEqual([
    'Thread-1 (hold)',
    'Thread-2 (hold)',
    'Thread-1 (hold)',
    undefined,
  ]);
});

test('a pool that is gone is shown until another is asked', () => {
  const gone: readonly ScriptLine[] = [
    [0, 'track', 'connections'],
    [1, 'track', 'engine', 'connections'],
    [2, 'state', 'engine', 'QueuePool', '30'],
    [10, 'track', 'connection 1', 'engine'],
    [11, 'state', 'connection 1', 'idle'],
    [20, 'state', 'connection 1', 'closed'],
    [21, 'state', 'engine', 'gone'],
    [30, 'track', 'engine 2', 'connections'],
    [31, 'state', 'engine 2', 'QueuePool', '30'],
  ];
  expect(at(gone, 0.000_025).map(({ name, kind }) => `${name} ${kind}`)).toEqual(['engine QueuePool']);
  expect(at(gone, 1).map(({ name }) => name)).toEqual(['engine 2']);
  const open = gone.filter(([, , , state]) => state !== 'closed');
  expect(at(open, 1).map(({ name }) => name)).toEqual(['engine', 'engine 2']);
});

test('the log has what was said by the moment, in order', () => {
  const { picture } = traceOf(lostConnections);
  expect(logUntil(picture, 850_000).lines.map(({ mark }) => mark.name)).toEqual(['BEGIN']);
  const { lines, count } = logUntil(picture, 4_000_000);
  expect(lines.map(({ mark }) => mark.name)).toEqual(['BEGIN', 'SELECT ? * 2 (0,)']);
  expect(count).toBe(2);
});
