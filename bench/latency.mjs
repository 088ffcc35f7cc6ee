// Latency: from a click to the first output, from Stop to the end, from an event to the page.
import { median, milliseconds } from './table.mjs';

const ROUNDS = 9;

const requestOf = (text, probes = []) => ({
  program: { files: { 'main.py': text }, entry: 'main.py' },
  probes,
  pace: 'real',
});

/** So many times, each with both spares warm, as for a person who looks at the last run before clicking. */
async function rounds(page, body, request) {
  const figures = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.waitForTimeout(1000);
    figures.push(await page.evaluate(body, request));
  }
  return figures;
}

export async function* latency({ page }) {
  const figures = await rounds(page, clickToOutput, requestOf('print("here")'));
  yield { what: 'click to first output, with a spare', value: milliseconds(median(figures)) };
}

export async function* stopping({ page }) {
  const loop = await rounds(page, stopLatency, requestOf('while True: pass'));
  yield { what: 'Stop to the end, of an endless loop', value: milliseconds(median(loop)) };
  const stubborn = await rounds(page, stopLatency, requestOf('sum(range(10**13))'));
  yield { what: 'Stop to the end, of a long call of C code', value: milliseconds(median(stubborn)) };
}

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

async function clickToOutput(request) {
  const began = performance.now();
  let heard = Number.NaN;
  await globalThis.faultline.run(request, undefined, () => {
    heard = performance.now() - began;
  });
  return heard;
}

async function stopLatency(request) {
  const after = 300;
  const { end } = await globalThis.faultline.run(request, after);
  return end.wall / 1000 - after;
}

async function batchDelays(request) {
  const { delays } = await globalThis.faultline.run(request);
  return [...delays];
}
