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

export async function threads({ page }) {
  const run = (source, strategy, { model = 'before310', probes = [] } = {}) =>
    page.evaluate((request) => globalThis.faultline.run(request), {
      program: { files: { 'main.py': source }, entry: 'main.py' },
      probes,
      pace: 'fast',
      schedule: strategy === null ? null : { model, strategy },
    });
  const wall = async (...call) => (await run(...call)).end.wall;
  const search = async (source, plan, check) =>
    (
      await page.evaluate((request) => globalThis.faultline.search(request), {
        program: { files: { 'main.py': source }, entry: 'main.py' },
        probes: [],
        pace: 'fast',
        schedule: { model: 'before310', strategy: NOBODY, check },
        search: plan,
      })
    ).report;

  const often = { kind: 'round-robin', every: 10 };
  const counted = (await run(COUNTING, NOBODY)).scheduled;
  const switched = (await run(COUNTING, often)).scheduled;
  const counting = await inTurns(ROUNDS, {
    plain: () => wall(COUNTING, null),
    followed: () => wall(COUNTING, NOBODY),
    switched: () => wall(COUNTING, often),
  });
  const random = { kind: 'random', seed: 1 };
  const tracing = await inTurns(ROUNDS, {
    untraced: () => wall(INCREMENTS, random),
    traced: () => wall(INCREMENTS, random, { probes: ['threads'] }),
  });
  const rates = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const report = await search(TWO_THREADS, { method: 'random', schedules: 1000 }, 'counter == 2');
    rates.push(report.tried / report.seconds);
  }
  const growth = await search(GROWTH, { method: 'random', schedules: 600 }, 'objects');
  const objects = growth.outcomes.map(({ words }) => Number(words.split('= ')[1]));
  return [
    {
      what: `a switch among ${THREADS} threads`,
      value: microseconds((counting.switched - counting.followed) / (switched.switches - counted.switches)),
    },
    {
      what: 'following one instruction',
      value: microseconds((counting.followed - counting.plain) / counted.steps),
    },
    compared('10 x 1000 increments, followed; traced', tracing.traced / 1000, tracing.untraced / 1000),
    { what: 'schedules a second, two-thread counter', value: median(rates).toFixed(0) },
    {
      what: 'Python objects after 600 executions, most; least',
      value: String(Math.max(...objects)),
      base: String(Math.min(...objects)),
      ratio: (Math.max(...objects) / Math.min(...objects)).toFixed(4),
    },
  ];
}
