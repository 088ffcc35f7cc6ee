// The terminal's page for scripts of ours that run one program after another: made ready, opened, and with answers parsed.
import { openCold } from './try/client.mjs';
import { makeReady } from './try/ready.mjs';

/**
 * @typedef {import('./try/client.mjs').Terminal} Terminal
 * @typedef {Parameters<Terminal['run']>} RunCall
 */

/**
 * Makes the clone ready and opens the page in a browser of its own.
 * @returns a terminal as from `openCold`, and `runQuietly(request, onOutput)`, which leaves the events out, for runs that
 *   report more of them than one wants to carry out of the browser
 */
export async function openHarness() {
  await makeReady();
  const terminal = await openCold();
  /** @type {(...call: [request: RunCall[0], onOutput: RunCall[1]]) => ReturnType<Terminal['run']>} */
  const runQuietly = (request, onOutput) => terminal.run(request, onOutput, false);
  return { ...terminal, runQuietly };
}
