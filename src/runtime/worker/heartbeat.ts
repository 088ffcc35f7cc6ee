/** The heartbeat: has Python's signal handler called some twenty times a second while it computes. */

const BEAT_MS = 45;
/** For so long no beat is due after the program has let us in by itself. */
const THROTTLE_MS = 250;
/** Reads the clock only once in so many questions; Python asks some forty thousand times a second. */
const QUESTIONS_PER_CLOCK_READ = 64;

/** What makes beats due, and puts them off. */
export class Heartbeat {
  private readonly clock = globalThis.performance;
  private questions = 0;
  private due = 0;

  /** Called by a program that lets us in by itself: no beat is due for a while. */
  throttle(): void {
    this.due = this.clock.now() + THROTTLE_MS;
  }

  /**
   * An interrupt buffer for Pyodide that answers with `signal` when a beat is due.
   *
   * Pyodide's interpreter reads element 0 now and then to see whether a signal has arrived, and clears it. It takes
   * any object, so instead of shared memory (which needs special headers) this is one that looks at the clock.
   */
  buffer(signal: number): Uint8Array {
    this.due = this.clock.now() + BEAT_MS;
    return new Proxy(new Uint8Array(1), {
      get: (_target, key) => (key === '0' ? this.answer(signal) : undefined),
      set: () => true,
    });
  }

  private answer(signal: number): number {
    this.questions = (this.questions + 1) % QUESTIONS_PER_CLOCK_READ;
    if (this.questions !== 0) return 0;
    const now = this.clock.now();
    if (now < this.due) return 0;
    this.due = now + BEAT_MS;
    return signal;
  }
}
