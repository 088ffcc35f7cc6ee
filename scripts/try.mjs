// `npm run try -- <file.py or folder>`: runs a program on the page's own runtime in a headless browser, and reports.
import { script } from './command.mjs';
import { openHarness } from './harness.mjs';
import { readCall, WrongCall } from './try-call.mjs';
import { readProgram } from './try-program.mjs';
import { inJson, inWords } from './try-report.mjs';

await script(async () => {
  try {
    const call = readCall(process.argv.slice(2));
    const program = readProgram(call.path, call.entry);
    process.exitCode = await tryOut(call, program);
  } catch (error) {
    if (!(error instanceof WrongCall)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
});

/** Runs the program and prints the report; returns the exit code. */
async function tryOut({ probes, pace, json }, program) {
  const harness = await openHarness();
  // The first Ctrl+C is Stop: what the program did until then is reported. The second one leaves at once.
  process.once('SIGINT', () => void harness.stop());
  try {
    const hear = json ? undefined : (text, stream) => process[stream].write(text);
    const run = await harness.run({ program, probes, pace }, hear);
    process.stdout.write(json ? `${JSON.stringify(inJson(run))}\n` : inWords(run, pace));
    return run.end.ending.kind === 'finished' ? 0 : 1;
  } finally {
    await harness.close();
  }
}
