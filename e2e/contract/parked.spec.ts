/** SQLAlchemy imported beforehand: its modules are not run again, and a program finds all that it would find otherwise. */
import { expect } from '@playwright/test';
import { test, type HarnessPage } from '../harness.ts';

/** What an import leaves behind, and how many bodies of modules were run for it. */
const PROGRAM = `
import sys
before = [name for name in sys.modules if name.startswith(("sqlalchemy", "typing_ext"))]
bodies = []
sys.setprofile(lambda frame, event, _: event == "call" and frame.f_code.co_name == "<module>" and bodies.append(frame.f_code.co_filename))
import sqlalchemy
from sqlalchemy.dialects import sqlite
sys.setprofile(None)
from sqlalchemy import orm
from sqlalchemy.pool import QueuePool
import decimal, sqlite3, uuid
mine = {name: module for name, module in sys.modules.items() if name.startswith(("sqlalchemy", "typing_ext"))}
print(before, len(bodies))
for name, module in sorted(mine.items()):
    parent, _, child = name.rpartition(".")
    bound = not parent or getattr(sys.modules[parent], child, None) is module
    print(name, type(module.__loader__).__name__, module.__spec__.loader is module.__loader__, module.__file__, bound)
import os, random, threading, time, _thread
shared = {id(value): f"{owner.__name__}.{name}" for owner in (os, random, threading, time, _thread) for name, value in vars(owner).items() if callable(value)}
for name in (*sorted(mine), "decimal", "sqlite3", "sqlite3.dbapi2", "uuid"):
    print(name, sorted(f"{key} is {shared[id(value)]}" for key, value in vars(sys.modules[name]).items() if id(value) in shared))
import importlib
before = sys.modules["sqlalchemy.util.queue"].Queue
print(importlib.reload(sys.modules["sqlalchemy.util.queue"]).Queue is before)
engine = sqlalchemy.create_engine("sqlite://", poolclass=QueuePool)
with engine.connect() as connection:
    print(connection.scalar(sqlalchemy.text("SELECT 2 * 3")))
print(type(engine.pool._pool.mutex), orm.Session.__module__, repr(sqlalchemy), len(sqlalchemy.__all__ if hasattr(sqlalchemy, "__all__") else dir(sqlalchemy)))
`;

async function imported(harness: HarnessPage, probes: string[]): Promise<{ bodies: number; rest: string }> {
  const { end, stdout } = await harness.run(PROGRAM, { probes, packages: ['sqlalchemy'] });
  expect(end).toMatchObject({ ending: { kind: 'finished' }, faults: [] });
  const [, bodies] = /^\[\] (\d+)$/m.exec(stdout) ?? [];
  return { bodies: Number(bodies), rest: stdout.replace(/^.*\n/, '') };
}

test('what is imported beforehand is as if it were imported now', async ({ harness }) => {
  // This probe watches the import itself.
  const real = await imported(harness, ['imports']);
  expect(real.bodies).toBeGreaterThan(100);
  // The first workers of a page do not wait for that memory.
  await expect.poll(async () => (await imported(harness, ['pool'])).bodies).toBe(0);
  expect((await imported(harness, ['pool'])).rest).toBe(real.rest);
});

test('where a schedule counts the steps, each run imports it itself', async ({ harness }) => {
  const program = {
    probes: ['pool'],
    packages: ['sqlalchemy'],
    schedule: { model: 'cpython314', strategy: { kind: 'realistic' } },
  } as const;
  const first = await harness.run(PROGRAM, program);
  const second = await harness.run(PROGRAM, program);
  expect(first.stdout).toMatch(/^\[\] [1-9]\d\d$/m);
  expect([second.stdout, second.end.time]).toEqual([first.stdout, first.end.time]);
});
