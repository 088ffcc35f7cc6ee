// Memory: whether it stays flat over many runs, in the page's heap and in the browser's processes.
import { existsSync, readFileSync } from 'node:fs';
import { browserOf } from './page.mjs';

/** @typedef {import('playwright').CDPSession} Session */

const RUNS = 30;
const MEGABYTE = 1024 * 1024;
const PROGRAM =
  'import asyncio\nasync def f(): await asyncio.sleep(0)\nfor _ in range(20): asyncio.run(f())\nx = bytearray(50_000_000)';

/** @param {import('./page.mjs').Given} given */
export async function* memory({ page, run }) {
  const session = await page.context().newCDPSession(page);
  const browser = await browserOf(page).newBrowserCDPSession();
  /** @param {number} times */
  const again = async (times) => {
    for (let count = 0; count < times; count += 1) {
      const program = { files: { 'main.py': PROGRAM }, entry: 'main.py' };
      await run({ program, probes: ['tasks'], pace: 'fast' });
    }
    // A worker that has been let go needs a moment to be gone.
    await page.waitForTimeout(4000);
    await session.send('HeapProfiler.collectGarbage');
    return { heap: await heapOf(session), resident: await residentOf(browser) };
  };
  const before = await again(3);
  const after = await again(RUNS);
  yield row(`page's heap after ${RUNS} more runs; before`, after.heap, before.heap);
  if (after.resident > 0) {
    yield row(`browser's processes after ${RUNS} more runs; before`, after.resident, before.resident);
  }
}

/** @param {number} bytes */
const megabytes = (bytes) => `${(bytes / MEGABYTE).toFixed(1)} MB`;

/**
 * @param {string} what
 * @param {number} value
 * @param {number} base
 */
function row(what, value, base) {
  return { what, value: megabytes(value), base: megabytes(base), ratio: (value / base).toFixed(2) };
}

/** @param {Session} session */
async function heapOf(session) {
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

/**
 * Resident bytes of all renderers together; 0 where the system does not tell.
 * @param {Session} browser
 */
async function residentOf(browser) {
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
  return processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => `/proc/${id}/statm`)
    .filter((path) => existsSync(path))
    .reduce((sum, path) => sum + Number(readFileSync(path, 'utf8').split(' ')[1]) * 4096, 0);
}
