// `npm run bench`: prints figures, each when it is measured, and leaves them in bench/results: as JSON, as a table and as
// charts. For people: nothing here passes or fails.
import { join } from 'node:path';
import { boot } from './boot.mjs';
import { clicking } from './clicking.mjs';
import { computing, steps } from './compute.mjs';
import { processor } from './processor.mjs';
import { holding } from './holding.mjs';
import { batches, latency, stopping } from './latency.mjs';
import { machineOf } from './machine.mjs';
import { memory } from './memory.mjs';
import { packages } from './packages.mjs';
import { browserOf, runIn } from './page.mjs';
import { profile } from './profile.mjs';
import { chosenOf, headOf, lineOf } from './table.mjs';
import { pictures } from './pictures.mjs';
import { importing, pooling, remembering } from './probes.mjs';
import { writeResults } from './results.mjs';
import { slow } from './slow.mjs';
import { exploring, growth, searching, switching, tracing } from './threads.mjs';
import { visit } from './visit.mjs';
import { watching } from './watching.mjs';
import { ROOT, script } from '../scripts/command.mjs';
import { readOptions } from '../scripts/options.mjs';
import { openBrowser } from '../scripts/try/page.mjs';
import { makeReady } from '../scripts/try/ready.mjs';

/** What `--only` names: each measures one thing, and gives a line or two about it. */
const ROWS = {
  visit,
  slow,
  profile,
  boot,
  packages,
  latency,
  clicking,
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
  exploring,
  growth,
  pictures,
  watching,
};

/** Where a whole run leaves its results; a part of it only where it is told to. */
const RESULTS = join(ROOT, 'bench', 'results');

await script(async () => {
  const { only, into } = readOptions({ only: { type: 'string' }, into: { type: 'string' } });
  const chosen = chosenOf(Object.keys(ROWS), only);
  const folder = into ?? (only === undefined ? RESULTS : undefined);
  await makeReady();
  const browser = await openBrowser();
  try {
    const { page } = await browser.open();
    const machine = machineOf(browserOf(page).version());
    /** @type {import('./page.mjs').Given['run']} */
    const run = (request) => runIn(page, request);
    /** @type {import('./results.mjs').Measured[]} */
    const rows = [];
    /** @type {Map<string, string | Buffer>} */
    const files = new Map();
    const keep = (/** @type {string} */ name, /** @type {string | Buffer} */ content) =>
      files.set(name, content);
    process.stdout.write(headOf());
    for (const [name, measure] of Object.entries(ROWS)) {
      if (!chosen.includes(name)) continue;
      console.error(`measuring ${name} ...`);
      for await (const row of measure({ page, run, keep })) {
        rows.push({ of: name, ...row });
        process.stdout.write(lineOf(row));
      }
    }
    if (folder !== undefined) writeResults(folder, { machine, rows, files });
  } finally {
    await browser.close();
  }
});
