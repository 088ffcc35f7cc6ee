/** The full editor: Monaco behind the props that both editors share. */
import { Editor } from '@monaco-editor/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { messages } from '../messages/en.ts';
import { indentOnEnter, verbatim } from './enter.ts';
import { lineHeightOf, TYPE_SIZE, type CodeProps, type LineMark, type LineNote } from './props.ts';
import { monaco } from './monaco.ts';
import { isHuge } from './sections.ts';

type CodeEditor = monaco.editor.IStandaloneCodeEditor;

/** Room above the first line. CSS pixels. */
const PADDING = 6;

const options: monaco.editor.IStandaloneEditorConstructionOptions = {
  ...verbatim,
  fontFamily: '"JetBrains Mono Variable", "JetBrains Mono", ui-monospace, monospace',
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
  lineDecorationsWidth: 10,
  lineNumbersMinChars: 3,
  overviewRulerBorder: false,
  overviewRulerLanes: 0,
  padding: { top: PADDING, bottom: PADDING },
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
  // Neither a name with its attributes nor a figure is broken at its point.
  wordWrapBreakAfterCharacters: monaco.editor.EditorOptions.wordWrapBreakAfterCharacters.defaultValue.replace(
    '.',
    '',
  ),
  wrappingIndent: 'deepIndent',
};

/** Between a line and the note behind it. */
const NOTE_GAP = '\u00a0\u00a0';

/** A file of very many lines opens at once, and answers to typing, without what goes over all of it. */
const hugeOptions: typeof options = { ...options, wordWrap: 'off', occurrencesHighlight: 'off' };

export function MonacoCode(props: CodeProps) {
  const [editor, setEditor] = useState<CodeEditor | null>(null);
  useMarks(editor, props);
  useSpotlight(editor, props);
  useNotes(editor, props);
  useLineInView(editor, props);
  useEffect(() => editor?.updateOptions({ ariaLabel: props.label }), [editor, props.label]);
  useDescription(editor, props.describedBy);
  return (
    <Editor
      path={props.path}
      language="python"
      value={props.text}
      theme={props.dark ? 'faultline-dark' : 'faultline-light'}
      options={useOptions(props)}
      loading={<p className="code-note">{messages.editor.loading}</p>}
      onMount={(mounted) => {
        indentOnEnter(mounted);
        setEditor(mounted);
      }}
      onChange={(text) => props.onEdit(text ?? '')}
    />
  );
}

function useOptions({ text, tabIndents, typeSize = TYPE_SIZE }: CodeProps): typeof options {
  const huge = isHuge(text);
  return useMemo(
    () => ({
      ...(huge ? hugeOptions : options),
      fontSize: typeSize,
      lineHeight: lineHeightOf(typeSize),
      tabFocusMode: !tabIndents,
    }),
    [huge, tabIndents, typeSize],
  );
}

/** Says which lines are marked: Monaco has a name for its field, and no description. Each file gets a new field. */
function useDescription(editor: CodeEditor | null, id: string): void {
  useEffect(() => {
    if (editor === null) return undefined;
    const describe = () =>
      editor.getDomNode()?.querySelector('[role="textbox"]')?.setAttribute('aria-describedby', id);
    return forEachModel(editor, describe);
  }, [editor, id]);
}

/** Keeps the decorations of the shown file in step with the marks. */
function useMarks(editor: CodeEditor | null, { marks, side }: CodeProps): void {
  const shown = useRef<monaco.editor.IEditorDecorationsCollection | null>(null);
  const kept = useSame(marks, sameMarks);
  useEffect(() => {
    if (editor === null) return undefined;
    const collection = (shown.current ??= editor.createDecorationsCollection());
    return forEachModel(editor, () => collection.set(kept.map((mark) => decorationOf(mark, side))));
  }, [editor, kept, side]);
}

/** Keeps all lines dimmed but the one in the spotlight. */
function useSpotlight(editor: CodeEditor | null, { spotlight = null, side }: CodeProps): void {
  const shown = useRef<monaco.editor.IEditorDecorationsCollection | null>(null);
  useEffect(() => {
    if (editor === null) return undefined;
    const collection = (shown.current ??= editor.createDecorationsCollection());
    const lit = spotlight === null ? [] : spotlightOn(spotlight, side);
    return forEachModel(editor, () => collection.set(lit));
  }, [editor, spotlight, side]);
}

/** Keeps the notes behind the lines of the shown file. */
function useNotes(editor: CodeEditor | null, { notes, side }: CodeProps): void {
  const shown = useRef<monaco.editor.IEditorDecorationsCollection | null>(null);
  const kept = useSame(notes, sameNotes);
  useEffect(() => {
    if (editor === null) return undefined;
    const collection = (shown.current ??= editor.createDecorationsCollection());
    return forEachModel(editor, () => {
      const lines = editor.getModel()?.getLineCount() ?? 0;
      collection.set(kept.filter(({ line }) => line <= lines).map((note) => noteOf(note, side)));
    });
  }, [editor, kept, side]);
}

/** Does something now, and again whenever the editor shows another file; returns how to stop. */
function forEachModel(editor: CodeEditor, act: () => void): () => void {
  act();
  const watch = editor.onDidChangeModel(act);
  return () => watch.dispose();
}

/** The first of equal values in a row, so that effects do not take an equal one for a new one. */
function useSame<Value>(value: Value, same: (one: Value, other: Value) => boolean): Value {
  const [kept, keep] = useState(value);
  if (kept === value || same(kept, value)) return kept;
  keep(value);
  return value;
}

function sameMarks(one: CodeProps['marks'], other: CodeProps['marks']): boolean {
  return (
    one.length === other.length &&
    one.every((mark, index) => {
      const its = other[index];
      return mark.from === its?.from && mark.to === its.to && mark.kind === its.kind;
    })
  );
}

function sameNotes(one: CodeProps['notes'], other: CodeProps['notes']): boolean {
  return (
    one.length === other.length &&
    one.every((note, index) => note.line === other[index]?.line && note.text === other[index].text)
  );
}

function noteOf({ line, text, title }: LineNote, side: string): monaco.editor.IModelDeltaDecoration {
  return {
    range: new monaco.Range(line, Number.MAX_SAFE_INTEGER, line, Number.MAX_SAFE_INTEGER),
    options: {
      // Not by a margin: the editor counts characters to see what has room in a line.
      before: { content: NOTE_GAP },
      after: { content: text, inlineClassName: `line-note line-note-${side}` },
      hoverMessage: { value: title },
      linesDecorationsClassName: `note-edge note-edge-${side}`,
      showIfCollapsed: true,
      stickiness: monaco.editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges,
    },
  };
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

function dim(first: number, last: number): monaco.editor.IModelDeltaDecoration {
  return {
    range: new monaco.Range(first, 1, last, Number.MAX_SAFE_INTEGER),
    options: { inlineClassName: 'line-dimmed' },
  };
}

/** The line itself is marked, and what stands before and after it is dimmed. */
function spotlightOn(line: number, side: string): monaco.editor.IModelDeltaDecoration[] {
  const mark = `mark-spotlight mark-${side}`;
  return [
    ...(line > 1 ? [dim(1, line - 1)] : []),
    {
      range: new monaco.Range(line, 1, line, 1),
      options: {
        isWholeLine: true,
        className: `mark ${mark}`,
        linesDecorationsClassName: `mark-edge ${mark}`,
      },
    },
    dim(line + 1, Number.MAX_SAFE_INTEGER),
  ];
}

function useLineInView(editor: CodeEditor | null, { follow, reveal, onRevealed }: CodeProps): void {
  const [from, to] = [follow?.from ?? null, follow?.to ?? null];
  useEffect(() => {
    return editor === null || from === null || to === null ? undefined : keepInView(editor, from, to);
  }, [editor, from, to]);
  useEffect(() => {
    if (editor === null || reveal === null) return;
    editor.setPosition({ lineNumber: reveal.line, column: 1 });
    editor.revealLineInCenter(reveal.line);
    editor.focus();
    onRevealed();
  }, [editor, reveal, onRevealed]);
}

/** So far down that no line is cut at the top. */
function wholeLines(editor: CodeEditor): number {
  const [top, line] = [editor.getScrollTop(), editor.getOption(monaco.editor.EditorOption.lineHeight)];
  return top <= PADDING ? 0 : PADDING + Math.round((top - PADDING) / line) * line;
}

/** Brings lines into view. Where the person has not scrolled since, it does so anew when the editor's height changes. */
function keepInView(editor: CodeEditor, from: number, to: number): () => void {
  let top = 0;
  const show = (): void => {
    editor.revealLinesInCenterIfOutsideViewport(from, to);
    editor.setScrollTop(wholeLines(editor));
    top = editor.getScrollTop();
  };
  const stop = forEachModel(editor, show);
  const resized = editor.onDidLayoutChange(() => {
    if (editor.getScrollTop() !== top) return;
    // From the top, if that shows the lines: they were revealed in the middle of another height.
    editor.setScrollTop(0);
    show();
  });
  return () => {
    stop();
    resized.dispose();
  };
}
