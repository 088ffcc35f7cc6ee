/** The page behind `npm run try`, the contract tests and the benchmarks: the same runtime, driven by a script. */
import * as v from 'valibot';
import { lessons } from '../lesson/catalog.ts';
import { createRuntime } from '../runtime/host/create.ts';
import type { RunEnd } from '../runtime/host/runtime.ts';
import { DEFAULT_LIMITS, RunRequestSchema } from '../runtime/protocol.ts';
import { readMeasure } from '../trace/measure.ts';
import { Trace } from '../trace/trace.ts';
import type { TraceEvent } from '../trace/vocabulary.ts';

/** What a driving script gets of one run. `delays`: for each batch, ms between its last event and its arrival. */
export interface HarnessRun {
  readonly end: RunEnd;
  readonly stdout: string;
  readonly stderr: string;
  readonly counters: Readonly<Record<string, number>>;
  readonly events: readonly TraceEvent[];
  readonly delays: readonly number[];
}

const runtime = createRuntime();

/** Runs one program. `stopAfter` presses Stop so many milliseconds after its start. Rejects on a malformed request. */
function run(request: unknown, stopAfter?: number): Promise<HarnessRun> {
  const parsed = v.parse(RunRequestSchema, {
    limits: DEFAULT_LIMITS,
    ...v.parse(v.looseObject({}), request),
  });
  const trace = new Trace();
  const delays: number[] = [];
  let began = 0;
  return new Promise((resolve, reject) => {
    const handle = runtime.run(parsed, {
      started() {
        began = performance.now();
        if (stopAfter !== undefined) setTimeout(() => handle.stop(), stopAfter);
      },
      batch(records, strings) {
        const taken = trace.append(records, strings);
        if (!taken.ok) reject(new Error(taken.error));
        if (began > 0) delays.push(performance.now() - began - trace.picture.lastTime / 1000);
      },
      ended: (end) => resolve({ end, ...read(trace), delays }),
    });
  });
}

function read(trace: Trace): Pick<HarnessRun, 'stdout' | 'stderr' | 'counters' | 'events'> {
  const { picture } = trace;
  const text = (stream: string): string =>
    picture.prints
      .filter((print) => print.stream === stream)
      .map((print) => print.text)
      .join('');
  const counters: Record<string, number> = {};
  for (const lane of picture.lanes) {
    const last = lane.levels.at(-1);
    if (last !== undefined) {
      counters[lane.label] = last.value;
      counters[`${lane.label} (peak)`] = Math.max(...lane.levels.map((level) => level.value));
    }
    const total = lane.totals.at(-1);
    if (total !== undefined) counters[lane.label] = total.total;
  }
  const all = picture.lastTime;
  counters['tasks'] = readMeasure({ of: 'spans', under: 'tasks' }, picture, all);
  counters['tasks done'] = readMeasure({ of: 'spans', under: 'tasks', outcome: 'done' }, picture, all);
  const events = Array.from({ length: trace.count }, (_, index) => trace.eventAt(index));
  return { stdout: text('stdout'), stderr: text('stderr'), counters, events };
}

const harness = { run, lessons, wake: () => runtime.wake(), status: () => runtime.status };
/** What driving scripts find on `window.faultline`. */
export type Harness = typeof harness;
Object.assign(window, { faultline: harness });
runtime.wake();
