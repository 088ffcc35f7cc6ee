// Packages: how long a program waits for its first connection, with SQLAlchemy imported beforehand and without.
import { compared, inTurns } from './table.mjs';

const ROUNDS = 5;
const CONNECTING = `
import time
began = time.perf_counter()
from sqlalchemy import create_engine, text
from sqlalchemy.pool import QueuePool
with create_engine("sqlite://", poolclass=QueuePool).connect() as connection:
    connection.scalar(text("SELECT 1"))
print((time.perf_counter() - began) * 1000)
`;

/** @param {import('./page.mjs').Given} given */
export async function* packages({ run }) {
  /** @param {string[]} probes */
  const printed = async (probes) => {
    const program = { files: { 'main.py': CONNECTING }, entry: 'main.py' };
    const { stdout } = await run({ program, probes, packages: ['sqlalchemy'], pace: 'real' });
    return Number(stdout);
  };
  // The first workers of a page do not wait for that memory.
  await printed(['pool']);
  await printed(['pool']);
  const { early, late } = await inTurns(ROUNDS, {
    early: () => printed(['pool']),
    // This probe watches the import itself.
    late: () => printed(['pool', 'imports']),
  });
  yield compared('from the program to its first connection; with a real import', early, late);
}
