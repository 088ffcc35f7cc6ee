// Reads the file of `--schedule`: who went on at which step, as `npm run try -- --json` or a search wrote it down.
import { resolve } from 'node:path';
import { isRecord } from '../outside.mjs';
import { readNamed } from './read-file.mjs';
import { oneOf, WrongCall } from '../wrong-call.mjs';

/**
 * The same names as in `src/runtime/schedule.ts`; a test compares the two.
 * @import { Decision, Model } from '../../src/runtime/schedule.ts'
 * @type {readonly Model[]}
 */
export const MODELS = ['cpython314', 'before310', 'free-threaded'];
/** As many as the runtime takes. */
const MOST = 200_000;

/** @typedef {{ decisions: Decision[], model: Model | undefined }} Recorded */

/**
 * @param {string} path as typed, seen from where `npm` was called
 * @param {string} [from] the folder that `path` is seen from
 * @returns {Recorded} throws a WrongCall when it is no schedule
 */
export function readRecorded(path, from = process.env['INIT_CWD'] ?? process.cwd()) {
  const full = resolve(from, path);
  const content = fromJson(readNamed(full, path), path);
  const decisions = decisionsIn(content);
  if (!Array.isArray(decisions)) throw new WrongCall(`"${path}" holds no schedule: it has no "decisions".`);
  const odd = decisions.findIndex((decision, index) => !isDecision(decision, decisions[index - 1]));
  if (odd !== -1) {
    throw new WrongCall(
      `"${path}" holds no schedule: decision ${odd + 1} is not [step, thread] with a step after the last one.`,
    );
  }
  if (decisions.length > MOST) throw new WrongCall(`"${path}" has more than ${MOST} decisions.`);
  return { decisions, model: modelIn(content) };
}

/**
 * @param {unknown} content
 * @returns {Model | undefined}
 */
function modelIn(content) {
  const model = isRecord(content) ? content['model'] : undefined;
  if (model === undefined || model === null) return undefined;
  return oneOf(MODELS, typeof model === 'string' ? model : JSON.stringify(model), 'model');
}

/**
 * A list of decisions; an object that has one; or an outcome as the runtime reports it.
 * @param {unknown} content
 * @returns {unknown}
 */
function decisionsIn(content) {
  if (Array.isArray(content)) return content;
  const { decisions, outcome } = isRecord(content) ? content : {};
  return decisions ?? (isRecord(outcome) ? outcome['decisions'] : undefined);
}

/**
 * @param {string} text
 * @param {string} path as typed
 * @returns {unknown}
 */
function fromJson(text, path) {
  try {
    return JSON.parse(text);
  } catch {
    throw new WrongCall(`"${path}" is not JSON.`);
  }
}

/**
 * @param {unknown} decision
 * @param {Decision | undefined} before the one before it
 */
function isDecision(decision, before) {
  if (!Array.isArray(decision) || decision.length !== 2) return false;
  if (!decision.every((number) => Number.isSafeInteger(number) && number >= 0)) return false;
  return before === undefined || decision[0] >= before[0];
}
