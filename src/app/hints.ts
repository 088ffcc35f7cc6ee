/** Finds the one-line hint for an uncaught exception that this place explains better than Python does. Pure. */
import { messages } from '../messages/en.ts';
import type { Failure } from '../runtime/protocol.ts';

const { hints } = messages.errors;

interface Rule {
  readonly type: RegExp;
  readonly message: RegExp;
  readonly hint: (found: RegExpMatchArray) => string;
}

const rules: readonly Rule[] = [
  { type: /^EOFError$/, message: /.*/, hint: () => hints.noKeyboard },
  {
    type: /^(RuntimeError|PythonFinalizationError)$/,
    message: /can't start new thread/,
    hint: () => hints.noThreads,
  },
  {
    type: /^RuntimeError$/,
    message: /cannot be called from a running event loop/,
    hint: () => hints.nestedLoop,
  },
  {
    type: /^ModuleNotFoundError$/,
    message: /No module named '([^']+)'/,
    hint: (found) => hints.thirdParty(found[1] ?? ''),
  },
  { type: /^FileNotFoundError$/, message: /.*/, hint: () => hints.missingFile },
  { type: /^SyntaxError$/, message: /expected ':'/, hint: () => hints.missingColon },
  { type: /^SyntaxError$/, message: /'await' outside (async )?function/, hint: () => hints.awaitOutside },
  {
    type: /^(OSError|ConnectionError|ConnectionRefusedError|gaierror|URLError|socket\.gaierror|urllib\.error\.URLError)$/,
    message: /.*/,
    hint: () => hints.noNetwork,
  },
];

/** The hint, or null where Python's own words are all there is to say. */
export function hintFor(error: Pick<Failure, 'type' | 'message'>): string | null {
  for (const rule of rules) {
    const found = rule.type.test(error.type) ? rule.message.exec(error.message) : null;
    if (found !== null) return rule.hint(found);
  }
  return null;
}
