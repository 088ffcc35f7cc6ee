// What `npm run try` says of a search: in words for a person, or as part of the JSON object for a program.

/**
 * @typedef {import('../../src/harness/inWords.ts').InWords<import('../../src/runtime/schedule.ts').SearchReport>} SearchReport
 * @typedef {import('./schedule.mjs').Plan} Plan
 */

/** More decisions than anyone reads; `--json` has them all. */
const MOST_LINES = 20;

/** @param {number} count */
const number = (count) => count.toLocaleString('en');
/**
 * @param {number} count
 * @param {string} one
 */
const counted = (count, one) => `${number(count)} ${one}${count === 1 ? '' : 's'}`;

/**
 * @param {Plan} plan
 * @param {SearchReport} report what came of it
 * @param {string} model
 * @returns the `search` of the object that `--json` prints: the plan and what came of it. `words` states the result
 *   with its bound. `smallest` can be saved and given to `--schedule`.
 */
export function searchInJson(plan, report, model) {
  const { smallest, done: _done, ...rest } = report;
  return {
    ...plan,
    ...rest,
    words: claim(plan, report),
    smallest: smallest && {
      model,
      ...smallest.outcome,
      reproduced: smallest.reproduced,
      replays: smallest.replays,
    },
  };
}

/**
 * @param {Plan} plan
 * @param {SearchReport} report
 * @returns {string} the lines that stand above the run of the schedule found
 */
export function searchInWords(plan, report) {
  const lines = [`search:           ${claim(plan, report)}`, 'outcomes:', ...outcomeLines(report)];
  lines.push('These are counts of schedules tried. They are not how often something happens in production.');
  lines.push(...seedLines(plan, report));
  const { smallest } = report;
  if (smallest !== null) {
    const { preemptions, decisions, words } = smallest.outcome;
    lines.push(
      '',
      `smallest failing schedule: ${counted(preemptions, 'preemption')}, ` +
        `failed again in ${number(smallest.reproduced)} of ${counted(smallest.replays, 'replay')}: ${words}`,
      ...decisions.slice(0, MOST_LINES).map(([step, thread]) => `  step ${step}: thread ${thread} goes on`),
    );
    const more = decisions.length - MOST_LINES;
    if (more > 0) lines.push(`  and ${counted(more, 'further decision')}`);
  }
  return `${lines.join('\n')}\n\n`;
}

/**
 * Which seeds failed, so that one of them can be looked at by itself.
 * @param {Plan} plan
 * @param {SearchReport} report
 */
function seedLines({ method }, { failed, seeds = [] }) {
  if (method !== 'random' || seeds.length === 0) return [];
  const more = failed > seeds.length ? ` and ${number(failed - seeds.length)} more` : '';
  return [
    '',
    `failing seeds: ${seeds.join(', ')}${more}`,
    `One of them by itself, instead of --search: --strategy random --seed ${seeds[0]}`,
  ];
}

/**
 * The line that shows how far a search has come.
 * @param {Pick<SearchReport, 'tried' | 'failed'>} report
 */
export function progressInWords({ tried, failed }) {
  return `${counted(tried, 'schedule')} tried, ${number(failed)} failed`;
}

/**
 * The result with its bound, and no more than it shows.
 * @param {Plan} plan
 * @param {SearchReport} report
 */
export function claim(plan, report) {
  const { tried, failed, cut, pruned, complete, unseen } = report;
  const notes = [];
  if (cut > 0) notes.push(`${number(cut)} went on for too long and ${cut === 1 ? 'was' : 'were'} cut short`);
  if (pruned > 0) notes.push(`${number(pruned)} more would repeat what others had shown`);
  if (unseen !== null) notes.push(outOfSight(unseen));
  const tail = notes.map((note) => `; ${note}`).join('');
  if (complete || (unseen !== null && cut === 0)) {
    const all = tried === 1 ? 'the only schedule' : `all ${number(tried)} schedules`;
    const subject = complete ? all : `${all} that could be told apart`;
    return `${subject} ${within(plan)}: ${failed === 0 ? 'none fails' : fail(failed)}${tail}`;
  }
  const result = failed === 0 ? ', none failed: that is no proof' : `: ${number(failed)} failed`;
  if (plan.method === 'exhaustive') {
    return `${counted(tried, 'schedule')} ${within(plan)}, but not all there are${result}${tail}`;
  }
  const kind = plan.method === 'pct' ? 'PCT' : 'random';
  const of = tried < plan.schedules ? ` of ${number(plan.schedules)} asked for` : '';
  return `${counted(tried, `${kind} schedule`)}${of}${result}${tail}`;
}

/** @param {NonNullable<SearchReport['unseen']>} unseen */
function outOfSight({ file, line, source }) {
  const where = `${file === null ? '' : `${file} `}line ${line}`;
  const what = source === '' ? '' : `: ${source}`;
  return `but the program does something that the search cannot see (${where}${what}), so there may be others`;
}

/** @param {Plan} plan */
function within(plan) {
  if (plan.method !== 'exhaustive') return '';
  const { bound } = plan;
  if (bound === null) return 'at visible operations, with any number of preemptions';
  return `with at most ${counted(bound, 'preemption')} at visible operations`;
}

/** @param {number} count */
function fail(count) {
  return `${number(count)} ${count === 1 ? 'fails' : 'fail'}`;
}

/** @param {SearchReport} report */
function outcomeLines({ outcomes, others }) {
  /** @type {[count: string, kind: string, words: string][]} */
  const rows = outcomes.map(({ kind, words, count }) => [number(count), kind, words]);
  if (others > 0) rows.push([number(others), 'other', 'outcomes that are not listed']);
  const width = Math.max(0, ...rows.map(([count]) => count.length));
  return rows.map(
    ([count, kind, words]) => `  ${count.padStart(width)}  ${kind.padEnd(6)}  ${oneLine(words)}`,
  );
}

/** @param {string} words */
function oneLine(words) {
  return words.replaceAll(/\s*\n\s*/g, ' / ');
}
