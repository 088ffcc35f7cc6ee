// `npm test`: makes the clone ready, runs every test stage, and ends with one line that counts them all.
import { PlainError, script } from './command.mjs';
import { readOptions } from './options.mjs';
import { setUp } from './setup.mjs';
import { stages } from './test-stages.mjs';

await script(async () => {
  const { only } = readOptions({ only: { type: 'string' } });
  const chosen = choose(only);
  const total = { passed: 0, failed: 0, skipped: 0 };
  try {
    await setUp();
    for (const stage of chosen) add(total, await runStage(stage));
  } catch (error) {
    console.error(error instanceof PlainError ? error.message : error);
    total.failed += 1;
  }
  if (total.failed > 0) process.exitCode = 1;
  console.log(`\n${inWords(total)}`);
});

/** The stages named after `--only`, separated by commas; all of them without it. */
function choose(only) {
  if (only === undefined) return stages;
  const wanted = only.split(',');
  const stranger = wanted.find((name) => !stages.some((stage) => stage.name === name));
  if (stranger !== undefined) {
    const names = stages.map((stage) => stage.name).join(', ');
    throw new PlainError(`There is no stage "${stranger}". The stages are: ${names}`);
  }
  return stages.filter((stage) => wanted.includes(stage.name));
}

async function runStage(stage) {
  console.log(`\n== ${stage.title} ==`);
  const tally = await stage.run();
  // A stage that found no tests has proved nothing, whatever its runner says.
  if (tally.passed + tally.failed === 0 && !tally.excused) {
    console.error(`No tests ran in "${stage.title}": that counts as one failure.`);
    tally.failed = 1;
  }
  console.log(`-- ${stage.title}: ${inWords(tally)}`);
  return tally;
}

function add(total, { passed, failed, skipped }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
