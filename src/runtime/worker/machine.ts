/** The machine under the scheduler: what `_faultline_machine` is when Python imports it (see `entry.py`). */
import type { Question, SearchReport } from '../schedule.ts';
import type { Carriers, Suspension } from './carriers.ts';
import type { Heartbeat } from './heartbeat.ts';
import type { MemoryLimit } from './memory-limit.ts';
import { createQuestion, type QuestionSuspension } from './question.ts';
import type { StopFlag } from './stop.ts';
import { after, soon } from './timer.ts';

interface PythonBytes {
  getBuffer(type: 'u8'): { data: Uint8Array; release(): void };
}

/** A Python buffer as Pyodide passes it. */
interface PythonBuffer {
  getBuffer(type: 'i32'): { data: Int32Array; release(): void };
}

export interface Reports {
  started(): void;
  batch(records: Int32Array<ArrayBuffer>, strings: string[]): void;
  searched(report: SearchReport): void;
  asked(question: Question): void;
}

/** Python reads the attributes and calls the methods of this object. */
export interface Machine {
  readonly suspends: boolean;
  /** What threads run on; undefined where nothing can be suspended. */
  readonly carriers: Pick<Carriers, 'count' | 'grow' | 'setBody'> | undefined;
  /** Suspends the carrier for `milliseconds`; Stop cuts it short. */
  readonly pause: Suspension & { milliseconds: number };
  /** Suspends the carrier until waiting messages have been handled. */
  readonly breath: Suspension;
  /** Suspends the carrier until the person has chosen who goes on, or pressed Stop. */
  readonly question: QuestionSuspension;
  /** Blocks the worker, for where nothing can be suspended; Stop cuts it short. */
  block(milliseconds: number): void;
  /** No heartbeat is needed for a while: the program lets us in by itself. */
  throttle(): void;
  /** From when `flag`'s one byte is set, memory that was kept back may be used. Setting it takes no memory. */
  watchReserve(flag: PythonBytes): void;
  stopAsked(): boolean;
  protectStack(): void;
  started(): void;
  send(records: PythonBuffer, strings: string): void;
  /** Says how far a search has come; `report` is JSON. */
  searched(report: string): void;
}

/** `carriers` is null where the browser cannot suspend WebAssembly, `heartbeat` where none is wanted. */
export function createMachine(
  carriers: Carriers | null,
  heartbeat: Heartbeat | null,
  stop: StopFlag,
  reports: Reports,
  memory: Pick<MemoryLimit, 'watchReserve'>,
): Machine {
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
    carriers: carriers ?? undefined,
    pause,
    breath: suspension(soon),
    question: createQuestion(suspension, stop, (question) => reports.asked(question)),
    block(milliseconds) {
      const due = performance.now() + milliseconds;
      // Asking takes some 3 ms, most of them idle, so this waits rather than burns.
      while (performance.now() < due && !(due - performance.now() > 4 && stop.asked()));
    },
    throttle: () => heartbeat?.throttle(),
    // Never released: the flag stays where it is for as long as it is read.
    watchReserve: (flag) => memory.watchReserve(flag.getBuffer('u8').data.byteOffset),
    stopAsked: () => stop.asked(),
    protectStack: () => carriers?.protect(),
    started: () => reports.started(),
    send(records, strings) {
      const buffer = records.getBuffer('i32');
      const copy = new Int32Array(buffer.data);
      buffer.release();
      reports.batch(copy, parseStrings(strings));
    },
    searched: (report) => reports.searched(JSON.parse(report)),
  };
}

function parseStrings(json: string): string[] {
  const value: unknown = JSON.parse(json);
  return Array.isArray(value) ? value.map(String) : [];
}
