// Boot: from an empty page to the first print, with the prepared image and with Pyodide as npm ships it.
import { browserOf, runIn } from './page.mjs';
import { serveStock } from './stock.mjs';
import { compared, inTurns } from './table.mjs';

const ROUNDS = 5;
/** Two, because the runtime boots two spares. */
const WORKERS = 2;

/** @param {import('./page.mjs').Given} given */
export async function* boot({ page }) {
  const stock = await serveStock(WORKERS);
  const context = await browserOf(page).newContext();
  const address = page.url();
  /** @param {(fresh: import('playwright').Page) => Promise<void>} visit */
  const timed = async (visit) => {
    const fresh = await context.newPage();
    const began = performance.now();
    await visit(fresh);
    const took = performance.now() - began;
    await fresh.close();
    return took;
  };
  const visits = {
    prepared: () =>
      timed(async (fresh) => {
        await fresh.goto(address);
        const program = { files: { 'main.py': 'print("here")' }, entry: 'main.py' };
        await runIn(fresh, { program, probes: [], pace: 'real' });
      }),
    plain: () =>
      timed(async (fresh) => {
        await fresh.goto(stock.address);
        await fresh.waitForFunction(() => Reflect.get(globalThis, 'said') === 'here');
      }),
  };
  try {
    // The first visit fills the browser's cache for both.
    await inTurns(1, visits);
    const { prepared, plain } = await inTurns(ROUNDS, visits);
    yield compared('page to first print, prepared image; plain Pyodide', prepared, plain);
  } finally {
    await context.close();
    stock.close();
  }
}
