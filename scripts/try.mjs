// `npm run try -- <file.py or folder>`: runs a program on the page's own runtime in a headless browser, and reports.
import { PlainError, script } from './command.mjs';
import { openHarness } from './harness.mjs';
import { readCall } from './try-call.mjs';
import { packagesIn, readProgram } from './try-program.mjs';
import { inJson, inWords } from './try-report.mjs';
import { progressInWords, searchInWords } from './try-search.mjs';
import { WrongCall } from './wrong-call.mjs';

// Whoever reads what is printed may have had enough, as `head` has.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
});

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

/** Searches if that was asked for, runs the program and prints the report; returns the exit code. */
async function tryOut(call, program) {
  const harness = await openHarness();
  // The first Ctrl+C is Stop: what the program did until then is reported. The second one leaves at once.
  process.once('SIGINT', () => void harness.stop());
  try {
    if (call.chosen && !harness.suspends) {
      throw new PlainError('This browser cannot suspend Python, so threads cannot be scheduled in it.');
    }
    const report = call.search === null ? null : await search(harness, call, program);
    if (report !== null && !call.json) process.stdout.write(searchInWords(call.search, report));
    const found = report?.smallest?.outcome.decisions;
    const strategy = found === undefined ? call.schedule.strategy : { kind: 'replay', decisions: found };
    const shown = { ...call, schedule: { ...call.schedule, strategy } };
    const run = await perform(harness, shown, program);
    process.stdout.write(call.json ? `${JSON.stringify(inJson(run, shown, report))}\n` : inWords(run, shown));
    return report === null ? exitCode(run) : Number(report.failed > 0);
  } finally {
    await harness.close();
  }
}

/** The last report of the search; null when the program did not get so far. */
async function search(harness, { probes, schedule, search: plan }, program) {
  const { isTTY } = process.stderr;
  // The same probes as in the run that replays what is found: they must not make a difference.
  const packages = packagesIn(program);
  const request = { program, probes, packages, pace: 'fast', schedule, search: plan };
  const { report } = await harness.search(request, isTTY ? showProgress : undefined);
  if (isTTY) process.stderr.write('\r\x1b[K');
  return report;
}

function showProgress(report) {
  process.stderr.write(`\r${progressInWords(report)} `);
}

function perform(harness, { probes, pace, schedule, json }, program) {
  const hear = json ? undefined : (text, stream) => process[stream].write(text);
  const packages = packagesIn(program);
  const request = { program, probes, packages, pace, schedule: harness.suspends ? schedule : null };
  return harness.run(request, hear);
}

function exitCode({ end, scheduled }) {
  return end.ending.kind === 'finished' && scheduled?.check?.holds !== false ? 0 : 1;
}
