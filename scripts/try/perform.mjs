// Carries out a call of `npm run try`: makes ready, searches if that was asked for, runs the program, reports.
import { PlainError } from '../command.mjs';
import { openTerminal } from './client.mjs';
import { lessonFolder, measureLesson } from './lesson.mjs';
import { packagesIn, readProgram, readStdin } from './program.mjs';
import { makeReady } from './ready.mjs';
import { inJson, inWords } from './report.mjs';
import { progressInWords, searchInWords } from './search.mjs';
import { showPaths } from './shown-paths.mjs';
import { WrongCall } from '../wrong-call.mjs';

/**
 * @import { RunCall } from './call.mjs'
 * @import { Run, Terminal } from './client.mjs'
 * @import { Program } from './program.mjs'
 */

export const EXIT = { fine: 0, failed: 1, wrongCall: 2, lesson: 3, unable: 4, interrupted: 130 };

/**
 * @param {RunCall} call
 * @returns {Promise<number>} the exit code
 */
export async function perform(call) {
  const lesson = call.path === '-' ? null : lessonFolder(call.path);
  if (lesson !== null) return performLesson(call, lesson);
  const { program, shown } =
    call.path === '-' ? await readStdin(call.entry) : readProgram(call.path, call.entry);
  const packages = packagesIn(program);
  const asked = call.args.length === 0 ? program : { ...program, args: call.args };
  return withTerminal(call, packages, (terminal) =>
    tryOut(terminal, call, { program: asked, packages, shown }),
  );
}

/**
 * @param {RunCall} call
 * @param {string} folder
 */
async function performLesson(call, folder) {
  const read = await measureLesson.read(folder);
  if (!read.ok) {
    console.error(read.problem);
    return EXIT.lesson;
  }
  const measured = await withTerminal(call, read.lesson.packages, (terminal) =>
    measureLesson.measure(terminal, read.lesson, call.pace),
  );
  if (call.json) process.stdout.write(`${JSON.stringify(measured.json)}\n`);
  else process.stdout.write(measured.words);
  return measured.kept ? EXIT.fine : EXIT.failed;
}

/**
 * @template T
 * @param {RunCall} call
 * @param {readonly string[]} packages
 * @param {(terminal: Terminal) => Promise<T>} body
 */
async function withTerminal(call, packages, body) {
  const stamp = await aside(() => makeReady(packages));
  const terminal = await aside(() => openTerminal({ cold: call.cold || keepsNothing(), stamp }));
  // The first Ctrl+C is Stop: what the program did until then is reported. The second one leaves at once.
  process.once('SIGINT', () => {
    terminal.stop();
    process.once('SIGINT', () => process.exit(EXIT.interrupted));
  });
  try {
    return await body(terminal);
  } finally {
    await terminal.close();
  }
}

/** In CI, and wherever it is said, nothing is left behind. */
function keepsNothing() {
  const { CI = '', FAULTLINE_COLD = '' } = process.env;
  return [CI, FAULTLINE_COLD].some((value) => value !== '' && value !== '0' && value !== 'false');
}

/**
 * Calls `body` with all that it prints going to standard error: it is not what a person's program says.
 * @template T
 * @param {() => Promise<T>} body
 */
async function aside(body) {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr);
  try {
    return await body();
  } finally {
    process.stdout.write = write;
  }
}

/**
 * Searches if that was asked for, runs the program and prints the report; returns the exit code.
 * @param {Terminal} terminal
 * @param {RunCall} call
 * @param {{ program: Program, packages: readonly string[], shown: Record<string, string> }} tried
 */
async function tryOut(terminal, call, { program, packages, shown }) {
  if (call.chosen && !terminal.suspends) {
    throw new PlainError('This browser cannot suspend Python, so threads cannot be scheduled in it.');
  }
  const request = { program, probes: call.probes, packages };
  const paths = showPaths(shown);
  if (call.schedule.check !== null) await refuseCheck(terminal, call.schedule.check);
  const plan = call.search;
  const report = plan === null ? null : await search(terminal, call, request);
  if (plan !== null && report !== null && !call.json) process.stderr.write(searchInWords(plan, report));
  const found = report?.smallest?.outcome.decisions;
  /** @type {RunCall['schedule']['strategy']} */
  const strategy = found === undefined ? call.schedule.strategy : { kind: 'replay', decisions: found };
  const schedule = { ...call.schedule, strategy };
  const run = await runOnce(terminal, { ...call, schedule }, request, paths);
  if (call.json) process.stdout.write(`${JSON.stringify(inJson(run, { ...call, schedule }, report))}\n`);
  else process.stderr.write(inWords(run, { ...call, schedule }));
  return (report === null ? hasFailed(run) : report.failed > 0) ? EXIT.failed : EXIT.fine;
}

/**
 * Python itself says whether it is an expression, in a run of its own, before the program is touched.
 * @param {Terminal} terminal
 * @param {string} check
 */
async function refuseCheck(terminal, check) {
  const source = `compile(${JSON.stringify(check.trim())}, "<check>", "eval")`;
  const program = { files: { 'main.py': source }, entry: 'main.py' };
  const { end } = await terminal.run({ program, probes: [], pace: 'fast' }, undefined, false);
  if (end.ending.kind !== 'raised') return;
  throw new WrongCall(`--check "${check}" is not an expression: ${end.ending.error.message}.`);
}

/**
 * The last report of the search; null when the program did not get so far.
 * @param {Terminal} terminal
 * @param {RunCall} call
 * @param {object} request
 */
async function search(terminal, { schedule, search: plan }, request) {
  const { isTTY } = process.stderr;
  /** @type {import('./page.mjs').OnProgress | undefined} */
  const show = isTTY ? (report) => process.stderr.write(`\r${progressInWords(report)} `) : undefined;
  // The same probes as in the run that replays what is found: they must not make a difference.
  const { report } = await terminal.search({ ...request, pace: 'fast', schedule, search: plan }, show);
  if (isTTY) process.stderr.write('\r\x1b[K');
  return report;
}

/**
 * Runs the program, printing as it does, and gives what is known of the run with the paths that a person knows.
 * @param {Terminal} terminal
 * @param {RunCall} call
 * @param {object} request
 * @param {import('./shown-paths.mjs').Paths} paths
 * @returns {Promise<Run>}
 */
async function runOnce(terminal, { pace, schedule, json }, request, paths) {
  let open = false;
  /** @param {'stdout' | 'stderr'} name */
  const streamTo = (name) =>
    paths.inStream((text) => {
      open = !text.endsWith('\n');
      process[name].write(text);
    });
  const streams = { stdout: streamTo('stdout'), stderr: streamTo('stderr') };
  /** @type {import('./page.mjs').OnOutput | undefined} */
  const onOutput = json ? undefined : (text, stream) => streams[stream].write(text);
  const asked = { ...request, pace, schedule: terminal.suspends ? schedule : null };
  const run = await terminal.run(asked, onOutput, json);
  for (const stream of Object.values(streams)) stream.end();
  // The report begins a line of its own.
  if (open) process.stderr.write('\n');
  const { events, ...rest } = run;
  return {
    ...rest,
    end: { ...run.end, ending: paths.inEnding(run.end.ending) },
    stdout: paths.inText(run.stdout),
    stderr: paths.inText(run.stderr),
    ...(events && {
      events: events.map((event) =>
        event.word === 'print' ? { ...event, text: paths.inText(event.text) } : event,
      ),
    }),
  };
}

/** @param {Run} run */
function hasFailed({ end, scheduled }) {
  return end.ending.kind !== 'finished' || scheduled?.check?.holds === false;
}
