/** The indentation of a new line of Python. Pure. */

const STEP = '    ';
/** After these the block is over. */
const LEAVES_BLOCK = /^(return|pass|break|continue|raise)\b/;
const OPENS_BLOCK = /:\s*(#.*)?$/;

/** What a line begun after `before` (the text from the line's start to the caret) is indented with. */
export function indentationAfter(before: string): string {
  const indentation = /^[ \t]*/.exec(before)?.[0] ?? '';
  const code = before.slice(indentation.length);
  if (OPENS_BLOCK.test(code)) return indentation + STEP;
  return LEAVES_BLOCK.test(code) && indentation.endsWith(STEP) ? indentation.slice(STEP.length) : indentation;
}
