/** What the Tab key does to a text: the next multiple of four columns. Pure. */

const WIDTH = 4;

/** The text with the selection replaced by spaces up to the next stop, and where the caret is then. */
export function indented(text: string, start: number, end: number): { text: string; caret: number } {
  const column = start - (text.lastIndexOf('\n', start - 1) + 1);
  const spaces = ' '.repeat(WIDTH - (column % WIDTH));
  return { text: text.slice(0, start) + spaces + text.slice(end), caret: start + spaces.length };
}
