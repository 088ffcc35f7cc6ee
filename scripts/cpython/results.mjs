// What came of the tests of one module: read from the lines that the driver prints, over as many runs as it took.

/** With this a line begins that the driver (driver.py) has printed; all else is what the tests print. */
const MARK = '\u001E';

/**
 * @typedef {{ outcome: 'passed' | 'failed' | 'skipped', why: string, seconds: number }} Outcome
 */

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

  /** Takes a piece of what the run has printed. */
  hear(text) {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) if (line.startsWith(MARK)) this.#take(line.slice(MARK.length));
  }

  /** The run has ended as `ending` says. What was under way then has failed by it. */
  end(ending) {
    if (this.underWay !== null) {
      this.outcomes.set(this.underWay, { outcome: 'failed', why: `the run ended: ${ending}`, seconds: 0 });
    }
  }

  /** The tests of which nothing is known yet, but for those that are left out. */
  missing(isLeftOut) {
    return this.tests.filter((test) => !this.outcomes.has(test) && !isLeftOut(test));
  }

  #take(json) {
    const said = parsed(json);
    if (said === null) return;
    if (Array.isArray(said.tests)) this.tests = said.tests;
    if (said.over === true) this.over = true;
    if (said.began === true) this.underWay = said.test;
    if (typeof said.outcome !== 'string') return;
    if (typeof said.test === 'string') {
      const { outcome, why, seconds } = said;
      this.outcomes.set(said.test, { outcome, why, seconds });
      this.underWay = null;
    } else {
      this.around.push(`${said.around ?? said.module}: ${said.why}`);
    }
  }
}

/** A test may have printed into the line. */
function parsed(json) {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
