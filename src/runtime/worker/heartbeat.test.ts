/** The heartbeat as Pyodide asks for it, without Pyodide. */
import { afterEach, expect, test, vi } from 'vitest';
import { Heartbeat } from './heartbeat.ts';

const SIGNAL = 14;

afterEach(() => {
  vi.useRealTimers();
});

/** As `_Py_CheckEmscriptenSignals_Helper` of Pyodide's glue does it. */
function ask(module: { Py_EmscriptenSignalBuffer?: Uint8Array }): number {
  if (!module.Py_EmscriptenSignalBuffer) return 0;
  const signal = module.Py_EmscriptenSignalBuffer[0] ?? 0;
  module.Py_EmscriptenSignalBuffer[0] = 0;
  return signal;
}

test('a beat comes once when it is due, and later where the program has let us in', () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const module = {};
  const heartbeat = new Heartbeat();
  const pyodide = { _module: module, setInterruptBuffer: () => {} };
  heartbeat.start(pyodide, SIGNAL);
  const beats = (): number =>
    Array.from({ length: 200 }, () => ask(module)).filter((one) => one === SIGNAL).length;
  expect(beats()).toBe(0);
  vi.advanceTimersByTime(50);
  expect(beats()).toBe(1);
  heartbeat.throttle();
  vi.advanceTimersByTime(200);
  expect(beats()).toBe(0);
  vi.advanceTimersByTime(100);
  expect(beats()).toBe(1);
});
