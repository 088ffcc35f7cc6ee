/** The lesson on pools: both sides, the repairs that are none, and what its prose says happens to edited programs. */
import { expect } from '@playwright/test';
import { test } from '../harness.ts';
import { edited, endsOf, holdersOf, logOf, run, waitsOf } from './pools.ts';

const QUERY = '    return connection.scalar(twice, {"n": number})';
const times = (count: number, outcome: string): string[] => Array.from({ length: count }, () => outcome);

test('broken: three connections are lost, nine requests give up, the collector is too late', async ({
  harness,
}) => {
  const broken = await run(harness, edited('broken'));
  expect(broken.end.ending).toEqual({ kind: 'finished' });
  expect(broken.stdout).toContain('refused: [3, 4, 5, 6, 7, 8, 9, 10, 11]');
  expect(broken.stdout).toContain('still out: 3\nafter a collection: 0');
  expect(endsOf(broken)).toEqual(times(3, 'collected'));
  expect(holdersOf(broken)).toEqual([
    'answer main.py:17, Thread-1 (request)',
    'answer main.py:17, Thread-2 (request)',
    'answer main.py:17, Thread-3 (request)',
  ]);
  const waits = waitsOf(broken);
  expect(waits.map(({ outcome }) => outcome)).toEqual(times(9, 'timed out'));
  // SQLAlchemy counts from a moment before the thread stands still.
  expect(Math.min(...waits.map(({ seconds }) => seconds))).toBeGreaterThanOrEqual(1.99);
  expect(broken.counters).toMatchObject({ connects: 3, 'checked out (peak)': 3, 'overflow (peak)': 1 });
  expect(logOf(broken).slice(0, 2)).toEqual(['BEGIN', 'SELECT ? * 2 (0,)']);
  expect(logOf(broken)).not.toContain('COMMIT');
});

test('fixed: everything is given back, and two or three connections serve all', async ({ harness }) => {
  const fixed = await run(harness, edited('fixed'));
  expect(fixed.stdout).toContain('refused: []\nstill out: 0\nafter a collection: 0');
  expect(endsOf(fixed)).toEqual(times(12, 'returned'));
  expect(fixed.counters['connects']).toBeLessThanOrEqual(6);
  expect(fixed.counters['overflow']).toBeLessThanOrEqual(0);
  expect(logOf(fixed).filter((line) => line === 'ROLLBACK')).toHaveLength(12);
});

test('a bigger pool only runs dry later', async ({ harness }) => {
  const twelve = await run(harness, edited('bigger-pool'));
  expect(twelve.stdout).toContain('refused: []\nstill out: 12');
  expect(endsOf(twelve)).toEqual(times(12, 'collected'));
  const thirty = await run(harness, edited('bigger-pool-thirty'));
  expect(thirty.counters).toMatchObject({ timeouts: 15, collected: 15, 'overflow (peak)': 10 });
});

test('close() that an exception passes by gives nothing back; finally does', async ({ harness }) => {
  const late = await run(harness, edited('close-at-the-end'));
  expect(late.stdout).toContain('refused: [1, 3, 5, 6, 7, 8, 9, 10, 11]\nstill out: 3');
  expect(endsOf(late).toSorted()).toEqual([...times(3, 'collected'), ...times(3, 'returned')]);
  const safe = await run(
    harness,
    edited('broken', [
      `    time.sleep(0.15)\n${QUERY}`,
      `    try:\n        time.sleep(0.15)\n    ${QUERY}\n    finally:\n        connection.close()`,
    ]),
  );
  expect(endsOf(safe)).toEqual(times(12, 'returned'));
});

test('without a transaction the last reference gives the connection back', async ({ harness }) => {
  for (const name of ['nothing-executed', 'committed']) {
    const lucky = await run(harness, edited(name));
    expect(lucky.stdout, name).toContain('refused: []\nstill out: 0');
    expect(endsOf(lucky), name).toEqual(times(12, 'dropped'));
  }
});

test('a collection after each request repairs it, until somebody keeps a reference', async ({ harness }) => {
  const collected = await run(harness, edited('collected-each-time'));
  expect(collected.stdout).toContain('refused: []');
  expect(endsOf(collected)).toEqual(times(12, 'collected'));
  const marks = collected.events.flatMap((event) =>
    event.word === 'mark' && event.name.startsWith('brought back') ? [event.name] : [],
  );
  expect(marks).toEqual(times(12, 'brought back 1'));
  const kept = await run(harness, edited('collected-and-kept'));
  expect(kept.stdout).toContain('after a collection: 3');
  expect(endsOf(kept)).toEqual(times(3, 'out'));
});

test('held for less, the connections of the fixed side are out for less', async ({ harness }) => {
  const shorter = await run(
    harness,
    edited('fixed', [
      '    with engine.connect() as connection:\n        time.sleep(0.15)\n',
      '    time.sleep(0.15)\n    with engine.connect() as connection:\n',
    ]),
  );
  expect(endsOf(shorter)).toEqual(times(12, 'returned'));
  expect(shorter.counters).toMatchObject({ connects: 1, 'checked out (peak)': 1 });
});

test('who holds a connection and waits for another waits in vain, also with one more; passed on, it works', async ({
  harness,
}) => {
  // By the virtual clock of a schedule: on a busy machine the first request may be so late that others have given up.
  const schedule = { model: 'cpython314', strategy: { kind: 'realistic' }, check: null } as const;
  const stuck = await run(harness, edited('two-at-once'), { schedule });
  const refused = /refused: \[(.+)\]/.exec(stuck.stdout)?.[1]?.split(', ');
  expect(refused).toEqual(expect.arrayContaining(['0', '1', '2', '3']));
  expect(stuck.stdout).toContain('still out: 0');
  const more = await run(harness, edited('two-at-once', ['max_overflow=1', 'max_overflow=2']), { schedule });
  expect(more.stdout).toContain('refused: [0, 1, 2, 3');
  const own = '    with engine.connect() as connection:\n        connection.scalar(twice, {"n": number})\n';
  const passed = edited(
    'two-at-once',
    [
      `def log(number):\n${own}`,
      'def log(connection, number):\n    connection.scalar(twice, {"n": number})\n',
    ],
    ['        log(number)', '        log(connection, number)'],
  );
  expect((await run(harness, passed, { schedule })).stdout).toContain('refused: []\nstill out: 0');
});
