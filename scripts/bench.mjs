// `npm run bench`: prints a table of figures about the runtime. For people: nothing here passes or fails.
import { boot } from '../bench/boot.mjs';
import { compute } from '../bench/compute.mjs';
import { latency } from '../bench/latency.mjs';
import { memory } from '../bench/memory.mjs';
import { tableOf } from '../bench/table.mjs';
import { threads } from '../bench/threads.mjs';
import { script } from './command.mjs';
import { openHarness } from './harness.mjs';

await script(async () => {
  const harness = await openHarness();
  try {
    const rows = [];
    for (const measure of [boot, latency, compute, memory, threads]) {
      console.error(`measuring ${measure.name} ...`);
      rows.push(...(await measure(harness)));
    }
    process.stdout.write(tableOf(rows));
  } finally {
    await harness.close();
  }
});
