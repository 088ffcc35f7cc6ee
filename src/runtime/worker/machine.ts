/** The machine under the scheduler: what `_faultline_machine` is when Python imports it (see `entry.py`). */
import type { Carriers, Suspension } from './carriers.ts';
import type { StopFlag } from './stop.ts';
import { after, soon } from './timer.ts';

/** A Python buffer as Pyodide passes it. */
interface PythonBuffer {
  getBuffer(type: 'i32'): { data: Int32Array; release(): void };
}

export interface Reports {
  started(): void;
  batch(records: Int32Array<ArrayBuffer>, strings: string[]): void;
}

/** Python reads the attributes and calls the methods of this object. */
export interface Machine {
  readonly suspends: boolean;
  /** Suspends the carrier for `milliseconds`; Stop cuts it short. */
  readonly pause: Suspension & { milliseconds: number };
  /** Suspends the carrier until waiting messages have been handled. */
  readonly breath: Suspension;
  /** Blocks the worker, for where nothing can be suspended; Stop cuts it short. */
  block(milliseconds: number): void;
  stopAsked(): boolean;
  protectStack(): void;
  started(): void;
  send(records: PythonBuffer, strings: string): void;
}

/** `carriers` is null where the browser cannot suspend WebAssembly. */
export function createMachine(carriers: Carriers | null, stop: StopFlag, reports: Reports): Machine {
  let wake: (() => void) | null = null;
  stop.onAsk(() => wake?.());
  const suspension = (body: (resume: () => void) => void): Suspension =>
    carriers?.suspension(body) ?? { then: (resume) => resume() };
  const pause: Machine['pause'] = {
    milliseconds: 0,
    ...suspension((resume) => {
      wake = after(pause.milliseconds, () => {
        wake = null;
        resume();
      });
      if (stop.asked()) wake();
    }),
  };
  return {
    suspends: carriers !== null,
    pause,
    breath: suspension(soon),
    block(milliseconds) {
      const due = performance.now() + milliseconds;
      // Asking takes some 3 ms, most of them idle, so this waits rather than burns.
      while (performance.now() < due && !(due - performance.now() > 4 && stop.asked()));
    },
    stopAsked: () => stop.asked(),
    protectStack: () => carriers?.protect(),
    started: () => reports.started(),
    send(records, strings) {
      const buffer = records.getBuffer('i32');
      const copy = new Int32Array(buffer.data);
      buffer.release();
      reports.batch(copy, parseStrings(strings));
    },
  };
}

function parseStrings(json: string): string[] {
  const value: unknown = JSON.parse(json);
  return Array.isArray(value) ? value.map(String) : [];
}
