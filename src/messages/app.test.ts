/** The sentences of the app that depend on a number, a name or on what is known. */
import { describe, expect, it } from 'vitest';
import { app } from './app.ts';

describe('the state of Python', () => {
  it('is its version, with the packages of the lesson', () => {
    expect(app.status.ready('3.14.2')).toBe('CPython 3.14.2 · live');
    expect(app.status.ready('3.14.2', ['SQLAlchemy 2.0'])).toBe('CPython 3.14.2 · SQLAlchemy 2.0 · live');
  });

  it('names the file that could not be had, where one is known', () => {
    expect(app.status.failedDownload(null)).toBe('Python could not be downloaded. Check the connection.');
    expect(app.status.failedDownload('python.wasm')).toBe(
      'Python could not be downloaded (python.wasm). Check the connection.',
    );
  });

  it('names the package that is missing', () => {
    expect(app.status.packageMissing('sqlalchemy')).toContain('without the Python package sqlalchemy');
  });
});

describe('long texts', () => {
  it('say how much is left to show', () => {
    expect(app.longText.showAll(1)).toBe('Show all (1 more character)');
    expect(app.longText.showAll(12_000)).toBe('Show all (12,000 more characters)');
  });

  it('show the rest at once where it is little, else a part of it', () => {
    expect(app.longText.showMore(40, 40)).toBe('Show 40 more');
    expect(app.longText.showMore(100, 1_250)).toBe('Show 100 of 1,250 more');
  });
});

describe('the guide', () => {
  it('counts its steps', () => {
    expect(app.home.steps(1)).toBe('1 step');
    expect(app.home.steps(7)).toBe('7 steps');
    expect(app.guide.stepOf(2, 7)).toBe('2 of 7');
    expect(app.guide.goTo(2, 'Ten waits')).toBe('Step 2: Ten waits');
  });

  it('says what an earlier step has left', () => {
    expect(app.guide.stillVaried('Broken', 'With a lock')).toBe('Broken still holds “With a lock”.');
    expect(app.guide.stillEdited('Fixed')).toBe('Fixed still holds your edits.');
  });
});

describe('sides within a sentence', () => {
  it('lose their capital where they do not begin it', () => {
    expect(app.run.oneSide('Broken')).toBe('Run broken only');
    expect(app.side.editor('Fixed', 'main.py')).toBe('Code, fixed: main.py');
    expect(app.verdict.sideEnded('Broken', 'got stuck')).toBe('Broken got stuck.');
    expect(app.verdict.onlyOne('As published')).toBe('Only As published has run so far.');
  });
});

describe('a file in parts', () => {
  it('says which lines of it show', () => {
    expect(app.editor.section(1_001, 2_000, 45_000)).toBe(
      'Lines 1,001 to 2,000 of 45,000: so long a file is edited in parts.',
    );
  });
});
