// Threads: what a switch, an instruction, a trace and a schedule cost, each against the same program without it.
import { compared, inTurns, median } from './table.mjs';

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

const NOBODY = { kind: 'replay', decisions: [] };

const microseconds = (value) => `${value.toFixed(value < 1 ? 3 : 1)} µs`;

async function runOf(page, source, strategy, { model = 'before310', probes = [] } = {}) {
  return page.evaluate((request) => globalThis.faultline.run(request), {
    program: { files: { 'main.py': source }, entry: 'main.py' },
    probes,
    pace: 'fast',
    schedule: strategy === null ? null : { model, strategy },
  });
}

const wallOf = async (...call) => (await runOf(...call)).end.wall;

async function searchOf(page, source, plan, check) {
  const request = {
    program: { files: { 'main.py': source }, entry: 'main.py' },
    probes: [],
    pace: 'fast',
    schedule: { model: 'before310', strategy: NOBODY, check },
    search: plan,
  };
  return (await page.evaluate((asked) => globalThis.faultline.search(asked), request)).report;
}

export async function* switching({ page }) {
  const often = { kind: 'round-robin', every: 10 };
  const counted = (await runOf(page, COUNTING, NOBODY)).scheduled;
  const switched = (await runOf(page, COUNTING, often)).scheduled;
  const walls = await inTurns(ROUNDS, {
    plain: () => wallOf(page, COUNTING, null),
    followed: () => wallOf(page, COUNTING, NOBODY),
    switched: () => wallOf(page, COUNTING, often),
  });
  const switches = switched.switches - counted.switches;
  yield {
    what: `a switch among ${THREADS} threads`,
    value: microseconds((walls.switched - walls.followed) / switches),
  };
  yield {
    what: 'following one instruction',
    value: microseconds((walls.followed - walls.plain) / counted.steps),
  };
}

export async function* tracing({ page }) {
  const random = { kind: 'random', seed: 1 };
  const { untraced, traced } = await inTurns(ROUNDS, {
    untraced: () => wallOf(page, INCREMENTS, random),
    traced: () => wallOf(page, INCREMENTS, random, { probes: ['threads'] }),
  });
  yield compared('10 x 1000 increments, followed; traced', traced / 1000, untraced / 1000);
}

export async function* searching({ page }) {
  const rates = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const plan = { method: 'random', schedules: 1000 };
    const { tried, seconds } = await searchOf(page, TWO_THREADS, plan, 'counter == 2');
    rates.push(tried / seconds);
  }
  yield { what: 'schedules a second, two-thread counter', value: median(rates).toFixed(0) };
}

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
