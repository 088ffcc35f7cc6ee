// `npm test`: makes the clone ready, runs every test stage, and ends with one line that counts them all.
// `--only` names stages, `--changed` runs what a change can reach, `--lesson` what belongs to one lesson.
import { PlainError, script } from './command.mjs';
import { readOptions } from './options.mjs';
import { buildHarness, buildPage, prepareForDeveloping } from './setup.mjs';
import { inWords, runStages } from './testing/run-stages.mjs';
import { stages } from './testing/stages.mjs';

await script(async () => {
  const options = readOptions({
    only: { type: 'string' },
    changed: { type: 'boolean', default: false },
    lesson: { type: 'string' },
  });
  const named = stagesNamed(options.only);
  let total = { passed: 0, failed: 0, skipped: 0 };
  try {
    await prepareForDeveloping();
    const testsOf = await choose(options, named);
    total = await runStages(named, testsOf, async () => {
      await buildPage();
      await buildHarness();
    });
  } catch (error) {
    console.error(error instanceof PlainError ? error.message : error);
    total.failed += 1;
  }
  if (total.failed > 0) process.exitCode = 1;
  console.log(`\n${inWords(total)}`);
});

/**
 * The stages named after `--only`, separated by commas; all of them without it.
 * @param {string | undefined} only
 */
function stagesNamed(only) {
  if (only === undefined) return stages;
  const wanted = only.split(',');
  const unknown = wanted.find((name) => !stages.some((stage) => stage.name === name));
  if (unknown !== undefined) {
    const names = stages.map((stage) => stage.name).join(', ');
    throw new PlainError(`There is no stage "${unknown}". The stages are: ${names}`);
  }
  return stages.filter((stage) => wanted.includes(stage.name));
}

/**
 * What each stage is to run: all, some, or null for nothing. Says what was chosen and why.
 * @param {{ changed: boolean, lesson?: string }} wanted
 * @param {typeof stages} named
 * @returns {Promise<(name: string) => 'all' | Set<string> | null>}
 */
async function choose({ changed, lesson }, named) {
  if (!changed && lesson === undefined) return () => 'all';
  // Only now: on a fresh clone the packages that it needs have just been installed.
  const { chooseTests } = await import('./testing/choose.mjs');
  const { chosen, words } = await chooseTests({ changed, lesson });
  console.log(words);
  const idle = named.filter(({ name }) => !chosen.has(name)).map(({ name }) => name);
  if (idle.length > 0) console.log(`Nothing to run in: ${idle.join(', ')}`);
  return (name) => chosen.get(name) ?? null;
}
