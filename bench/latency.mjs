// Latency: from a click to the first output, from Stop to the end, from an event to the page.
import { aimed, median, milliseconds } from './table.mjs';

/** @import { Given, Page, Request, Terminal } from './page.mjs' */

const ROUNDS = 9;

/** @type {(text: string, probes?: string[]) => Request} */
const requestOf = (text, probes = []) => ({
  program: { files: { 'main.py': text }, entry: 'main.py' },
  probes,
  pace: 'real',
});

/**
 * So many times, each with both spares warm, as for a person who looks at the last run before clicking.
 * @template T
 * @param {Page} page
 * @param {(request: Request) => Promise<T>} body runs in the page
 * @param {Request} request
 */
async function rounds(page, body, request) {
  /** @type {T[]} */
  const figures = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.waitForTimeout(1000);
    figures.push(await page.evaluate(body, request));
  }
  return figures;
}

/** @param {Given} given */
export async function* latency({ page }) {
  const figures = await rounds(page, clickToOutput, requestOf('print("here")'));
  const middle = median(figures);
  yield {
    what: 'click to first output, with a spare',
    value: milliseconds(middle),
    ...aimed({ is: middle, most: 50 }, milliseconds),
  };
}

/** @param {Given} given */
export async function* stopping({ page }) {
  const loop = await rounds(page, stopLatency, requestOf('while True: pass'));
  yield { what: 'Stop to the end, of an endless loop', value: milliseconds(median(loop)) };
  const stubborn = await rounds(page, stopLatency, requestOf('sum(range(10**13))'));
  yield { what: 'Stop to the end, of a long call of C code', value: milliseconds(median(stubborn)) };
}

/** @param {Given} given */
export async function* batches({ page }) {
  const delays = (await rounds(page, batchDelays, requestOf(SLEEPS, ['tasks']))).flat();
  yield { what: 'last event of a batch to the page', value: milliseconds(median(delays)) };
  yield { what: 'the same, the slowest batch', value: milliseconds(Math.max(...delays)) };
}

const SLEEPS = `
import asyncio
async def wait(): 
    for _ in range(10): await asyncio.sleep(0.03)
async def main(): await asyncio.gather(*(wait() for _ in range(10)))
asyncio.run(main())
`;

// These three run in the page.

/** @param {Request} request */
async function clickToOutput(request) {
  const began = performance.now();
  let delay = Number.NaN;
  /** @type {Terminal} */
  const terminal = Reflect.get(globalThis, 'faultline');
  await terminal.run(request, undefined, () => {
    delay = performance.now() - began;
  });
  return delay;
}

/** @param {Request} request */
async function stopLatency(request) {
  const after = 300;
  /** @type {Terminal} */
  const terminal = Reflect.get(globalThis, 'faultline');
  const { end } = await terminal.run(request, after);
  return end.wall / 1000 - after;
}

/** @param {Request} request */
async function batchDelays(request) {
  /** @type {Terminal} */
  const terminal = Reflect.get(globalThis, 'faultline');
  const { delays } = await terminal.run(request);
  return [...delays];
}
