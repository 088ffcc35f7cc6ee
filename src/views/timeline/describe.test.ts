import { fact } from '../../testing/wire.ts';
import { describe, expect, it } from 'vitest';
import { emptyPicture } from '../../trace/picture.ts';
import { traceOf, type ScriptLine } from '../../testing/scriptedTrace.ts';
import { describeTimeline } from './describe.ts';

const second = 1_000_000;
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const described = (lines: readonly ScriptLine[], moment: number) => {
  const description = describeTimeline({ picture: traceOf(lines).picture, moment });
  return {
    summary: plain(description.summary),
    rows: description.table.rows.map((row) => row.map(plain)),
    table: description.table,
  };
};

const roots: readonly ScriptLine[] = [
  [0, 'track', 'tasks'],
  [1, 'track', 'in flight'],
];

/** Tasks that wait a second each, one after another. */
function inTurn(count: number): readonly ScriptLine[] {
  return Array.from({ length: count }, (_, index): ScriptLine[] => {
    const [task, at] = [`Task-${index + 1} fetch_data`, 10 + index * second];
    return [
      [at, 'track', task, 'tasks'],
      [at + 1, 'open', task, 'fetch_data', 'main.py:3'],
      [at + 2, 'state', task, 'running', null, 'main.py:3'],
      [at + 402, 'state', task, 'waiting', 'sleep', 'main.py:4'],
      [at + 403, 'gauge', 'in flight', 1],
      [at + second - 3, 'gauge', 'in flight', 0],
      [at + second - 2, 'close', task, 'done'],
    ];
  }).flat();
}

describe('describeTimeline', () => {
  it('says that nothing has begun', () => {
    expect(describeTimeline({ picture: emptyPicture(), moment: 0 })).toMatchObject({
      summary: 'No task has begun.',
      table: { rows: [] },
    });
  });

  it('describes how many, how many at once, who waited how long and where', () => {
    expect(described([...roots, ...inTurn(10)], 10 * second + 100).summary).toBe(
      '10 tasks: 10 done. At most 1 waited on the outside world at a time. ' +
        'Task-1 fetch_data waited 1.00 s at line 4. Task-2 fetch_data waited 1.00 s at line 4. ' +
        'Task-3 fetch_data waited 1.00 s at line 4. 7 more tasks are in the table.',
    );
  });

  it('knows only what has happened by the moment', () => {
    const { summary, rows } = described([...roots, ...inTurn(10)], 1.5 * second);
    expect(summary).toContain('2 tasks: 1 done, 1 under way.');
    expect(rows).toEqual([
      ['Task-1 fetch_data', '11 µs', '1.00 s', 'done', '1.00 s', '400 µs', 'line 4'],
      ['Task-2 fetch_data', '1.00 s', '–', 'under way', '500 ms', '400 µs', 'line 4'],
    ]);
  });

  it('says which step held the event loop, how long and where', () => {
    const held: readonly ScriptLine[] = [
      ...roots,
      [10, 'track', 'Task-1 fetch_data', 'tasks'],
      [11, 'open', 'Task-1 fetch_data', 'fetch_data', 'main.py:3'],
      [12, 'state', 'Task-1 fetch_data', 'running', null, 'main.py:4'],
      [120_000, 'mark', 'Task-1 fetch_data', fact('loop held', {}), 'bad', 'main.py:5'],
      [500_012, 'close', 'Task-1 fetch_data', 'done'],
    ];
    expect(described(held, second).summary).toContain(
      'Task-1 fetch_data held the event loop for 500 ms at line 5: nothing else could run.',
    );
    expect(described(held, 50_000).summary).not.toContain('held');
    expect(described(held, 300_012).summary).toContain('for 300 ms');
  });

  it('counts what was cancelled and what failed, and names files when there are several', () => {
    const { summary, rows } = described(
      [
        ...roots,
        [10, 'track', 'Task-1 a', 'tasks'],
        [11, 'open', 'Task-1 a', 'a', 'main.py:3'],
        [12, 'track', 'Task-2 b', 'tasks'],
        [13, 'open', 'Task-2 b', 'b', 'shop/orders.py:7'],
        [20, 'close', 'Task-1 a', 'cancelled'],
        [30, 'close', 'Task-2 b', 'failed'],
      ],
      40,
    );
    expect(summary).toContain('2 tasks: 1 cancelled, 1 failed.');
    expect(rows.map((row) => row.at(-1))).toEqual(['main.py line 3', 'shop/orders.py line 7']);
    expect(rows.map((row) => row[3])).toEqual(['cancelled', 'failed']);
  });

  it('says who cancelled tasks, and which were destroyed', () => {
    const tasks = ['Task-2 a', 'Task-3 b', 'Task-4 c'];
    const { summary, rows } = described(
      [
        ...roots,
        ...tasks.map((task, index): ScriptLine => [10 + index, 'track', task, 'tasks']),
        ...tasks.map((task, index): ScriptLine => [14 + index, 'open', task, 'a', 'main.py:3']),
        [20, 'mark', 'Task-2 a', fact('cancelled', { by: 'task', task: 'Task-1 main' }), 'note', 'main.py:9'],
        [21, 'close', 'Task-2 a', 'cancelled'],
        [30, 'mark', 'Task-3 b', fact('cancelled', { by: 'run over', task: null }), 'note'],
        [31, 'close', 'Task-3 b', 'cancelled'],
        [40, 'close', 'Task-4 c', 'destroyed'],
      ],
      50,
    );
    expect(summary).toContain('3 tasks: 2 cancelled, 1 destroyed.');
    expect(summary).toContain('Task-2 a was cancelled by Task-1 main at line 9.');
    expect(summary).toContain('Task-3 b was cancelled because asyncio.run was over.');
    expect(summary).toContain('Task-4 c was destroyed while it was pending: nothing held it any more.');
    expect(rows.map((row) => row[3])).toEqual([
      'cancelled by Task-1 main',
      'cancelled because asyncio.run was over',
      'destroyed while pending',
    ]);
  });

  it('counts a hundred thousand tasks without walking their lives', () => {
    const count = 100_000;
    const lines = Array.from({ length: count }, (_, index): ScriptLine[] => [
      [10 + index * 4, 'track', `Task-${index}`, 'tasks'],
      [11 + index * 4, 'open', `Task-${index}`, 'f', 'main.py:3'],
      [12 + index * 4, 'close', `Task-${index}`, index % 4 === 0 ? 'failed' : 'done'],
    ]).flat();
    const { picture } = traceOf([...roots, ...lines]);
    let asked = 0;
    for (const { spans } of picture.lanesBelow('tasks').slice(1_000)) {
      Object.defineProperty(spans, 'findLast', { value: () => void (asked += 1) });
    }
    const half = describeTimeline({ picture, moment: 12 + (count / 2 - 1) * 4 });
    expect(half.summary).toContain('50,000 tasks: 37,500 done, 12,500 failed.');
    expect(describeTimeline({ picture, moment: 1e9 }).summary).toContain(
      '100,000 tasks: 75,000 done, 25,000 failed.',
    );
    expect(asked).toBe(0);
  });

  it('keeps the table to a size one can read, and says so', () => {
    const { rows, table } = described([...roots, ...inTurn(600)], 600 * second);
    expect(rows).toHaveLength(500);
    expect(table.caption).toContain('the first 500 of 600');
  });
});
