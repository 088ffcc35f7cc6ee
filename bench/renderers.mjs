// What the browser's renderers take of the machine's memory, from outside: the system's own count of each process.
import { readFileSync } from 'node:fs';

/** @import { Browser } from 'playwright' */

const KILOBYTE = 1024;

/**
 * Bytes of all renderers together, shared ones by their share (PSS); null where the system does not tell.
 * @param {Browser} browser
 */
export async function memoryOf(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const found = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => proportionalOf(id));
  const told = found.filter((bytes) => bytes !== null);
  return told.length === 0 ? null : told.reduce((sum, bytes) => sum + bytes, 0);
}

/**
 * Null where the process is gone, is not ours to look at, or the system is another one.
 * @param {number} id
 */
function proportionalOf(id) {
  try {
    const [, kilobytes] = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8')) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) * KILOBYTE;
  } catch {
    return null;
  }
}
