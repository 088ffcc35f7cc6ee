/** Monaco as bundled here: Python only, a chosen set of features, its worker from our own files. Loaded lazily. */
import * as monaco from 'monaco-editor/editor/editor.api';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/caretOperations/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/contextmenu/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/folding/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/indentation/register';
import 'monaco-editor/features/lineSelection/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/wordHighlighter/register';
import 'monaco-editor/features/wordOperations/register';
// Vite gives `?worker` modules a default export, which lint cannot see.
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import { loader } from '@monaco-editor/react';
import { registerPython } from './python.ts';
import { themes } from './themes.ts';

self.MonacoEnvironment = { getWorker: () => new EditorWorker() };
loader.config({ monaco });
registerPython();
for (const [name, theme] of Object.entries(themes)) monaco.editor.defineTheme(name, theme);

/** Monaco measures the font when an editor is made; a web font that arrives later needs another look. */
void document.fonts.load('13.5px "JetBrains Mono Variable"').then(() => monaco.editor.remeasureFonts());

export { monaco };
