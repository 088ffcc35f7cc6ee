/** Pools, connections and waits at their end: what is reported of them when the run is stuck, or the pool is gone. */
import { expect } from '@playwright/test';
import { test } from '../harness.ts';
import { endsOf, program, run, waitsOf } from './pools.ts';
import { random } from './threads.ts';

test('who waits, and who holds a connection, when the run is stuck does so to the end', async ({
  harness,
}) => {
  const stuck = await run(
    harness,
    program(`
engine = create_engine("sqlite:///shop.db", pool_size=1, max_overflow=0, pool_timeout=None)
def order():
    with engine.connect() as outer:
        outer.scalar(text("SELECT 1"))
        with engine.connect() as inner: inner.scalar(text("SELECT 2"))
together(order, order)`),
  );
  expect(stuck.end.ending.kind).toBe('stuck');
  expect(waitsOf(stuck)).toEqual([]);
  expect(endsOf(stuck)).toEqual(['out']);
  expect(stuck.counters).toMatchObject({ waiting: 2, 'checked out': 1 });
});

test('a thousand checkouts, and a pool that is thrown away', async ({ harness }) => {
  const many = await run(
    harness,
    program(`
engine = create_engine("sqlite:///shop.db")
for _ in range(1000):
    with engine.connect() as connection: connection.scalar(text("SELECT 1"))
engine.dispose()
with engine.connect() as connection: connection.scalar(text("SELECT 1"))
print(engine.pool.status())`),
  );
  expect(endsOf(many)).toEqual(Array.from({ length: 1001 }, () => 'returned'));
  expect(many.counters).toMatchObject({ connects: 2, opened: 1, idle: 1 });
});

test('pools that are gone are no part of the sums, and a disposed one has a successor', async ({
  harness,
}) => {
  const gone = await run(
    harness,
    program(`
def many():
    for _ in range(5):
        engine = create_engine("sqlite:///shop.db", pool_size=3)
        with engine.connect() as connection: connection.scalar(text("SELECT 1"))
        engine.dispose()
many()
gc.collect()
shop = create_engine("sqlite:///shop.db", pool_size=2, max_overflow=0)
kept = shop.connect()
shop.dispose()
with shop.connect() as connection: connection.scalar(text("SELECT 1"))
kept.close()
del kept
gc.collect()
print(shop.pool.overflow())`),
  );
  expect(gone.stdout).toBe('-1\n');
  expect(gone.counters).toMatchObject({ overflow: -1, opened: 1, 'overflow (peak)': 0, 'checked out': 0 });
  const names = gone.events.flatMap((event) => (event.word === 'track' ? [event.label] : []));
  expect(names.filter((name) => name.startsWith('shop'))).toEqual(['shop']);
});

test('all who share the connection of a StaticPool have it until they have given it back', async ({
  harness,
}) => {
  const shared = await run(
    harness,
    program(`
from sqlalchemy.pool import StaticPool
engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
def hold(seconds):
    with engine.connect() as connection:
        connection.scalar(text("SELECT 1"))
        time.sleep(seconds)
together(lambda: hold(0.2), lambda: hold(0.6), lambda: hold(0.4))`),
    // On the clock of a schedule, which a busy machine does not delay.
    { schedule: random('cpython314', 1) },
  );
  expect(endsOf(shared)).toEqual(['returned', 'returned', 'returned']);
  expect(shared.counters).toMatchObject({ connects: 1, 'checked out (peak)': 1, 'checked out': 0, idle: 1 });
  const ends = shared.events.flatMap((event) =>
    event.word === 'close' && event.outcome === 'returned' ? [event.time] : [],
  );
  expect(ends.map((time) => Math.round((time - (ends[0] ?? 0)) / 100_000))).toEqual([0, 2, 4]);
});
