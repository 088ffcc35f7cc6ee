/** The full editor: Monaco behind the props that both editors share. */
import { Editor } from '@monaco-editor/react';
import { useEffect, useRef, useState } from 'react';
import { messages } from '../messages/en.ts';
import { indentOnEnter, verbatim } from './enter.ts';
import type { CodeProps, LineMark } from './props.ts';
import { monaco } from './monaco.ts';

type CodeEditor = monaco.editor.IStandaloneCodeEditor;

const options: monaco.editor.IStandaloneEditorConstructionOptions = {
  ...verbatim,
  fontFamily: '"JetBrains Mono Variable", "JetBrains Mono", ui-monospace, monospace',
  fontSize: 13.5,
  lineHeight: 20,
  fontLigatures: false,
  minimap: { enabled: false },
  accessibilitySupport: 'auto',
  automaticLayout: true,
  contextmenu: true,
  fixedOverflowWidgets: true,
  folding: false,
  glyphMargin: false,
  guides: { indentation: true },
  insertSpaces: true,
  lineDecorationsWidth: 12,
  lineNumbersMinChars: 3,
  overviewRulerBorder: false,
  overviewRulerLanes: 0,
  padding: { top: 6, bottom: 6 },
  quickSuggestions: false,
  renderLineHighlight: 'none',
  occurrencesHighlight: 'singleFile',
  scrollBeyondLastLine: false,
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, alwaysConsumeMouseWheel: false },
  stickyScroll: { enabled: false },
  suggestOnTriggerCharacters: false,
  tabSize: 4,
  wordBasedSuggestions: 'off',
  wordWrap: 'on',
  wrappingIndent: 'deepIndent',
};

export function MonacoCode(props: CodeProps) {
  const [editor, setEditor] = useState<CodeEditor | null>(null);
  useMarks(editor, props);
  useLineInView(editor, props);
  useEffect(() => editor?.updateOptions({ ariaLabel: props.label }), [editor, props.label]);
  return (
    <Editor
      path={props.path}
      language="python"
      value={props.text}
      theme={props.dark ? 'faultline-dark' : 'faultline-light'}
      options={options}
      loading={<p className="code-note">{messages.editor.loading}</p>}
      onMount={(mounted) => {
        indentOnEnter(mounted);
        setEditor(mounted);
      }}
      onChange={(text) => props.onEdit(text ?? '')}
    />
  );
}

/** Keeps the decorations of the shown file in step with the marks. */
function useMarks(editor: CodeEditor | null, { marks, path, side, text }: CodeProps): void {
  const shown = useRef<monaco.editor.IEditorDecorationsCollection | null>(null);
  const lines = marks.map(({ from, to, kind }) => `${from}-${to}-${kind}`).join();
  useEffect(() => {
    if (editor === null) return;
    shown.current ??= editor.createDecorationsCollection();
    shown.current.set(marks.map((mark) => decorationOf(mark, side)));
    // `text` and `path`: a replaced text or another model loses its decorations
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `lines` stands for `marks`
  }, [editor, lines, path, side, text]);
}

function decorationOf({ from, to, kind }: LineMark, side: string): monaco.editor.IModelDeltaDecoration {
  return {
    range: new monaco.Range(from, 1, to, 1),
    options: {
      isWholeLine: true,
      className: `mark mark-${kind} mark-${side}`,
      linesDecorationsClassName: `mark-edge mark-${kind} mark-${side}`,
      stickiness: monaco.editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges,
    },
  };
}

function useLineInView(editor: CodeEditor | null, { follow, reveal, path }: CodeProps): void {
  useEffect(() => {
    if (follow !== null) editor?.revealLineInCenterIfOutsideViewport(follow);
  }, [editor, follow, path]);
  const line = reveal?.line;
  const count = reveal?.count;
  useEffect(() => {
    if (editor === null || line === undefined) return;
    editor.setPosition({ lineNumber: line, column: 1 });
    editor.revealLineInCenter(line);
    editor.focus();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a new `count` asks again for the same line
  }, [editor, line, count]);
}
