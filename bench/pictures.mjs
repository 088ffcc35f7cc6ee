// Pictures: runs of very many events. What an event costs to take in and to keep, in Node; and in the built page how long
// frames take while the playhead is moved, while the threads are zoomed, and while a program reports as much as it may.
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { findBrowser, launchFlags } from '../scripts/browser.mjs';
import { ROOT } from '../scripts/command.mjs';
import { listen } from '../scripts/port.mjs';
import { createSite } from '../scripts/serve.mjs';
import { setUp } from '../scripts/setup.mjs';
import { framesWhile, openRun } from './frames.mjs';
import { compared, median, milliseconds } from './table.mjs';

/**
 * @import { Page } from './page.mjs'
 * @import { Many } from '../src/testing/manyEvents.ts'
 * @import { Doing } from './frames.mjs'
 * @typedef {{ events: number, fold: number, bytes: number, shown: number }} Cost microseconds and bytes, an event
 */

const COUNTS = [10_000, 100_000, 1_000_000];
const ROUNDS = 3;
const WARMING_UP = 200_000;
/** Records of one batch, about as many as the page takes at a time. */
const BATCH = 1_024;
/** In the page; it opens no file of many more. */
const MANY = 1_000_000;
const FEW = 1_000;

/** @type {readonly [view: Many, lesson: string, program: string][]} a lesson that shows the view, and a program that reports much */
const VIEWS = [
  [
    'timeline',
    'asyncio',
    'import asyncio\n\nasync def work():\n    for _ in range(20_000):\n        await asyncio.sleep(0)\n\nasync def main():\n    await asyncio.gather(*(work() for _ in range(10)))\n\nasyncio.run(main())\n',
  ],
  [
    'threads',
    'threads',
    'import threading\n\ncounter = 0\n\ndef work():\n    global counter\n    for _ in range(20_000):\n        counter += 1\n\nthreads = [threading.Thread(target=work) for _ in range(10)]\nfor thread in threads:\n    thread.start()\nfor thread in threads:\n    thread.join()\nprint(counter)\n',
  ],
  [
    'pool',
    'pools',
    'from sqlalchemy import create_engine, pool\n\nengine = create_engine("sqlite://", poolclass=pool.QueuePool, pool_size=2)\nfor _ in range(30_000):\n    with engine.connect():\n        pass\nprint("done")\n',
  ],
  [
    'heap',
    'memory',
    'class Node:\n    pass\n\nkept = []\nfor number in range(200_000):\n    kept.append(Node())\n    if len(kept) > 1_000:\n        kept.clear()\nprint("done")\n',
  ],
  ['output', 'asyncio', 'for number in range(60_000):\n    print(number % 10, end="\\n")\n'],
];

export async function* pictures() {
  yield* costs();
  await setUp();
  yield* frames(join(ROOT, 'dist'));
}

async function* costs() {
  setFlagsFromString('--expose-gc');
  /** @type {() => void} */
  const collectOnce = runInNewContext('gc');
  const collect = async () => {
    // What lies outside the heap is given back a little later.
    for (let times = 0; times < 3; times += 1) {
      collectOnce();
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  };
  const { manyEvents, Trace, ask } = await modules();
  // The engine compiles what it runs often; what that takes is no part of what an event costs.
  for (const [view] of VIEWS) fold(new Trace(), manyEvents(view, WARMING_UP));
  for (const [view] of VIEWS) {
    /** @type {Cost[]} */
    const found = [];
    for (const events of COUNTS) {
      const batch = manyEvents(view, events);
      /** @type {Cost[]} */
      const rounds = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        // Collecting garbage by force makes the engine forget what it had compiled: times come from elsewhere.
        const took = foldTimes(Trace, batch);
        rounds.push({
          ...(await costOf({ batch, trace: new Trace(), ask: ask[view], collect })),
          fold: took,
        });
      }
      const of = (/** @type {keyof Cost} */ what) => median(rounds.map((round) => round[what]));
      found.push({ events, fold: of('fold'), bytes: of('bytes'), shown: of('shown') });
    }
    const list = (/** @type {keyof Cost} */ what, /** @type {number} */ digits) =>
      found.map((cost) => cost[what].toFixed(digits)).join(' / ');
    yield { what: `${view}: to take an event in; of 10^4, 10^5, 10^6`, value: `${list('fold', 2)} µs` };
    yield {
      what: `${view}: to keep it; with what the picture keeps`,
      value: `${list('bytes', 0)} B`,
      base: `${list('shown', 0)} B`,
    };
  }
}

/**
 * @param {object} given
 * @param {import('../src/trace/pack.ts').Batch} given.batch
 * @param {import('../src/trace/trace.ts').Trace} given.trace
 * @param {(at: { picture: import('../src/trace/picture.ts').Picture, moment: number, live: boolean }) => void} given.ask
 * @param {() => Promise<void>} given.collect
 * @returns {Promise<Omit<Cost, 'fold'>>}
 */
async function costOf({ batch, trace, ask, collect }) {
  const events = batch.records.length / 8;
  await collect();
  const before = kept();
  fold(trace, batch);
  await collect();
  const after = kept();
  const { picture } = trace;
  ask({ picture, moment: picture.lastTime, live: false });
  await collect();
  const shown = kept();
  // Who looks at it still holds it.
  if (trace.count !== events) throw new Error('The trace has refused events.');
  return {
    events,
    bytes: (after - before) / events,
    shown: (shown - before) / events,
  };
}

/**
 * Microseconds that an event takes, of as many runs as make up many events.
 * @param {new () => import('../src/trace/trace.ts').Trace} Fresh
 * @param {import('../src/trace/pack.ts').Batch} batch
 */
function foldTimes(Fresh, batch) {
  const events = batch.records.length / 8;
  const runs = Math.max(1, WARMING_UP / events);
  const began = performance.now();
  for (let run = 0; run < runs; run += 1) fold(new Fresh(), batch);
  return ((performance.now() - began) * 1000) / (runs * events);
}

/**
 * As a run reports them: batch by batch.
 * @param {import('../src/trace/trace.ts').Trace} trace
 * @param {import('../src/trace/pack.ts').Batch} batch
 */
function fold(trace, { records, strings }) {
  for (let from = 0; from < records.length; from += BATCH * 8) {
    trace.append(records.subarray(from, from + BATCH * 8), from === 0 ? strings : []);
  }
}

function kept() {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

async function modules() {
  const { runnerImport } = await import('vite');
  /** @type {{ module: typeof import('../src/testing/pictured.ts') }} */
  const { module } = await runnerImport(join(ROOT, 'src/testing/pictured.ts'), {
    configFile: false,
    root: ROOT,
    logLevel: 'error',
  });
  return module;
}

/**
 * In the page that stands in a folder: very many events beside few, as the page itself has a price.
 * @param {string} folder
 */
async function* frames(folder) {
  const { manyEvents } = await modules();
  const site = createSite({ folder, base: '/' });
  const port = await listen(site, 0, '127.0.0.1');
  const executablePath = await findBrowser();
  const { chromium } = await import('playwright');
  const browser = await chromium.launch({ executablePath, args: launchFlags() });
  try {
    for (const [view, lesson, program] of VIEWS) {
      const open = async (/** @type {number} */ events) => {
        const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
        const batch = manyEvents(view, events);
        return {
          page,
          took: await openRun(page, { address: `http://127.0.0.1:${port}/`, lesson, program, batch }),
        };
      };
      const [few, many] = [await open(FEW), await open(MANY)];
      yield { what: `${view}: a file of ${MANY} events, until it is shown`, value: milliseconds(many.took) };
      for (const doing of doingsOf(view)) {
        const [base, value] = [await framesOf(few.page, doing), await framesOf(many.page, doing)];
        yield compared(
          `${view}, ${doing}: 95 of 100 frames within; with ${FEW} events`,
          value.most,
          base.most,
        );
        yield compared(
          `${view}, ${doing}: the longest frame; with ${FEW} events`,
          value.longest,
          base.longest,
        );
      }
      await few.page.close();
      const { most, longest } = await framesWhile(many.page, 'live');
      yield {
        what: `${view}, while a program reports: 95 of 100 within; the longest`,
        value: milliseconds(most),
        base: milliseconds(longest),
      };
      await many.page.close();
    }
  } finally {
    await browser.close();
    site.closeAllConnections();
    site.close();
  }
}

/**
 * With the page in front: one behind another has no frames.
 * @param {Page} page
 * @param {Doing} doing
 */
async function framesOf(page, doing) {
  await page.bringToFront();
  return framesWhile(page, doing);
}

/**
 * @param {Many} view
 * @returns {readonly Doing[]}
 */
function doingsOf(view) {
  return view === 'threads' ? ['scrubbing', 'pointing', 'zooming'] : ['scrubbing', 'pointing'];
}
