// What `npm run try` says of a run: in words for a person, or as one JSON object for a program.
import { searchInJson } from './search.mjs';

/**
 * @import { Fault, Ending as AnyEnding } from '../../src/runtime/protocol.ts'
 * @import { Scheduled as AnyScheduled, SearchReport as AnyReport } from '../../src/runtime/schedule.ts'
 * @import { InWords } from '../../src/harness/inWords.ts'
 * @typedef {import('./call.mjs').RunCall} RunCall
 */

/**
 * @typedef {InWords<AnyEnding>} Ending
 * @typedef {InWords<AnyScheduled>} Scheduled
 * @typedef {InWords<AnyReport>} SearchReport
 */

/**
 * What is reported of a run: the part of a `HarnessRun` (src/harness/driven.ts) that the terminal reads.
 * @typedef {object} Run
 * @property {{ readonly ending: Ending, readonly time: number, readonly wall: number, readonly faults?: readonly Fault[] }} end
 * @property {Omit<Scheduled, 'fallback'> | null} scheduled null for a run without a schedule
 * @property {string} stdout
 * @property {string} stderr
 * @property {Readonly<Record<string, number>>} counters
 * @property {readonly { readonly word: string }[]} [events] not there where nobody asked for them
 */

const MODEL_NAMES = {
  cpython314: 'CPython 3.14',
  before310: 'before 3.10',
  'free-threaded': 'free-threaded',
};

/** @param {number} micros */
const seconds = (micros) => Math.round(micros) / 1_000_000;

/**
 * A time that never reads as nothing when it was something.
 * @param {number} micros
 */
export function timeInWords(micros) {
  const whole = Math.round(micros);
  if (whole < 1000) return `${whole} µs`;
  if (whole < 999_950) return `${(whole / 1000).toFixed(1)} ms`;
  return `${(whole / 1_000_000).toFixed(3)} s`;
}

/**
 * @param {Run} run
 * @param {Pick<RunCall, 'schedule' | 'search'>} call
 * @param {SearchReport | null} [report] the last report of the search before the run, if there was one
 * @returns the object that `--json` prints. `ending` is its kind as a word, and what else is known of it stands
 *   beside it: `error`, `status` and `message`, `waits` and `cycle`, `what` and `limit`, or `reason`. `elapsed_s` is
 *   the real time the run took. `virtual_s` is the time on the run's own clock: with a schedule, the virtual clock
 *   that is the same in every run; without one, at real pace, the same as `elapsed_s`. `decisions` are
 *   `[step, thread]`; the object as a whole can be given to `--schedule`. `strayed` is the first step at which a
 *   replayed decision could not be followed. `faults` are what failed of Faultline's own without ending the run: the
 *   `part`, e.g. a probe, and a `report` for us to read. After a search all but `search` is of the run that replays what it found.
 */
export function inJson({ end, scheduled, stdout, stderr, counters, events }, call, report = null) {
  const { ending } = end;
  const { kind, ...details } = ending;
  return {
    ending: kind,
    ...details,
    stdout,
    stderr,
    elapsed_s: seconds(end.wall),
    virtual_s: seconds(end.time),
    counters,
    model: scheduled === null ? null : call.schedule.model,
    steps: scheduled?.steps ?? 0,
    switches: scheduled?.switches ?? 0,
    preemptions: scheduled?.preemptions ?? 0,
    decisions: scheduled?.decisions ?? [],
    strayed: scheduled?.strayed ?? null,
    deadlock: ending.kind === 'stuck' ? { cycle: ending.cycle, waits: ending.waits } : null,
    check: scheduled?.check ?? null,
    search: report && call.search && searchInJson(call.search, report, call.schedule.model),
    faults: end.faults ?? [],
    events,
  };
}

/**
 * @param {Run} run its output has been printed already
 * @param {Pick<RunCall, 'pace' | 'schedule' | 'chosen' | 'named'>} call with the schedule that the run had
 * @returns {string} the lines below the output. Of a program that has one thread, and of which nothing was said of
 *   threads, they say nothing of threads either.
 */
export function inWords({ end, scheduled, counters }, call) {
  const threads = scheduled !== null && (call.chosen || scheduled.switches > 0);
  const lines = [
    '',
    line('ending', end.ending.kind, detailsOf(end.ending)),
    line('elapsed', timeInWords(end.wall)),
  ];
  const virtual = timeInWords(end.time);
  if (call.pace === 'fast') lines.push(line('virtual', virtual, 'waits were skipped'));
  else if (threads) lines.push(line('virtual', virtual, 'the same in every run'));
  if (threads) lines.push(...scheduleLines(scheduled, call.schedule));
  for (const [name, value] of Object.entries(counters)) {
    // Of what nobody asked about by name, only what there was is reported, and one thread there always is.
    const asked = call.named || (value !== 0 && (threads || !name.startsWith('threads')));
    if (asked) lines.push(line(name, String(value)));
  }
  for (const { part, report } of end.faults ?? []) {
    lines.push(
      `A fault of Faultline's: the part “${part}” failed, and what it tells is incomplete. Please report this:`,
      report,
    );
  }
  const cycle = end.ending.kind === 'stuck' ? end.ending.cycle : [];
  if (cycle.length > 0) lines.push('deadlock:', ...cycle.map((wait) => `  ${wait}`));
  return `${lines.join('\n')}\n`;
}

/**
 * @param {NonNullable<Run['scheduled']>} scheduled
 * @param {RunCall['schedule']} schedule
 */
function scheduleLines({ switches, preemptions, strayed, check }, { model, strategy }) {
  const lines = [
    line(
      'schedule',
      `${MODEL_NAMES[model]}, ${strategy.kind}`,
      `${switches} switches, ${preemptions} of them preemptions`,
    ),
  ];
  if (strayed !== null) {
    lines.push(line('strayed', `at step ${strayed}`, 'from there on the recorded schedule did not fit'));
  }
  if (check !== null) lines.push(line('check', check.holds ? 'holds' : 'does not hold', check.words));
  return lines;
}

/**
 * @param {string} name
 * @param {string} value
 */
function line(name, value, details = '') {
  return `${`${name}:`.padEnd(18)}${value}${details === '' ? '' : ` (${details})`}`;
}

/** @param {string | undefined} by */
function exitedBy(by) {
  if (by === 'flush') return ', as sys.stdout or sys.stderr could not be flushed';
  return by === undefined ? '' : `, by ${by}`;
}

/** @param {Ending} ending */
function detailsOf(ending) {
  switch (ending.kind) {
    case 'exited':
      return `status ${ending.status}${exitedBy(ending.by)}`;
    case 'raised':
      return ending.error.type;
    case 'stuck':
      return ending.waits.join('; ');
    case 'unable':
      return ending.why;
    case 'capped':
      return `more ${ending.what} than ${ending.limit}`;
    case 'crashed':
      return ending.reason;
    case 'finished':
    case 'stopped':
      return '';
  }
}
