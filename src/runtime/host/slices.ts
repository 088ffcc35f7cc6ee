/** Slices: what a run reports is dealt with in order, a few milliseconds at a time, so that the page answers in between. */

/** So long the page may be at it without a look at keys and frames. Milliseconds. */
const SLICE_MS = 8;

type Task = () => void;

export class Slices {
  private waiting: Task[] = [];
  private next = 0;
  private readonly hop = new MessageChannel();

  constructor() {
    // A message to itself comes after the keys and frames that are due, and unlike a timer at once.
    this.hop.port1.onmessage = () => this.work();
  }

  /** Does it now if nothing waits, else in its turn. What takes long is given in several tasks. */
  add(...tasks: readonly Task[]): void {
    const idle = this.next === this.waiting.length;
    this.waiting.push(...tasks);
    if (idle) this.work();
  }

  /** Forgets what waits. */
  drop(): void {
    this.waiting = [];
    this.next = 0;
  }

  /** Nothing comes any more. */
  close(): void {
    this.drop();
    this.hop.port1.close();
  }

  private work(): void {
    const until = performance.now() + SLICE_MS;
    while (this.next < this.waiting.length) {
      const task = this.waiting[this.next];
      this.next += 1;
      task?.();
      if (this.next < this.waiting.length && performance.now() >= until) {
        this.hop.port2.postMessage(null);
        return;
      }
    }
    this.drop();
  }
}
