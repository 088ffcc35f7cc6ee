/** The words about what is kept: what they count, name and leave out. */
import { describe, expect, it } from 'vitest';
import { kept } from './kept.ts';
import { reset } from './reset.ts';
import { yourData } from './yourData.ts';

describe('a tab that is behind', () => {
  it('is told of the files and of the lines that differ', () => {
    const places = [
      kept.linesOf('main.py (Broken)', { from: 3, to: 5 }),
      kept.linesOf('shop.py (Fixed)', { from: 7, to: 7 }),
    ];
    expect(kept.behind(places)).toBe(
      'Another tab has changed main.py (Broken), lines 3 to 5; shop.py (Fixed), line 7. Both versions are kept.',
    );
  });
});

describe('a run that was kept', () => {
  it('is of both sides or of one, of this tab, of another visit, or of a file', () => {
    expect(kept.keptRunBy('this tab', 1, null)).toBe('Both are from before the reload.');
    expect(kept.keptRunBy('another visit', 1, 'Fixed')).toBe('Fixed is from an earlier visit.');
    expect(kept.keptRunBy('a file', null, null)).toBe('Both are from a file.');
    expect(kept.keptRunBy('a file', Date.UTC(2026, 4, 6, 12), null)).toMatch(
      /^Both are from a file saved on May 6, 2026, /,
    );
  });
});

describe('your data', () => {
  it('names some files and counts the others', () => {
    expect(yourData.drafts(['a.py'])).toBe('Your versions of 1 file: a.py');
    expect(yourData.drafts(['a', 'b', 'c', 'd', 'e', 'f'])).toBe(
      'Your versions of 6 files: a; b; c; d; and 2 more',
    );
  });
});

describe('Reset', () => {
  it('names what it puts back', () => {
    expect(reset.file('main.py', 'Broken')).toBe('Reset main.py (Broken)');
    expect(reset.side('Fixed', 2)).toBe('Reset all of Fixed (2 changed files)');
    expect(reset.open('edited', 'main.py', 'Broken')).toBe('edited: reset main.py or more, broken');
  });
});
