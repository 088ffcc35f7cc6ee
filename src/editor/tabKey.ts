/** What the Tab key does in the plain editor: spaces up to the next multiple of four columns. */

const WIDTH = 4;

/** The spaces from the caret to the next stop of its line. */
export function spacesToStop(text: string, caret: number): string {
  const column = caret - (text.lastIndexOf('\n', caret - 1) + 1);
  return ' '.repeat(WIDTH - (column % WIDTH));
}

/** Puts text in place of what is selected in a field, as if it had been typed: the field's own Undo takes it back. */
export function type(field: HTMLTextAreaElement, text: string): void {
  // The only way that browsers record for Undo, whatever its age; where it is gone, at least the text is right.
  if (document.execCommand('insertText', false, text)) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
}
