/** The heartbeat: has Python's signal handler called some twenty times a second while it computes. */

const BEAT_MS = 45;
/** For so long no beat is due after the program has let us in by itself. */
const THROTTLE_MS = 250;
/** Reads the clock only once in so many questions; Python asks some forty thousand times a second. */
const QUESTIONS_PER_CLOCK_READ = 64;

/** What is used of Pyodide, and of its insides the object that all of them are in. */
interface Interruptible {
  setInterruptBuffer(buffer: Uint8Array): void;
}

/** What makes beats due, and puts them off. */
export class Heartbeat {
  private readonly clock = globalThis.performance;
  private questions = 0;
  private due = 0;
  /** What Pyodide reads a signal from, and clears when it has. */
  private readonly given = new Uint8Array(1);

  /** Called by a program that lets us in by itself: no beat is due for a while. */
  throttle(): void {
    this.due = this.clock.now() + THROTTLE_MS;
  }

  /**
   * Has Python get `signal` whenever a beat is due.
   *
   * Pyodide's interpreter asks its module for the interrupt buffer now and then, and where there is one, takes the signal
   * out of it. Instead of shared memory (which needs special headers) there is one for as long as a signal is in it.
   */
  start(pyodide: Interruptible, signal: number): void {
    this.due = this.clock.now() + BEAT_MS;
    pyodide.setInterruptBuffer(this.given);
    const module: unknown = Reflect.get(pyodide, '_module');
    if (typeof module !== 'object' || module === null)
      throw new Error('this Pyodide keeps its module elsewhere');
    Object.defineProperty(module, 'Py_EmscriptenSignalBuffer', {
      get: () => (this.given[0] !== 0 || this.isDue(signal) ? this.given : undefined),
    });
  }

  private isDue(signal: number): boolean {
    this.questions = (this.questions + 1) % QUESTIONS_PER_CLOCK_READ;
    if (this.questions !== 0) return false;
    const now = this.clock.now();
    if (now < this.due) return false;
    this.due = now + BEAT_MS;
    this.given[0] = signal;
    return true;
  }
}
