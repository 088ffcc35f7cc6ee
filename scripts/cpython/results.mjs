// What came of the tests of one module: read from the lines that the driver prints, over as many runs as it took.

import { isRecord, textsIn } from '../outside.mjs';

/** With this a line begins that the driver (driver.py) has printed; all else is what the tests print. */
const MARK = '\u001E';

const OUTCOMES = /** @type {const} */ (['passed', 'failed', 'skipped']);
/** @typedef {{ outcome: (typeof OUTCOMES)[number], why: string, seconds: number }} Outcome */

/** The tests of a module, and how each of them went. */
export class Results {
  /** @type {string[]} */
  tests = [];
  /** @type {Map<string, Outcome>} */
  outcomes = new Map();
  /** why the module, or a class of it, could not be run */
  /** @type {string[]} */
  around = [];
  /** the test that has begun, and not ended */
  /** @type {string | null} */
  underWay = null;
  /** true when a run came to the last of its tests */
  over = false;
  #rest = '';

  /** A run begins. */
  begin() {
    this.underWay = null;
    this.over = false;
    this.#rest = '';
  }

  /**
   * Takes a piece of what the run has printed.
   * @param {string} text
   */
  append(text) {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) if (line.startsWith(MARK)) this.#take(line.slice(MARK.length));
  }

  /**
   * The run has ended as `ending` says. What was under way then has failed by it.
   * @param {string} ending
   */
  end(ending) {
    if (this.underWay !== null) {
      this.outcomes.set(this.underWay, { outcome: 'failed', why: `the run ended: ${ending}`, seconds: 0 });
    }
  }

  /**
   * The tests of which nothing is known yet, but for those that are left out.
   * @param {(test: string) => boolean} isLeftOut
   */
  missing(isLeftOut) {
    return this.tests.filter((test) => !this.outcomes.has(test) && !isLeftOut(test));
  }

  /** @param {string} json */
  #take(json) {
    const record = parsed(json);
    if (!isRecord(record)) return;
    const { tests, over, began, test, around, module, seconds } = record;
    if (Array.isArray(tests)) this.tests = textsIn(tests);
    if (over === true) this.over = true;
    if (began === true && typeof test === 'string') this.underWay = test;
    const outcome = OUTCOMES.find((known) => known === record['outcome']);
    if (outcome === undefined) return;
    const why = String(record['why']);
    if (typeof test === 'string') {
      this.outcomes.set(test, { outcome, why, seconds: Number(seconds) });
      this.underWay = null;
    } else {
      this.around.push(`${String(around ?? module)}: ${why}`);
    }
  }
}

/**
 * A test may have printed into the line.
 * @param {string} json
 * @returns {unknown}
 */
function parsed(json) {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
