/** Pools of every kind, and what learners do to them: each has its numbers, nothing hangs, nothing of the probe is visible. */
import { expect } from '@playwright/test';
import { test } from '../harness.ts';
import { endsOf, logOf, program, run, waitsOf } from './pools.ts';

const times = (count: number, outcome: string): string[] => Array.from({ length: count }, () => outcome);

/** A connection that the database has closed, and two requests after that. */
const stale = (options: string): string =>
  program(`
engine = create_engine("sqlite:///shop.db", pool_size=1, max_overflow=0${options})
with engine.connect() as connection:
  connection.scalar(text("SELECT 1"))
  raw = connection.connection.dbapi_connection
raw.close()
for _ in range(2):
  try:
      with engine.connect() as connection:
          print(connection.scalar(text("SELECT 2")))
  except Exception as error:
      print(type(error).__name__)`);

test('a nested checkout waits for what its own thread will not give back', async ({ harness }) => {
  const nested = await run(
    harness,
    program(`
engine = create_engine("sqlite:///shop.db", pool_size=3, max_overflow=0, pool_timeout=1)
def order():
    try:
        with engine.connect() as outer:
            outer.scalar(text("SELECT 1"))
            time.sleep(0.1)
            with engine.connect() as inner:
                inner.scalar(text("SELECT 2"))
    except TimeoutError:
        print("gave up")
together(order, order, order)`),
  );
  expect(nested.end.ending.kind).toBe('finished');
  expect(nested.stdout).toContain('gave up');
  expect(nested.counters['timeouts']).toBeGreaterThanOrEqual(1);
  expect(nested.counters).toMatchObject({ 'waiting (peak)': 3, 'checked out': 0 });
});

test('whoever holds for long makes the others wait; they are served in the end', async ({ harness }) => {
  const held = await run(
    harness,
    program(`
engine = create_engine("sqlite:///shop.db", pool_size=2, max_overflow=0, pool_timeout=30)
def work():
    with engine.connect() as connection:
        connection.scalar(text("SELECT 1"))
        time.sleep(1)
together(*[work] * 6)`),
  );
  const waits = waitsOf(held);
  expect(waits.map(({ outcome }) => outcome)).toEqual(times(4, 'served'));
  expect(Math.max(...waits.map(({ seconds }) => seconds))).toBeGreaterThanOrEqual(1.9);
  expect(endsOf(held)).toEqual(times(6, 'returned'));
  expect(held.counters['connects']).toBe(2);
});

test('a stale connection is replaced by pre_ping, and met without it', async ({ harness }) => {
  const pinged = await run(harness, stale(', pool_pre_ping=True'));
  expect(pinged.stdout).toBe('2\n2\n');
  expect(pinged.counters).toMatchObject({ connects: 2, opened: 1 });
  const met = await run(harness, stale(''));
  expect(met.stdout).toBe('ProgrammingError\n2\n');
  expect(logOf(met).join('\n')).toContain('ProgrammingError: Cannot operate on a closed database.');
});

const kinds: readonly (readonly [name: string, body: string, counters: Record<string, number>])[] = [
  [
    'pool_size=0 has no limit, and counts no overflow',
    `
engine = create_engine("sqlite:///shop.db", pool_size=0)
kept = [engine.connect() for _ in range(20)]
print(engine.pool.overflow(), engine.pool.checkedout())
for connection in kept: connection.close()`,
    { connects: 20, 'checked out (peak)': 20, 'overflow (peak)': 0, opened: 20, idle: 20 },
  ],
  [
    'max_overflow=-1 has no limit, and closes what it does not keep',
    `
engine = create_engine("sqlite:///shop.db", pool_size=1, max_overflow=-1)
kept = [engine.connect() for _ in range(12)]
print(engine.pool.overflow(), engine.pool.checkedout())
for connection in kept: connection.close()`,
    { connects: 12, 'overflow (peak)': 11, overflow: 0, opened: 1, idle: 1 },
  ],
  [
    'NullPool opens anew each time',
    `
from sqlalchemy.pool import NullPool
engine = create_engine("sqlite:///shop.db", poolclass=NullPool)
for _ in range(10):
    with engine.connect() as connection: connection.scalar(text("SELECT 1"))`,
    { connects: 10, opened: 0, 'opened (peak)': 1 },
  ],
  [
    'StaticPool has one connection for all',
    `
from sqlalchemy.pool import StaticPool
engine = create_engine("sqlite:///:memory:", poolclass=StaticPool, connect_args={"check_same_thread": False})
def work():
    with engine.connect() as connection:
        connection.scalar(text("SELECT 1"))
        time.sleep(0.1)
together(work, work, work)`,
    { connects: 1, opened: 1 },
  ],
  [
    ':memory: has one connection for each thread',
    `
engine = create_engine("sqlite:///:memory:")
print(type(engine.pool).__name__)
def work():
    for _ in range(2):
        with engine.connect() as connection:
            connection.scalar(text("SELECT 1"))
            time.sleep(0.1)
together(work, work, work)`,
    { connects: 3, 'checked out (peak)': 3, 'checked out': 0 },
  ],
  [
    'two engines have two pools',
    `
shop = create_engine("sqlite:///shop.db", pool_size=1, max_overflow=0, pool_timeout=0.2)
stock = create_engine("sqlite:///stock.db", pool_size=2, max_overflow=0)
with shop.connect(), stock.connect(), stock.connect():
    try: shop.connect()
    except TimeoutError: print("the shop has no more")`,
    { connects: 3, timeouts: 1, 'checked out (peak)': 3, 'checked out': 0 },
  ],
];

for (const [name, body, counters] of kinds) {
  test(name, async ({ harness }) => {
    const odd = await run(harness, program(body));
    expect(odd.end.ending).toEqual({ kind: 'finished' });
    expect(odd.counters).toMatchObject(counters);
    const plain = await run(harness, program(body), { probes: [] });
    expect(odd.stdout).toBe(plain.stdout);
  });
}

test('an ORM session keeps its connection until it is closed', async ({ harness }) => {
  const session = await run(
    harness,
    program(`
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
class Base(DeclarativeBase): pass
class Item(Base):
    __tablename__ = "items"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
engine = create_engine("sqlite:///shop.db", pool_size=1, max_overflow=0, pool_timeout=0.2)
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add_all([Item(name="tea"), Item(name="milk")])
    session.commit()
open_one = Session(engine)
print([item.name for item in open_one.query(Item)])
try:
    with Session(engine) as other: other.query(Item).count()
except TimeoutError: print("no")
open_one.close()
with Session(engine) as other: print(other.query(Item).count())`),
  );
  expect(session.stdout).toBe("['tea', 'milk']\nno\n2\n");
  expect(session.counters).toMatchObject({ connects: 1, timeouts: 1, 'checked out': 0 });
  expect(logOf(session)).toContain('COMMIT');
});

test('a transaction left open by an exception stays out, and locks the database', async ({ harness }) => {
  const left = await run(
    harness,
    program(`
gc.disable()
engine = create_engine("sqlite:///shop.db", pool_size=2, max_overflow=0, pool_timeout=0.2)
with engine.begin() as connection: connection.execute(text("create table items (name)"))
def add(name):
    connection = engine.connect()
    connection.execute(text("insert into items values (:n)"), {"n": name})
    raise ValueError(name)
kept = []
for name in ("tea", "milk", "salt"):
    try: add(name)
    except Exception as error:
        kept.append(error)
        print(type(error).__name__)`),
  );
  // SQLite waits five seconds for its lock, on the run clock; the third asks a pool that is empty.
  expect(left.stdout).toBe('ValueError\nOperationalError\nTimeoutError\n');
  expect(endsOf(left).filter((end) => end === 'out')).toHaveLength(2);
  expect(logOf(left).join('\n')).toContain('OperationalError: database is locked');
  expect(left.end.time).toBeGreaterThanOrEqual(5_000_000);
  expect(left.end.wall).toBeLessThan(left.end.time);
});

test('SQL that fails is reported, and the connection comes back', async ({ harness }) => {
  const failing = await run(
    harness,
    program(`
engine = create_engine("sqlite:///shop.db")
with engine.connect() as connection: connection.execute(text("select * from nobody"))`),
  );
  expect(failing.end.ending).toMatchObject({ kind: 'raised', error: { type: 'OperationalError' } });
  expect(logOf(failing)).toEqual([
    'BEGIN',
    'select * from nobody',
    'OperationalError: no such table: nobody',
    'ROLLBACK',
  ]);
  expect(endsOf(failing)).toEqual(['returned']);
});

test('writers wait for one another without freezing the others', async ({ harness }) => {
  const writing = await run(
    harness,
    program(`
engine = create_engine("sqlite:///shop.db", pool_size=3)
with engine.begin() as connection: connection.execute(text("create table items (name)"))
ticks = []
def write():
    with engine.begin() as connection:
        connection.execute(text("insert into items values ('tea')"))
        time.sleep(0.5)
def tick():
    for _ in range(10):
        time.sleep(0.1)
        ticks.append(time.monotonic())
together(write, write, write, tick)
with engine.connect() as connection: print(connection.scalar(text("select count(*) from items")))
print(len(ticks))`),
  );
  expect(writing.stdout).toBe('3\n10\n');
  expect(writing.end.ending).toEqual({ kind: 'finished' });
});

test('a connection is refused in a thread that did not make it', async ({ harness }) => {
  const threads = await harness.run(
    `
import sqlite3, threading
own = sqlite3.connect("shop.db")
rows = own.execute("select 1")
shared = sqlite3.connect("shop.db", check_same_thread=False)
def use():
    for call in (lambda: own.execute("select 1"), own.commit, own.close, rows.fetchone, lambda: next(rows),
                 lambda: own.executescript(""), lambda: own.getconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_FKEY)):
        try: print(call())
        except sqlite3.ProgrammingError as error: print(str(error)[:20])
    print(shared.execute("select 2").fetchall())
thread = threading.Thread(target=use)
thread.start()
thread.join()
print(rows.fetchall())
`,
    { probes: [], packages: ['sqlite3'] },
  );
  expect(threads.stdout).toBe(`${'SQLite objects creat\n'.repeat(7)}[(2,)]\n[(1,)]\n`);
});

test('a traceback that is gone through by hand is the same with the probe and without', async ({
  harness,
}) => {
  const text = program(`
engine = create_engine("sqlite:///shop.db", pool_size=1, max_overflow=0, pool_timeout=0.1)
kept = engine.connect()
try: engine.connect()
except TimeoutError as error:
    step = error.__traceback__
    while step:
        print(step.tb_frame.f_code.co_filename, step.tb_lineno)
        step = step.tb_next`);
  const probed = await run(harness, text);
  const plain = await run(harness, text, { probes: [] });
  expect(probed.stdout).toBe(plain.stdout);
  expect(probed.stdout).toContain('/pool/impl.py');
});

test('without the package an import says plainly that it is not there', async ({ harness }) => {
  const missing = await harness.run('import sqlalchemy', { probes: ['pool'] });
  expect(missing.end.ending).toMatchObject({
    kind: 'raised',
    error: { type: 'ModuleNotFoundError', message: "No module named 'sqlalchemy'" },
  });
});

test('a file of the program’s that is called as the package is the program’s', async ({ harness }) => {
  const own = await harness.run(
    { 'main.py': 'import sqlalchemy, sqlite3', 'sqlalchemy.py': 'print(1)', 'sqlite3.py': 'print(2)' },
    { probes: ['pool'], packages: ['sqlalchemy'] },
  );
  expect([own.end.ending.kind, own.stdout]).toEqual(['finished', '1\n2\n']);
});
