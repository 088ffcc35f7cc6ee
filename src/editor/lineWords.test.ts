import { describe, expect, it } from 'vitest';
import { lineWords } from './lineWords.ts';

describe('marked lines in words', () => {
  it('tell where the playhead is, then the error, then what the lesson points at', () => {
    const marks = [
      { from: 7, to: 8, kind: 'rest' },
      { from: 12, to: 12, kind: 'rest' },
      { from: 3, to: 3, kind: 'now' },
      { from: 9, to: 9, kind: 'error' },
    ] as const;
    expect(lineWords(marks, [])).toBe(
      'At the playhead: line 3. The error came from line 9. Marked: lines 7 to 8, line 12.',
    );
  });

  it('tell the notes behind lines', () => {
    expect(lineWords([], [{ line: 4, text: '+5 MB', title: 'Holds 5 MB more.' }])).toBe(
      'Line 4: Holds 5 MB more.',
    );
    expect(lineWords([], [])).toBe('');
  });
});
