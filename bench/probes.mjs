// Probes: what those of imports, pools and memory cost a program that does little but what they watch.
import { printedBy } from './page.mjs';
import { compared, inTurns } from './table.mjs';

/** @import { Given } from './page.mjs' */

const ROUNDS = 5;
const MODULES = 150;

/** Each module imports some of those before it, and has a body of some lines; the entry imports one after the other. */
const IMPORTS = Object.fromEntries([
  ['main.py', timed(Array.from({ length: MODULES }, (_, index) => `import shop.part${index}`).join('\n'))],
  ['shop/__init__.py', ''],
  ...Array.from({ length: MODULES }, (_, index) => [`shop/part${index}.py`, moduleOf(index)]),
]);

const CHECKOUTS = `
from sqlalchemy import create_engine, text
from sqlalchemy.pool import QueuePool
engine = create_engine("sqlite://", poolclass=QueuePool, pool_size=2)
question = text("SELECT 1")
with engine.connect() as connection: connection.scalar(question)
${timed(`
for _ in range(1_000):
    with engine.connect() as connection: connection.scalar(question)
`)}`;

/** What SQLAlchemy itself takes to tell of what the probe listens to. */
const LISTENING = `
from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlalchemy.pool import Pool
def nothing(*_about): pass
for name in ("checkout", "checkin", "reset"): event.listen(Pool, name, nothing)
for name in ("before_cursor_execute", "begin", "rollback"): event.listen(Engine, name, nothing)
`;

const OBJECTS = `
class Node:
    def __init__(self, number):
        self.number = number
        self.text = str(number)
kept = []
${timed(`
for number in range(200_000):
    kept.append(Node(number))
    if len(kept) > 20_000: kept.clear()
`)}`;

/** @param {Given} given */
export const importing = ({ run }) =>
  withAndWithout(run, 'imports', `${MODULES} modules imported`, IMPORTS, 1.15);

/** @param {Given} given */
export async function* pooling({ run }) {
  yield* withAndWithout(run, 'pool', '1,000 checkouts with a statement', CHECKOUTS, 1.15);
  const packages = ['sqlalchemy'];
  const { listening, plain } = await inTurns(ROUNDS, {
    listening: () => printedBy(run, LISTENING + CHECKOUTS, { packages }),
    plain: () => printedBy(run, CHECKOUTS, { packages }),
  });
  yield compared(
    '1,000 checkouts with a statement, with listeners that do nothing; without',
    listening,
    plain,
  );
}

/** @param {Given} given */
export async function* remembering({ run }) {
  yield* withAndWithout(run, 'memory', '200,000 objects made', OBJECTS, 2);
  // Most of it is the price of `tracemalloc`, which the probe asks.
  const { watched, traced } = await inTurns(ROUNDS, {
    watched: () => printedBy(run, OBJECTS, { probes: ['memory'] }),
    traced: () => printedBy(run, `import tracemalloc\ntracemalloc.start()\n${OBJECTS}`),
  });
  yield compared('200,000 objects made, with the memory probe; tracemalloc alone', watched, traced);
}

/**
 * @param {Given['run']} run
 * @param {string} probe
 * @param {string} what
 * @param {string | Readonly<Record<string, string>>} source
 * @param {number} most
 */
async function* withAndWithout(run, probe, what, source, most) {
  const packages = probe === 'pool' ? ['sqlalchemy'] : [];
  // The first workers of a page may begin without the packages.
  await printedBy(run, source, { packages });
  await printedBy(run, source, { packages });
  const { watched, alone } = await inTurns(ROUNDS, {
    watched: () => printedBy(run, source, { packages, probes: [probe] }),
    alone: () => printedBy(run, source, { packages }),
  });
  yield compared(`${what}, with the ${probe} probe; without`, watched, alone, most);
}

/**
 * A program that prints how many milliseconds this takes.
 * @param {string} text
 */
function timed(text) {
  return `import time\nbegan = time.perf_counter()\n${text}\nprint((time.perf_counter() - began) * 1000)\n`;
}

/** @param {number} index */
function moduleOf(index) {
  const others = [index - 1, Math.floor(index / 2)].filter((other) => other >= 0 && other < index);
  return `${others.map((other) => `from shop import part${other}\n`).join('')}
NAMES = [f"name {number}" for number in range(20)]
class Part${index}:
    def price(self): return ${index}
def make(): return Part${index}()
`;
}
