/** A timer that is exact to a tenth of a millisecond, which `setTimeout` alone is not. */

/** Browsers hold nested timeouts back to 4 ms and round up; the rest is waited in message hops. */
const COARSE_MS = 6;
/** `setTimeout` takes a signed 32-bit number; more would fire at once. What is left is waited in further rounds. */
const LONGEST_MS = 2 ** 31 - 1;

const { setTimeout, clearTimeout, MessageChannel, performance } = globalThis;

/** Calls `done` after `milliseconds`; returns how to have it called now instead. */
export function after(milliseconds: number, done: () => void): () => void {
  const due = performance.now() + milliseconds;
  const channel = new MessageChannel();
  let over = false;
  let timeout: ReturnType<typeof setTimeout> | undefined;
  const finish = (): void => {
    if (over) return;
    over = true;
    clearTimeout(timeout);
    channel.port1.close();
    done();
  };
  const hop = (): void => {
    if (over) return;
    const left = due - performance.now();
    if (left <= 0) finish();
    else if (left > COARSE_MS) timeout = setTimeout(hop, Math.min(left - COARSE_MS, LONGEST_MS));
    else channel.port2.postMessage(0);
  };
  channel.port1.addEventListener('message', hop);
  channel.port1.start();
  hop();
  return finish;
}

/** Calls `done` once messages that have already arrived have been handled. */
export function soon(done: () => void): void {
  const channel = new MessageChannel();
  channel.port1.addEventListener('message', () => {
    channel.port1.close();
    done();
  });
  channel.port1.start();
  channel.port2.postMessage(0);
}
