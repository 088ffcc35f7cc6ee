/**
 * An enumeration that shares nothing with the search it checks: abstract threads, all of whose interleavings are
 * carried out one step at a time.
 */

/** Variables by name; a lock is 1 while it is held. */
export type Memory = Record<string, number>;

/** One indivisible step. False: it cannot be done yet. A number: the step with this index comes next. */
export type Step = (shared: Memory, own: Memory) => void | false | number;

export const read =
  (name: string): Step =>
  (shared, own) => {
    own[name] = shared[name] ?? 0;
  };

/** Writes what was read, changed by `by`. */
export const write =
  (name: string, by: number): Step =>
  (shared, own) => {
    shared[name] = (own[name] ?? 0) + by;
  };

export const lock =
  (name: string): Step =>
  (shared) => {
    if (shared[name] === 1) return false;
    shared[name] = 1;
    return undefined;
  };

export const unlock =
  (name: string): Step =>
  (shared) => {
    shared[name] = 0;
  };

interface State {
  readonly shared: Memory;
  readonly own: readonly Memory[];
  readonly at: readonly number[];
  readonly running: number;
  readonly preemptions: number;
}

/**
 * What the threads can come to with at most `bound` preemptions, in alphabetical order: `outcome` of the shared
 * variables, or `deadlock`. A preemption is a switch away from a thread that could go on.
 */
export function outcomesOf(
  threads: readonly (readonly Step[])[],
  initial: Memory,
  outcome: (shared: Memory) => string,
  bound: number,
): string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const waiting: State[] = [
    { shared: initial, own: threads.map(() => ({})), at: threads.map(() => 0), running: -1, preemptions: 0 },
  ];
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    const key = JSON.stringify(state);
    if (seen.has(key)) continue;
    seen.add(key);
    const from = state;
    const next = threads.map((steps, thread) => after(from, steps, thread));
    const couldGoOn = from.running >= 0 && next[from.running] !== null;
    if (next.every((one) => one === null)) {
      const over = threads.every((steps, thread) => (from.at[thread] ?? 0) >= steps.length);
      found.add(over ? outcome(from.shared) : 'deadlock');
    }
    next.forEach((one, thread) => {
      const preemptions = from.preemptions + (couldGoOn && thread !== from.running ? 1 : 0);
      if (one !== null && preemptions <= bound) waiting.push({ ...one, running: thread, preemptions });
    });
  }
  return [...found].toSorted();
}

/** The state after one step of a thread, or null when it has ended or waits. */
function after(state: State, steps: readonly Step[], thread: number): State | null {
  const index = state.at[thread] ?? 0;
  const step = steps[index];
  if (step === undefined) return null;
  const shared = { ...state.shared };
  const own = state.own.map((memory) => ({ ...memory }));
  const result = step(shared, own[thread] ?? {});
  if (result === false) return null;
  const at = state.at.with(thread, typeof result === 'number' ? result : index + 1);
  return { ...state, shared, own, at };
}
