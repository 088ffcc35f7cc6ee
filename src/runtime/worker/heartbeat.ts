/** The heartbeat: has Python's signal handler called some twenty times a second while it computes. */

const BEAT_MS = 45;
/** Looks at the clock only once in so many questions; Python asks some forty thousand times a second. */
const QUESTIONS_PER_LOOK = 64;

/**
 * An interrupt buffer for Pyodide that answers with `signal` when a beat is due.
 *
 * Pyodide's interpreter reads element 0 now and then to see whether a signal has arrived, and clears it. It takes
 * any object, so instead of shared memory (which needs special headers) this is one that looks at the clock.
 */
export function heartbeat(signal: number): Uint8Array {
  const { performance } = globalThis;
  let questions = 0;
  let last = performance.now();
  const answer = (): number => {
    questions = (questions + 1) % QUESTIONS_PER_LOOK;
    if (questions !== 0) return 0;
    const now = performance.now();
    if (now - last < BEAT_MS) return 0;
    last = now;
    return signal;
  };
  return new Proxy(new Uint8Array(1), {
    get: (_target, key) => (key === '0' ? answer() : undefined),
    set: () => true,
  });
}
