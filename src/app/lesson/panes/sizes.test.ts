/** Sizes of panes: what a drag makes of them, and the rows of the grid they come to. */
import { describe, expect, it } from 'vitest';
import { arrangementIn } from '../../../lesson/arrangements.ts';
import { columnMoved, guideMoved, rowsOf, withCodeMoved, withReportMoved } from './sizes.ts';

const now = { code: 200, picture: 200, report: 100 };
const lesson = arrangementIn('lesson', 'laptop');

describe('a divider', () => {
  it('takes from the one pane what it gives to the other', () => {
    expect(withCodeMoved(now, 50)).toEqual({ code: 0.5, report: 0.2 });
    expect(withReportMoved(now, -50)).toEqual({ code: 0.4, report: 0.3 });
  });

  it('leaves each pane enough to be found again', () => {
    expect(withCodeMoved(now, 1_000).code * 500).toBe(340);
    expect(withCodeMoved(now, -1_000).code * 500).toBe(62);
    expect(withReportMoved(now, 1_000).report * 500).toBe(52);
    expect(withReportMoved(now, -1_000).report * 500).toBe(240);
  });

  it('moves columns and the guide within limits', () => {
    expect(columnMoved(500, 500, 100)).toBe(0.6);
    expect(columnMoved(500, 500, 9_000)).toBe(0.8);
    expect([guideMoved(250, 16), guideMoved(250, -900), guideMoved(250, 900)]).toEqual([266, 180, 640]);
  });
});

describe('the rows of the grid', () => {
  it('are the page’s own until a person has dragged', () => {
    expect(rowsOf(lesson, null)).toBeUndefined();
  });

  it('share the height as dragged', () => {
    expect(rowsOf(lesson, { code: 0.5, report: 0.2 })).toBe(
      'minmax(62px, 5000fr) auto minmax(60px, 3000fr) auto minmax(52px, 2000fr)',
    );
    expect(rowsOf(arrangementIn('lesson', 'large'), { code: 0.5, report: 0.2 })).toBe(
      'minmax(60px, 8000fr) auto minmax(52px, 2000fr)',
    );
  });

  it('are as many as there are panes, and none where the page scrolls', () => {
    expect(rowsOf({ ...lesson, panes: ['code'] }, null)).toBe('minmax(0, 1fr)');
    expect(rowsOf({ ...lesson, panes: ['code', 'picture'] }, null)).toBe(
      'minmax(0, 1fr) auto minmax(0, 1fr)',
    );
    expect(rowsOf(arrangementIn('lesson', 'tablet'), { code: 0.5, report: 0.2 })).toBeUndefined();
  });
});
