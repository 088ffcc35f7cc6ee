/** Python as the full editor colours it: Monaco's, but for its numbers, which are those of Python 2. */
import * as monaco from 'monaco-editor/editor/editor.api';
import { conf, language } from 'monaco-editor/languages/definitions/python/python';

/** As in CPython's `Parser/lexer/lexer.c`: underscores between digits, `0o17`, `0b11`, `1_000.5e-3j`. */
const numbers: monaco.languages.IMonarchLanguageRule[] = [
  [/0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+/, 'number.hex'],
  [/(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?[jJ]?/, 'number'],
];

/** Makes `python` known to Monaco. */
export function registerPython(): void {
  monaco.languages.register({ id: 'python', extensions: ['.py'] });
  monaco.languages.setLanguageConfiguration('python', conf);
  monaco.languages.setMonarchTokensProvider('python', {
    ...language,
    tokenizer: { ...language.tokenizer, numbers },
  });
}
