/** The sentences about published programs, and about what the browser keeps and how a version ends. */
import { describe, expect, it } from 'vitest';
import { entries } from './entries.ts';
import { kept } from './kept.ts';
import { published } from './published.ts';

describe('a variation of a published program', () => {
  it('is told with its figures, and without where it has none', () => {
    expect(published.varied('With a lock', ['elapsed 1.2 s', 'lost 0'], 'finished')).toBe(
      'You ran “With a lock”. It finished: elapsed 1.2 s, lost 0.',
    );
    expect(published.varied('With a lock', [], 'got stuck')).toBe('You ran “With a lock”. It got stuck.');
  });
});

describe('what was measured elsewhere', () => {
  it('says when and where, and that this page did not', () => {
    expect(published.measured('2 March 2026', 'CPython 3.9')).toBe(
      'Measured elsewhere, not by this page: 2 March 2026, CPython 3.9.',
    );
  });
});

describe('edits that are not kept', () => {
  it('say whether there is no room or no permission', () => {
    expect(kept.editsNotKept('full')).toBe(
      'Your edits are not being kept: this browser’s storage for the page is full (“Your data” under Options makes room). They are here until you close the page. “Share” makes a link of them, “Save to a file” a file.',
    );
    expect(kept.editsNotKept('denied')).toContain('this browser keeps nothing for this page');
    expect(kept.preferencesNotKept('full')).toContain('storage for the page is full');
  });

  it('are told apart from preferences where they cannot be read', () => {
    expect(kept.unreadable('draft')).toContain('A draft of this lesson could not be read');
    expect(kept.unreadable('preferences')).toContain('Your preferences could not be read');
  });
});

describe('drafts of other visits', () => {
  it('name the only file, and count several', () => {
    expect(kept.otherDrafts(['main.py'], 0)).toBe(
      'Another tab or an earlier visit keeps another version of main.py.',
    );
    expect(kept.otherDrafts(['main.py', 'shop.py'], 0)).toBe(
      'Another tab or an earlier visit keeps another version of 2 files.',
    );
  });

  it('say of when they are, where that is known', () => {
    const noon = new Date(2026, 2, 4, 12, 30).getTime();
    expect(kept.otherDrafts(['main.py'], noon)).toMatch(/version of main\.py, of Mar 4, 2026, 12:30\sPM\.$/u);
  });

  it('of files that the lesson no longer has name the only one, and count several', () => {
    expect(kept.strays(['old.py'])).toContain('You have edited old.py of this lesson.');
    expect(kept.strays(['old.py', 'older.py'])).toContain('You have edited 2 files of this lesson.');
  });
});

describe('how a version ended', () => {
  it('leaves an empty message out', () => {
    expect(entries.raised('ImportError', 'cannot import name')).toBe('ImportError: cannot import name');
    expect(entries.raised('KeyboardInterrupt', '')).toBe('KeyboardInterrupt');
  });

  it('is offered for a side, and announced by its title', () => {
    expect(entries.load('Broken')).toBe('Load into Broken');
    expect(entries.loaded('Late import')).toBe('Loaded: Late import.');
  });
});
