// The processor: programs that only compute, in a worker of ours and in one of stock Pyodide, in the same browser and in turns.
import { browserOf, printedBy } from './page.mjs';
import { serveStock } from './stock.mjs';
import { compared, inTurns } from './table.mjs';

const ROUNDS = 5;
/** Until nothing boots any more beside what is measured. */
const QUIET_MS = 2000;

/** Each defines `work`, and takes some tenths of a second. */
const PROGRAMS = {
  'a loop of 2,000,000 additions': `
def work():
    total = 0
    for number in range(2_000_000): total += number
`,
  'Fibonacci by 250,000 calls': `
def fibonacci(n): return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)
def work(): fibonacci(25)
`,
  'words counted in a dictionary': `
words = [f"word {number % 997}" for number in range(300_000)]
def work():
    counts = {}
    for word in words: counts[word] = counts.get(word, 0) + 1
`,
  'objects with methods': `
class Point:
    def __init__(self, x, y): self.x, self.y = x, y
    def moved(self, by): return Point(self.x + by, self.y - by)
def work():
    point = Point(0.5, 1.5)
    for _ in range(200_000): point = point.moved(1)
`,
};

// For a while before it counts: engines compile what runs often while it runs. Then the middle one of five.
const TIMED = `
import time
def once():
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000
until = time.perf_counter() + 1.5
while time.perf_counter() < until: work()
print(sorted(once() for _ in range(5))[2])
`;

/** @param {import('./page.mjs').Given} given */
export async function* processor({ page, run }) {
  const stock = await serveStock(1);
  const context = await browserOf(page).newContext();
  /** @param {string} text */
  const inStock = async (text) => {
    // A worker of its own, as a run of ours has.
    const fresh = await context.newPage();
    try {
      await fresh.goto(stock.address);
      await fresh.waitForFunction(() => Reflect.get(globalThis, 'said') === 'here');
      await fresh.waitForTimeout(QUIET_MS);
      const printed = await fresh.evaluate((asked) => Reflect.get(globalThis, 'ask')(asked), text);
      return Number(printed);
    } finally {
      await fresh.close();
    }
  };
  try {
    for (const [what, program] of Object.entries(PROGRAMS)) {
      const text = program + TIMED;
      const { ours, theirs } = await inTurns(ROUNDS, {
        ours: async () => {
          await page.waitForTimeout(QUIET_MS);
          return printedBy(run, text);
        },
        theirs: () => inStock(text),
      });
      yield compared(`${what}; in stock Pyodide`, ours, theirs, 1.1);
    }
  } finally {
    await context.close();
    stock.close();
  }
}
