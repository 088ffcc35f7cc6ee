// `npm run bench`: prints figures about the runtime, each when it is measured. For people: nothing here passes or fails.
import { boot } from './boot.mjs';
import { computing, steps } from './compute.mjs';
import { processor } from './processor.mjs';
import { holding } from './holding.mjs';
import { batches, latency, stopping } from './latency.mjs';
import { memory } from './memory.mjs';
import { packages } from './packages.mjs';
import { runIn } from './page.mjs';
import { chosenOf, headOf, lineOf } from './table.mjs';
import { pictures } from './pictures.mjs';
import { importing, pooling, remembering } from './probes.mjs';
import { growth, searching, switching, tracing } from './threads.mjs';
import { visit } from './visit.mjs';
import { watching } from './watching.mjs';
import { script } from '../scripts/command.mjs';
import { readOptions } from '../scripts/options.mjs';
import { openBrowser } from '../scripts/try/page.mjs';
import { makeReady } from '../scripts/try/ready.mjs';

/** What `--only` names: each measures one thing, and gives a line or two about it. */
const ROWS = {
  visit,
  boot,
  packages,
  latency,
  stopping,
  batches,
  processor,
  computing,
  steps,
  importing,
  pooling,
  remembering,
  memory,
  holding,
  switching,
  tracing,
  searching,
  growth,
  pictures,
  watching,
};

await script(async () => {
  const { only } = readOptions({ only: { type: 'string' } });
  const chosen = chosenOf(Object.keys(ROWS), only);
  await makeReady();
  const browser = await openBrowser();
  try {
    const { page } = await browser.open();
    /** @type {import('./page.mjs').Given['run']} */
    const run = (request) => runIn(page, request);
    process.stdout.write(headOf());
    for (const [name, measure] of Object.entries(ROWS)) {
      if (!chosen.includes(name)) continue;
      console.error(`measuring ${name} ...`);
      for await (const row of measure({ page, run })) process.stdout.write(lineOf(row));
    }
  } finally {
    await browser.close();
  }
});
