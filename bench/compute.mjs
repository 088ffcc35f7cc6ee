// Computing: how many events a second arrive, and what the tasks probe costs the program. What the heartbeat costs is in `processor.mjs`.
import { printedBy } from './page.mjs';
import { compared, inTurns } from './table.mjs';

/** @typedef {import('./page.mjs').Given} Given */

const ROUNDS = 5;

const LOOP = `
import time
began = time.perf_counter()
total = 0
for number in range(5_000_000): total += number
print((time.perf_counter() - began) * 1000)
`;
const STEPS = `
import asyncio, time
async def step():
    for _ in range(100): await asyncio.sleep(0)
async def main(): await asyncio.gather(*(step() for _ in range(100)))
began = time.perf_counter()
asyncio.run(main())
print((time.perf_counter() - began) * 1000)
`;

/** @param {Given} given */
export async function* computing({ run }) {
  const { loop, watched } = await inTurns(ROUNDS, {
    loop: () => printedBy(run, LOOP),
    watched: () => printedBy(run, LOOP, { probes: ['tasks'] }),
  });
  yield compared('loop of 5,000,000 rounds with the tasks probe; without', watched, loop);
}

/** @param {Given} given */
export async function* steps({ run }) {
  let eventsPerSecond = 0;
  const figures = await inTurns(ROUNDS, {
    steps: () => printedBy(run, STEPS),
    watched: async () => {
      const program = { files: { 'main.py': STEPS }, entry: 'main.py' };
      const { end, events, stdout } = await run({ program, probes: ['tasks'], pace: 'real' });
      eventsPerSecond = Math.max(eventsPerSecond, events.length / (end.wall / 1_000_000));
      return Number(stdout);
    },
  });
  yield compared('10,000 task steps with the tasks probe; without', figures.watched, figures.steps, 2.5);
  const value = Math.round(eventsPerSecond).toLocaleString('en');
  yield { what: 'events a second, from the program to the page', value };
}
