/** The light and dark colours of the full editor; they match `src/ui/tokens.css`, which Monaco cannot read. */
import type { editor } from 'monaco-editor/editor/editor.api';

interface Palette {
  readonly base: 'vs' | 'vs-dark';
  readonly card: string;
  readonly ink: string;
  readonly muted: string;
  readonly faint: string;
  readonly line: string;
  readonly focus: string;
  readonly keyword: string;
  readonly text: string;
  readonly number: string;
  readonly call: string;
  /** the hues of the sides: what only the left and only the right text of a difference has */
  readonly broken: string;
  readonly fixed: string;
}

const light: Palette = {
  base: 'vs',
  card: '#ffffff',
  ink: '#1a1d24',
  muted: '#5c6370',
  faint: '#767c88',
  line: '#e3e0d8',
  focus: '#2456d6',
  keyword: '#8a1f7a',
  text: '#2f6b1f',
  number: '#1f4fb8',
  call: '#7a4a00',
  broken: '#b93c0a',
  fixed: '#0f766e',
};

const dark: Palette = {
  base: 'vs-dark',
  card: '#181c24',
  ink: '#e8eaf0',
  muted: '#9aa3b2',
  faint: '#7d8697',
  line: '#2a303b',
  focus: '#8ab0ff',
  keyword: '#e39ad6',
  text: '#a5d08a',
  number: '#93b8ff',
  call: '#e8c07a',
  broken: '#fb8b5a',
  fixed: '#3fd0c0',
};

export const themes: Readonly<Record<'faultline-light' | 'faultline-dark', editor.IStandaloneThemeData>> = {
  'faultline-light': themeOf(light),
  'faultline-dark': themeOf(dark),
};

/** Rules of tokens want colours without `#`. */
function plain(color: string): string {
  return color.slice(1);
}

function themeOf(palette: Palette): editor.IStandaloneThemeData {
  return {
    base: palette.base,
    inherit: true,
    rules: [
      { token: '', foreground: plain(palette.ink) },
      { token: 'comment', foreground: plain(palette.muted), fontStyle: 'italic' },
      { token: 'keyword', foreground: plain(palette.keyword) },
      { token: 'string', foreground: plain(palette.text) },
      { token: 'string.escape', foreground: plain(palette.number) },
      { token: 'number', foreground: plain(palette.number) },
      { token: 'tag', foreground: plain(palette.call) },
      { token: 'delimiter', foreground: plain(palette.muted) },
    ],
    colors: {
      'editor.background': palette.card,
      'editor.foreground': palette.ink,
      'editorLineNumber.foreground': palette.muted,
      'editorLineNumber.dimmedForeground': palette.muted,
      'editorLineNumber.activeForeground': palette.ink,
      'editor.lineHighlightBackground': '#00000000',
      'editor.lineHighlightBorder': '#00000000',
      'editor.selectionBackground': `${palette.focus}38`,
      'editor.inactiveSelectionBackground': `${palette.focus}22`,
      'editorCursor.foreground': palette.ink,
      'editorIndentGuide.background1': palette.line,
      'editorIndentGuide.activeBackground1': palette.faint,
      'editorWidget.background': palette.card,
      'editorWidget.border': palette.line,
      'editorBracketMatch.background': '#00000000',
      'editorBracketMatch.border': palette.faint,
      'editorBracketHighlight.foreground1': palette.muted,
      'editorBracketHighlight.foreground2': palette.muted,
      'editorBracketHighlight.foreground3': palette.muted,
      'scrollbarSlider.background': `${palette.faint}55`,
      'scrollbarSlider.hoverBackground': `${palette.faint}88`,
      'scrollbar.shadow': '#00000000',
      'diffEditor.removedLineBackground': `${palette.broken}1a`,
      'diffEditor.removedTextBackground': `${palette.broken}2e`,
      'diffEditor.insertedLineBackground': `${palette.fixed}1a`,
      'diffEditor.insertedTextBackground': `${palette.fixed}2e`,
      'diffEditor.diagonalFill': palette.line,
      'diffEditor.unchangedRegionBackground': palette.card,
      'diffEditor.unchangedRegionForeground': palette.muted,
      focusBorder: palette.focus,
    },
  };
}
