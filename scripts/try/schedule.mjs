// What `npm run try` was told about threads: the schedule of the run, and the search before it.
import { MODELS, readRecorded } from './recorded.mjs';
import { oneOf, wholeNumber, WrongCall } from '../wrong-call.mjs';

/** For `parseArgs`. */
export const SCHEDULE_OPTIONS = {
  model: { type: 'string' },
  strategy: { type: 'string' },
  seed: { type: 'string' },
  schedule: { type: 'string' },
  search: { type: 'string' },
  bound: { type: 'string' },
  check: { type: 'string' },
};
export const STRATEGIES = ['round-robin', 'random', 'pct', 'exhaustive', 'realistic', 'replay'];
/** Strategies that say which schedules to try. */
const SEARCHED = ['random', 'pct', 'exhaustive'];
/** Where an exhaustive search gives up, and with how many preemptions, unless told otherwise. */
const MOST_SCHEDULES = 20_000;
const BOUND = 2;
/** As long as the runtime takes. */
const LONGEST_CHECK = 10_000;

/**
 * @param {Record<string, string | undefined>} values the options as typed
 * @param {string} [from] the folder that the file of `--schedule` is seen from
 * @returns {{ schedule: object, search: object | null, chosen: boolean }} the schedule and the search as in
 *   `src/runtime/schedule.ts`; `chosen` is false when nothing was said of threads. Throws a WrongCall.
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
    chosen: Object.keys(SCHEDULE_OPTIONS).some((name) => values[name] !== undefined),
  };
}

/** The strategy of a call that names none. */
function meant({ schedule, search, bound }) {
  if (schedule !== undefined) return 'replay';
  if (bound !== undefined) return 'exhaustive';
  return search === undefined ? 'realistic' : 'random';
}

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

function searchOf({ search, bound }, strategy, seed) {
  const schedules = search === undefined ? undefined : wholeNumber('search', search, 1);
  if (strategy === 'exhaustive') {
    return {
      method: 'exhaustive',
      bound: bound === 'none' ? null : wholeNumber('bound', bound ?? String(BOUND)),
      schedules: schedules ?? MOST_SCHEDULES,
    };
  }
  return schedules === undefined ? null : { method: strategy, schedules, seed };
}

function strategyOf(kind, seed, recorded) {
  if (kind === 'replay') return { kind, decisions: recorded.decisions };
  return kind === 'random' || kind === 'pct' ? { kind, seed } : { kind };
}
