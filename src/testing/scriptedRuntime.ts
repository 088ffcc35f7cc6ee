/** A runtime that a test speaks for: it keeps what was asked of it, and the test reports what comes of it. */
import type { RunListener, Runtime } from '../runtime/host/runtime.ts';
import type { RunRequest } from '../runtime/protocol.ts';
import type { Choice } from '../runtime/schedule.ts';

export interface Asked {
  readonly request: RunRequest;
  readonly listener: RunListener;
  /** the answers given to its questions */
  readonly chosen: Choice[];
  stopped: boolean;
}

/** `asked` grows with every run. */
export function scriptedRuntime() {
  const asked: Asked[] = [];
  const runtime: Runtime = {
    status: { kind: 'ready', abilities: { python: '3.14.2', suspends: true } },
    subscribe: () => () => {},
    wake: () => {},
    retry: () => {},
    drain: () => {},
    run: (request, listener) => {
      const one: Asked = { request, listener, chosen: [], stopped: false };
      asked.push(one);
      return { stop: () => void (one.stopped = true), choose: (choice) => void one.chosen.push(choice) };
    },
  };
  return { runtime, asked };
}
