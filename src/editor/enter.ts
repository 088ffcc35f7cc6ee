/** The Enter key of the full editor: begins a line as Python wants it. */
import { messages } from '../messages/en.ts';
import { indentationAfter } from './indentation.ts';
import { monaco } from './monaco.ts';

/**
 * Options that make text come in as it is. Monaco would otherwise indent, and close brackets in, every text that
 * does not come from the clipboard: dictation, input methods, a program that types. The Enter key indents instead.
 */
export const verbatim = {
  autoIndent: 'none',
  autoClosingBrackets: 'never',
  autoClosingQuotes: 'never',
} as const satisfies monaco.editor.IEditorOptions;

/** Lets Enter indent the new line, at every caret. */
export function indentOnEnter(editor: monaco.editor.IStandaloneCodeEditor): void {
  editor.addAction({
    id: 'faultline.newLine',
    label: messages.editor.newLine,
    keybindings: [monaco.KeyCode.Enter],
    precondition: 'editorTextFocus && !editorReadonly && !suggestWidgetVisible',
    run: () => {
      const model = editor.getModel();
      const selections = editor.getSelections();
      if (model === null || selections === null) return;
      editor.pushUndoStop();
      editor.executeEdits(
        'enter',
        selections.map((range) => {
          const before = model.getLineContent(range.startLineNumber).slice(0, range.startColumn - 1);
          return { range, text: model.getEOL() + indentationAfter(before), forceMoveMarkers: true };
        }),
      );
      editor.pushUndoStop();
      editor.revealPosition(editor.getPosition() ?? { lineNumber: 1, column: 1 });
    },
  });
}
