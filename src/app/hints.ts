/** Finds the one-line hint for an uncaught exception that this place explains better than Python does. Pure. */
import { messages } from '../messages/en.ts';
import type { Failure } from '../runtime/protocol.ts';

const { hints } = messages.errors;

interface Rule {
  readonly type: RegExp;
  readonly message: RegExp;
  readonly hint: (found: RegExpMatchArray, suspends: boolean) => string;
}

/** Parts of the standard library that need what a browser does not have. */
const ABSENT: ReadonlySet<string> = new Set(
  (
    'curses _curses dbm _dbm ensurepip fcntl grp idlelib msvcrt pwd pydoc_data readline resource syslog termios ' +
    'tkinter _tkinter turtle venv winreg winsound _interpreters _multiprocessing _posixshmem js'
  ).split(' '),
);

const rules: readonly Rule[] = [
  { type: /^EOFError$/, message: /.*/, hint: () => hints.noKeyboard },
  {
    type: /^(RuntimeError|PythonFinalizationError)$/,
    message: /can't start new thread/,
    hint: (_, suspends) => (suspends ? hints.manyThreads : hints.noThreads),
  },
  {
    type: /^RuntimeError$/,
    message: /cannot be called from a running event loop/,
    hint: () => hints.nestedLoop,
  },
  {
    type: /^ModuleNotFoundError$/,
    message: /No module named '([^'.]+)/,
    hint: ([, module = '']) => (ABSENT.has(module) ? hints.notHere(module) : hints.thirdParty(module)),
  },
  { type: /^FileNotFoundError$/, message: /.*/, hint: () => hints.missingFile },
  { type: /^SyntaxError$/, message: /expected ':'/, hint: () => hints.missingColon },
  { type: /^SyntaxError$/, message: /'await' outside (async )?function/, hint: () => hints.awaitOutside },
  {
    type: /^(ConnectionError|ConnectionRefusedError|gaierror|URLError)$/,
    message: /.*/,
    hint: () => hints.noNetwork,
  },
  { type: /^OSError$/, message: /host is unreachable|network|getaddrinfo/i, hint: () => hints.noNetwork },
  {
    type: /^OSError$/,
    message: /emscripten does not support processes|function not implemented/i,
    hint: () => hints.noProcesses,
  },
];

/**
 * The hint, or null where Python's own words are all there is to say. `suspends`: whether Python can be suspended in
 * this browser, which threads need.
 */
export function hintFor(error: Pick<Failure, 'type' | 'message'>, suspends = true): string | null {
  for (const rule of rules) {
    const found = rule.type.test(error.type) ? rule.message.exec(error.message) : null;
    if (found !== null) return rule.hint(found, suspends);
  }
  return null;
}
