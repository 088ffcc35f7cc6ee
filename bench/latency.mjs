// Latency: from a click to the first output, from Stop to the end, from an event to the page.
import { median, milliseconds } from './table.mjs';

const ROUNDS = 9;

const requestOf = (text, probes = []) => ({
  program: { files: { 'main.py': text }, entry: 'main.py' },
  probes,
  pace: 'real',
});

export async function latency({ page }) {
  const rows = [];
  const firstOutput = [];
  const stops = { loop: [], stubborn: [] };
  const delays = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    // Both spares warm again, as for a person who looks at the last run before clicking.
    await page.waitForTimeout(1000);
    firstOutput.push(await page.evaluate(clickToOutput, requestOf('print("here")')));
    stops.loop.push(await page.evaluate(stopLatency, requestOf('while True: pass')));
    stops.stubborn.push(await page.evaluate(stopLatency, requestOf('sum(range(10**13))')));
    delays.push(...(await page.evaluate(batchDelays, requestOf(SLEEPS, ['tasks']))));
  }
  rows.push({ what: 'click to first output, with a spare', value: milliseconds(median(firstOutput)) });
  rows.push({ what: 'Stop to the end, of an endless loop', value: milliseconds(median(stops.loop)) });
  rows.push({
    what: 'Stop to the end, of a long call of C code',
    value: milliseconds(median(stops.stubborn)),
  });
  rows.push({ what: 'last event of a batch to the page', value: milliseconds(median(delays)) });
  rows.push({ what: 'the same, the slowest batch', value: milliseconds(Math.max(...delays)) });
  return rows;
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
