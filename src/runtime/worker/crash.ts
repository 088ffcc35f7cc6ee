/** Tells why an interpreter cannot go on: it died, its memory ended, or our own code is at fault. Pure. */
import type { Ending } from '../protocol.ts';

type Crash = Extract<Ending, { kind: 'crashed' }>;

/** What the page shows of a reason. A fatal error of Pyodide's may quote all of a stack. */
const LONGEST_REASON = 2000;
/** The browser's own stack has ended, in the words of each. */
const STACK = /call stack|too much recursion/i;

/** `memoryEnded`: the last wish for more memory was refused. */
export function crashOf(error: unknown, memoryEnded: boolean): Crash {
  const reason = String(error).slice(0, LONGEST_REASON);
  if (isOurs(error)) return { kind: 'crashed', cause: 'fault', reason };
  const cause = memoryEnded && !STACK.test(reason) ? 'memory' : 'interpreter';
  return { kind: 'crashed', cause, reason };
}

/** A Python exception has come up through our code, or that of the worker has failed; the interpreter still works. */
function isOurs(error: unknown): boolean {
  if (!(error instanceof Error) || Reflect.get(error, 'pyodide_fatal_error') === true) return false;
  return error.name === 'PythonError' || error instanceof TypeError || error.constructor === Error;
}
