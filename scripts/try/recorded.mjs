// Reads the file of `--schedule`: who went on at which step, as `npm run try -- --json` or a search wrote it down.
import { resolve } from 'node:path';
import { readNamed } from './read-file.mjs';
import { oneOf, WrongCall } from '../wrong-call.mjs';

/** The same names as in `src/runtime/schedule.ts`; a test compares the two. */
export const MODELS = ['cpython314', 'before310', 'free-threaded'];
/** As many as the runtime takes. */
const MOST = 200_000;

/**
 * @param {string} path as typed, seen from where `npm` was called
 * @param {string} [from] the folder that `path` is seen from
 * @returns {{ decisions: [number, number][], model: string | undefined }} throws a WrongCall when it is no schedule
 */
export function readRecorded(path, from = process.env.INIT_CWD ?? process.cwd()) {
  const full = resolve(from, path);
  const content = fromJson(readNamed(full, path), path);
  // A list of decisions; an object that has one; or an outcome as the runtime reports it.
  const decisions = Array.isArray(content) ? content : (content?.decisions ?? content?.outcome?.decisions);
  if (!Array.isArray(decisions)) throw new WrongCall(`"${path}" holds no schedule: it has no "decisions".`);
  const odd = decisions.findIndex((decision, index) => !isDecision(decision, decisions[index - 1]));
  if (odd !== -1) {
    throw new WrongCall(
      `"${path}" holds no schedule: decision ${odd + 1} is not [step, thread] with a step after the last one.`,
    );
  }
  if (decisions.length > MOST) throw new WrongCall(`"${path}" has more than ${MOST} decisions.`);
  const model = content.model ?? undefined;
  return { decisions, model: model === undefined ? undefined : oneOf(MODELS, model, 'model') };
}

function fromJson(text, path) {
  try {
    return JSON.parse(text);
  } catch {
    throw new WrongCall(`"${path}" is not JSON.`);
  }
}

function isDecision(decision, before) {
  if (!Array.isArray(decision) || decision.length !== 2) return false;
  if (!decision.every((number) => Number.isSafeInteger(number) && number >= 0)) return false;
  return before === undefined || decision[0] >= before[0];
}
