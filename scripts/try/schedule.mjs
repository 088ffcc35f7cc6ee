// What `npm run try` was asked about threads: the schedule of the run, and the search before it.
import { MODELS, readRecorded } from './recorded.mjs';
import { oneOf, wholeNumber, WrongCall } from '../wrong-call.mjs';

/**
 * @import { Decision, Model } from '../../src/runtime/schedule.ts'
 * @typedef {{ kind: 'realistic' | 'round-robin' } | { kind: 'random' | 'pct', seed: number }
 *   | { kind: 'replay', decisions: readonly Decision[] }} Strategy
 * @typedef {{ model: Model, strategy: Strategy, check: string | null }} Schedule
 * @typedef {{ method: 'exhaustive', bound: number | null, schedules: number }
 *   | { method: 'random' | 'pct', schedules: number, seed: number }} Plan
 */

/**
 * The schedule and the search, as `src/runtime/schedule.ts` takes them; `chosen` is false when nothing was said of
 * threads.
 * @typedef {{ schedule: Schedule, search: Plan | null, chosen: boolean }} Asked
 */

/** For `parseArgs`. */
export const SCHEDULE_OPTIONS = /** @type {const} */ ({
  model: { type: 'string' },
  strategy: { type: 'string' },
  seed: { type: 'string' },
  schedule: { type: 'string' },
  search: { type: 'string' },
  bound: { type: 'string' },
  check: { type: 'string' },
});
/** @typedef {{ [name in keyof typeof SCHEDULE_OPTIONS]?: string | undefined }} Typed */

export const STRATEGIES = /** @type {const} */ ([
  'round-robin',
  'random',
  'pct',
  'exhaustive',
  'realistic',
  'replay',
]);
/** @typedef {(typeof STRATEGIES)[number]} Named */
/** Strategies that say which schedules to try. */
/** @type {readonly Named[]} */
const SEARCHED = ['random', 'pct', 'exhaustive'];
/** Where an exhaustive search gives up, and with how many preemptions, by default. */
const MOST_SCHEDULES = 20_000;
const BOUND = 2;
/** As long as the runtime takes. */
const LONGEST_CHECK = 10_000;

/**
 * @param {Typed} values the options as typed
 * @param {string} [from] the folder that the file of `--schedule` is seen from
 * @returns {Asked} throws a WrongCall
 */
export function readSchedule(values, from) {
  const recorded = values.schedule === undefined ? null : readRecorded(values.schedule, from);
  const strategy = oneOf(STRATEGIES, values.strategy ?? meant(values), 'strategy');
  refuse(values, strategy);
  const model = oneOf(MODELS, values.model ?? recorded?.model ?? 'cpython314', 'model');
  const seed = wholeNumber('seed', values.seed ?? '0');
  const search = searchOf(values, strategy, seed);
  return {
    schedule: {
      model,
      strategy: search === null ? strategyOf(strategy, seed, recorded) : { kind: 'realistic' },
      check: values.check ?? null,
    },
    search,
    chosen: Object.entries(values).some(([name, value]) => name in SCHEDULE_OPTIONS && value !== undefined),
  };
}

/**
 * The strategy of a call that names none.
 * @param {Typed} values
 */
function meant({ schedule, search, bound }) {
  if (schedule !== undefined) return 'replay';
  if (bound !== undefined) return 'exhaustive';
  return search === undefined ? 'realistic' : 'random';
}

/**
 * @param {Typed} values
 * @param {Named} strategy
 */
function refuse({ schedule, search, bound, check }, strategy) {
  if (schedule !== undefined && search !== undefined) {
    throw new WrongCall('--schedule is one schedule and --search tries many: use one of them.');
  }
  if (schedule !== undefined && strategy !== 'replay') {
    throw new WrongCall(`--schedule is replayed, so it does not go with --strategy ${strategy}.`);
  }
  if (schedule === undefined && strategy === 'replay') {
    throw new WrongCall('--strategy replay needs --schedule FILE, which says what to replay.');
  }
  if (search !== undefined && !SEARCHED.includes(strategy)) {
    throw new WrongCall(
      `--search does not go with --strategy ${strategy}: it tries ${SEARCHED.join(', ')} schedules.`,
    );
  }
  if (bound !== undefined && strategy !== 'exhaustive') {
    throw new WrongCall(`--bound is for --strategy exhaustive, not for ${strategy}.`);
  }
  if (check?.trim() === '') throw new WrongCall('--check needs an expression, such as "counter == 30".');
  if (check !== undefined && check.length > LONGEST_CHECK) {
    throw new WrongCall(`--check takes at most ${LONGEST_CHECK} characters.`);
  }
}

/**
 * @param {Typed} values
 * @param {Named} strategy
 * @param {number} seed
 * @returns {Plan | null}
 */
function searchOf({ search, bound }, strategy, seed) {
  const schedules = search === undefined ? undefined : wholeNumber('search', search, 1);
  if (strategy === 'exhaustive') {
    return {
      method: 'exhaustive',
      bound: bound === 'none' ? null : wholeNumber('bound', bound ?? String(BOUND)),
      schedules: schedules ?? MOST_SCHEDULES,
    };
  }
  return schedules === undefined ? null : { method: strategy === 'pct' ? 'pct' : 'random', schedules, seed };
}

/**
 * @param {Named} kind one that does not search
 * @param {number} seed
 * @param {import('./recorded.mjs').Recorded | null} recorded there is one when it is replayed
 * @returns {Strategy}
 */
function strategyOf(kind, seed, recorded) {
  if (recorded !== null) return { kind: 'replay', decisions: recorded.decisions };
  if (kind === 'random' || kind === 'pct') return { kind, seed };
  return { kind: kind === 'round-robin' ? 'round-robin' : 'realistic' };
}
