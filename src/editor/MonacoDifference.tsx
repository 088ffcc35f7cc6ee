/** How two texts differ, in Monaco's own editor of differences. Nothing can be typed there. */
import { DiffEditor } from '@monaco-editor/react';
import { useImperativeHandle, useRef } from 'react';
import { messages } from '../messages/en.ts';
import type { DifferenceProps } from './differenceProps.ts';
import { verbatim } from './enter.ts';
import type { monaco } from './monaco.ts';
import 'monaco-editor/features/diffEditor/register';

const options: monaco.editor.IDiffEditorConstructionOptions = {
  ...verbatim,
  fontFamily: '"JetBrains Mono Variable", "JetBrains Mono", ui-monospace, monospace',
  fontSize: 13.5,
  lineHeight: 20,
  fontLigatures: false,
  automaticLayout: true,
  diffWordWrap: 'on',
  hideUnchangedRegions: { enabled: true, contextLineCount: 4, minimumLineCount: 6 },
  ignoreTrimWhitespace: false,
  maxComputationTime: 2000,
  minimap: { enabled: false },
  originalEditable: false,
  overviewRulerLanes: 0,
  readOnly: true,
  renderOverviewRuler: false,
  scrollBeyondLastLine: false,
  stickyScroll: { enabled: false },
};

export function MonacoDifference({ left, right, dark, inline, ref }: DifferenceProps) {
  const editor = useRef<monaco.editor.IStandaloneDiffEditor | null>(null);
  useImperativeHandle(ref, () => ({ go: (direction) => editor.current?.goToDiff(direction) }));
  return (
    <DiffEditor
      language="python"
      original={left.text}
      modified={right.text}
      theme={dark ? 'faultline-dark' : 'faultline-light'}
      options={{ ...options, renderSideBySide: !inline }}
      loading={<p className="code-note">{messages.editor.loading}</p>}
      // It would dispose the texts before the editor that shows them, which is an error to Monaco.
      keepCurrentOriginalModel
      keepCurrentModifiedModel
      onMount={(mounted) => {
        editor.current = mounted;
        const texts = mounted.getModel();
        mounted.onDidDispose(() =>
          queueMicrotask(() => {
            texts?.original.dispose();
            texts?.modified.dispose();
          }),
        );
        keepLabel(mounted.getOriginalEditor(), left.label);
        keepLabel(mounted.getModifiedEditor(), right.label);
      }}
    />
  );
}

/** The options of the whole are read before there are editors, and take the labels away when the room for it changes. */
function keepLabel(editor: monaco.editor.IStandaloneCodeEditor, ariaLabel: string): void {
  const label = (): void => {
    if (editor.getRawOptions().ariaLabel !== ariaLabel) editor.updateOptions({ ariaLabel });
  };
  editor.onDidChangeConfiguration(label);
  label();
}
