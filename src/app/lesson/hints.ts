/** Finds the one-line hint for an uncaught exception that this place explains better than Python does. Pure. */
import { messages } from '../../messages/en.ts';
import type { Failure } from '../../runtime/protocol.ts';

const { hints } = messages.errors;

type Hinted = Pick<Failure, 'type' | 'message'> & Partial<Pick<Failure, 'absent'>>;

/** Errors that are distinguished by their text, as Python gives nothing else. */
interface Rule {
  readonly type: RegExp;
  readonly message: RegExp;
  readonly hint: (found: RegExpMatchArray, suspends: boolean) => string;
}

/** What a browser lacks, by the key that Python gives it (`absent.py`). */
const absent: ReadonlyMap<string, (name: string) => string> = new Map(Object.entries(hints.absent));

const rules: readonly Rule[] = [
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
    hint: ([, module = '']) => hints.thirdParty(module),
  },
  { type: /^FileNotFoundError$/, message: /.*/, hint: () => hints.missingFile },
  { type: /^SyntaxError$/, message: /expected ':'/, hint: () => hints.missingColon },
  { type: /^SyntaxError$/, message: /'await' outside (async )?function/, hint: () => hints.awaitOutside },
];

/**
 * The hint, or null where Python's own words are all there is to say. `suspends`: whether Python can be suspended in
 * this browser, which threads need.
 */
export function hintFor(error: Hinted, suspends = true): string | null {
  const lacking = error.absent && absent.get(error.absent.what)?.(error.absent.name);
  if (lacking) return lacking;
  for (const rule of rules) {
    const found = rule.type.test(error.type) ? rule.message.exec(error.message) : null;
    if (found !== null) return rule.hint(found, suspends);
  }
  return null;
}
