// Threads: what a switch, an instruction, a trace and a schedule cost, each against the same program without it.
import { runIn } from './page.mjs';
import { aimed, compared, inTurns, median } from './table.mjs';

/**
 * @import { Model } from '../src/runtime/schedule.ts'
 * @import { Given, Page, Request, Terminal } from './page.mjs'
 * @typedef {NonNullable<Request['schedule']>['strategy']} Strategy
 * @typedef {NonNullable<Request['search']>} Plan
 */

const ROUNDS = 7;
const THREADS = 10;

const COUNTING = `
import threading
def work():
    i = 0
    while i < 5000:
        i += 1
ts = [threading.Thread(target=work) for _ in range(${THREADS})]
for t in ts: t.start()
for t in ts: t.join()
`;

const INCREMENTS = `
import threading
counter = 0
def work():
    global counter
    for _ in range(1000):
        counter += 1
ts = [threading.Thread(target=work) for _ in range(10)]
for t in ts: t.start()
for t in ts: t.join()
`;

const TWO_THREADS = `
import threading
counter = 0
def work():
    global counter
    counter += 1
ts = [threading.Thread(target=work) for _ in range(2)]
for t in ts: t.start()
for t in ts: t.join()
`;

const THREE_THREADS = `
import threading
counter = 0
def work():
    global counter
    for _ in range(2):
        counter += 1
ts = [threading.Thread(target=work) for _ in range(3)]
for t in ts: t.start()
for t in ts: t.join()
`;

const PHILOSOPHERS = `
import threading
forks = [threading.Lock() for _ in range(3)]
meals = 0
def dine(seat):
    global meals
    with forks[seat], forks[(seat + 1) % 3]:
        meals += 1
ts = [threading.Thread(target=dine, args=(seat,)) for seat in range(3)]
for t in ts: t.start()
for t in ts: t.join()
`;

// Its last line leaves a figure that the search tells apart, so growth shows as many outcomes.
const GROWTH = `
import gc, threading
def work():
    pass
ts = [threading.Thread(target=work) for _ in range(10)]
for t in ts: t.start()
for t in ts: t.join()
del t, ts
objects = len(gc.get_objects())
`;

/** @type {Strategy} */
const NOBODY = { kind: 'replay', decisions: [] };

/** @param {number} value */
const microseconds = (value) => `${value.toFixed(value < 1 ? 3 : 1)} µs`;
/** @param {number} value */
const inSeconds = (value) => `${value.toFixed(2)} s`;

/**
 * @param {Page} page
 * @param {string} source
 * @param {Strategy | null} strategy
 * @param {{ model?: Model, probes?: string[] }} [options]
 */
async function runOf(page, source, strategy, { model = 'before310', probes = [] } = {}) {
  return runIn(page, {
    program: { files: { 'main.py': source }, entry: 'main.py' },
    probes,
    pace: 'fast',
    schedule: strategy === null ? null : { model, strategy },
  });
}

/** @type {(...call: Parameters<typeof runOf>) => Promise<number>} */
const wallOf = async (...call) => (await runOf(...call)).end.wall;

/**
 * What a run with a schedule has counted.
 * @param {Page} page
 * @param {string} source
 * @param {Strategy} strategy
 */
async function countsOf(page, source, strategy) {
  const { scheduled } = await runOf(page, source, strategy);
  if (scheduled === null) throw new Error('The run had no schedule.');
  return scheduled;
}

/**
 * @param {Page} page
 * @param {string} source
 * @param {Plan} plan
 * @param {string} check
 */
async function searchOf(page, source, plan, check) {
  /** @type {Request} */
  const request = {
    program: { files: { 'main.py': source }, entry: 'main.py' },
    probes: [],
    pace: 'fast',
    schedule: { model: 'before310', strategy: NOBODY, check },
    search: plan,
  };
  const { report } = await page.evaluate((asked) => {
    /** @type {Terminal} */
    const terminal = Reflect.get(globalThis, 'faultline');
    return terminal.search(asked);
  }, request);
  if (report === null) throw new Error('The search came to nothing.');
  return report;
}

/** @param {Given} given */
export async function* switching({ page }) {
  /** @type {Strategy} */
  const often = { kind: 'round-robin', every: 10 };
  const counted = await countsOf(page, COUNTING, NOBODY);
  const switched = await countsOf(page, COUNTING, often);
  const walls = await inTurns(ROUNDS, {
    plain: () => wallOf(page, COUNTING, null),
    followed: () => wallOf(page, COUNTING, NOBODY),
    switched: () => wallOf(page, COUNTING, often),
  });
  const switches = switched.switches - counted.switches;
  const each = (walls.switched - walls.followed) / switches;
  yield {
    what: `a switch among ${THREADS} threads`,
    value: microseconds(each),
    ...aimed({ is: each, most: 6 }, microseconds),
  };
  yield {
    what: 'following one instruction',
    value: microseconds((walls.followed - walls.plain) / counted.steps),
  };
}

/** @param {Given} given */
export async function* tracing({ page }) {
  /** @type {Strategy} */
  const random = { kind: 'random', seed: 1 };
  const { untraced, traced } = await inTurns(ROUNDS, {
    untraced: () => wallOf(page, INCREMENTS, random),
    traced: () => wallOf(page, INCREMENTS, random, { probes: ['threads'] }),
  });
  yield compared('10 x 1000 increments, followed; traced', traced / 1000, untraced / 1000, 3);
}

/** @param {Given} given */
export async function* searching({ page }) {
  const rates = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    /** @type {Plan} */
    const plan = { method: 'random', schedules: 1000 };
    const { tried, seconds } = await searchOf(page, TWO_THREADS, plan, 'counter == 2');
    rates.push(tried / seconds);
  }
  const rate = median(rates);
  yield {
    what: 'schedules a second, two-thread counter',
    value: rate.toFixed(0),
    ...aimed({ is: rate, least: 4000 }, String),
  };
}

/**
 * How long it takes until every schedule has been tried, with as many preemptions as the page tries of itself.
 * @param {Given} given
 */
export async function* exploring({ page }) {
  /** @type {Plan} */
  const plan = { method: 'exhaustive', bound: 2, schedules: 20_000 };
  const programs = [
    { what: 'three threads x two increments', source: THREE_THREADS, check: 'counter == 6' },
    { what: 'three philosophers', source: PHILOSOPHERS, check: 'meals == 3' },
  ];
  for (const { what, source, check } of programs) {
    const times = [];
    let schedules = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const { tried, seconds, complete } = await searchOf(page, source, plan, check);
      if (!complete) throw new Error('The search has left schedules out.');
      times.push(seconds);
      schedules = tried;
    }
    const took = median(times);
    yield {
      what: `complete search, ${what}: ${schedules} schedules`,
      value: inSeconds(took),
      ...aimed({ is: took, most: 1 }, inSeconds),
    };
  }
}

/** @param {Given} given */
export async function* growth({ page }) {
  const { outcomes } = await searchOf(page, GROWTH, { method: 'random', schedules: 600 }, 'objects');
  const objects = outcomes.map(({ words }) => Number(words.split('= ')[1]));
  const [most, least] = [Math.max(...objects), Math.min(...objects)];
  yield {
    what: 'Python objects after 600 executions, most; least',
    value: String(most),
    base: String(least),
    ratio: (most / least).toFixed(4),
  };
}
