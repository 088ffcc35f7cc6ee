// Reads the command line of `npm run link`; a wrong one is answered with a sentence.
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { messageOf } from '../outside.mjs';
import { readNamed } from '../try/read-file.mjs';
import { MODELS, readRecorded } from '../try/recorded.mjs';
import { oneOf, wholeNumber, WrongCall } from '../wrong-call.mjs';
import { ASK_FOR_HELP } from './help.mjs';

const text = /** @type {const} */ ({ type: 'string' });
const files = /** @type {const} */ ({ type: 'string', multiple: true });
/** For `parseArgs`. */
export const OPTIONS = /** @type {const} */ ({
  lesson: text,
  step: text,
  part: text,
  arrangement: text,
  site: text,
  broken: files,
  fixed: files,
  variation: text,
  entry: text,
  model: text,
  strategy: text,
  seed: text,
  check: text,
  schedule: text,
  pace: text,
  decode: text,
  help: { type: 'boolean', short: 'h', default: false },
});

/** The same as in `src/lesson`, `src/runtime` and `src/share/state.ts`; a test compares them. */
export const LISTS = {
  part: ['cause', 'diagnosis', 'solution'],
  pace: ['real', 'fast'],
  model: MODELS,
  strategy: ['realistic', 'round-robin', 'random', 'pct', 'manual', 'replay'],
};

/**
 * @param {readonly string[]} args what stood after the script's name
 * @param {string} [from] the folder that files are seen from
 * @returns {{ command: 'help' } | { command: 'decode', link: string } | { command: 'encode', site: string, wanted: Record<string, unknown> }}
 */
export function readCall(args, from = process.env['INIT_CWD'] ?? process.cwd()) {
  const values = parse(args);
  for (const name of /** @type {const} */ (['part', 'pace', 'model', 'strategy'])) {
    const typed = values[name];
    if (typed !== undefined) oneOf(LISTS[name], typed, name);
  }
  if (values.help) return { command: 'help' };
  if (values.decode !== undefined) return { command: 'decode', link: linkIn(values.decode, from) };
  if (values.lesson === undefined) throw new WrongCall(`Say which lesson, with --lesson. ${ASK_FOR_HELP}`);
  const {
    lesson,
    step,
    part,
    arrangement,
    variation,
    entry,
    pace,
    broken = [],
    fixed = [],
    site = '',
  } = values;
  const place = { lesson, part, arrangement, variation, entry, pace };
  return {
    command: 'encode',
    site,
    wanted: {
      ...present(place),
      ...present({ step: step === undefined ? undefined : wholeNumber('step', step, 1) - 1 }),
      files: {
        broken: broken.map((one) => readFile(one, from)),
        fixed: fixed.map((one) => readFile(one, from)),
      },
      schedule: scheduleIn(values, from),
    },
  };
}

/** @param {readonly string[]} args */
function parse(args) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new WrongCall(`${messageOf(error).split('. ')[0]}. ${ASK_FOR_HELP}`);
  }
}

/**
 * The link itself, or that of a file.
 * @param {string} typed
 * @param {string} from
 */
function linkIn(typed, from) {
  return typed.endsWith('.faultline') ? readNamed(resolve(from, typed), typed) : typed;
}

/**
 * @param {string} typed `file.py`, or `shop/orders.py=file.py`
 * @param {string} from
 */
function readFile(typed, from) {
  const [, path = null, shown = typed] = /^([\w./-]+\.py)=(.+)$/.exec(typed) ?? [];
  return { path, name: basename(shown), text: readNamed(resolve(from, shown), shown) };
}

/**
 * @param {ReturnType<typeof parse>} values
 * @param {string} from
 */
function scheduleIn({ model, strategy, seed, check, schedule }, from) {
  const chosen = present({
    model,
    strategy,
    check,
    seed: seed === undefined ? undefined : wholeNumber('seed', seed),
  });
  if (schedule === undefined) return chosen;
  const { decisions, model: under } = readRecorded(schedule, from);
  return { strategy: 'replay', ...chosen, recorded: { model: model ?? under ?? 'cpython314', decisions } };
}

/**
 * Those that were given.
 * @param {Record<string, unknown>} values
 */
function present(values) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
