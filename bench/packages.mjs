// Packages: how long a program waits for its first connection, with SQLAlchemy imported beforehand and without.
import { printedBy } from './page.mjs';
import { aimed, compared, inTurns, milliseconds } from './table.mjs';

const ROUNDS = 5;
const REST_MS = 1500;
/** A real import: without the finder of what is parked. */
const FOR_REAL = `
import sys
sys.meta_path[:] = [one for one in sys.meta_path if not type(one).__module__.endswith(".parked")]
`;
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
export async function* packages({ page, run }) {
  /** @param {string} text */
  const printed = async (text) => {
    // Until the spares are warm, as for a person who looks at the last run before clicking.
    await page.waitForTimeout(REST_MS);
    return await printedBy(run, text, { probes: ['pool'], packages: ['sqlalchemy'] });
  };
  // The first workers of a page do not wait for that memory.
  await printed(CONNECTING);
  await printed(CONNECTING);
  const { early, late } = await inTurns(ROUNDS, {
    early: () => printed(CONNECTING),
    late: () => printed(FOR_REAL + CONNECTING),
  });
  yield {
    ...compared('from the program to its first connection; with a real import', early, late),
    ...aimed({ is: early, most: 150 }, milliseconds),
  };
}
