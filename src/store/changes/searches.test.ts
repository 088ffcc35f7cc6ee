/** What becomes of the searches of the open workspace. */
import { reportOf } from '../../testing/scriptedSearch.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { opened, plainLesson } from '../../testing/scriptedWorkspace.ts';
import { anySearching } from '../searches.ts';
import { newWorkspace } from '../workspace.ts';
import { openNew, useWorkspaces } from '../workspaces.ts';
import { beginSearch, clearSearch, endSearch, reportSearch, searchOf } from './searches.ts';

beforeEach(() => {
  useWorkspaces.setState(useWorkspaces.getInitialState());
  openNew(newWorkspace(plainLesson, { broken: {}, fixed: {} }));
});

function begin(side: 'broken' | 'fixed'): number {
  return beginSearch(side, {
    program: { files: { 'main.py': 'x' }, entry: 'main.py' },
    schedule: { model: 'before310', strategy: { kind: 'realistic' }, check: null },
    plan: { method: 'random', schedules: 500, seed: 0 },
  });
}

describe('a search', () => {
  it('begins without a report, reports and ends', () => {
    const number = begin('broken');
    expect(searchOf('broken')).toMatchObject({ phase: 'searching', number, report: null });
    reportSearch('broken', number, reportOf({ tried: 10 }));
    expect(searchOf('broken')).toMatchObject({ phase: 'searching', report: { tried: 10 } });
    endSearch('broken', number, { kind: 'finished' }, reportOf({ tried: 20 }));
    expect(searchOf('broken')).toMatchObject({
      phase: 'ended',
      ending: { kind: 'finished' },
      report: { tried: 20 },
    });
  });

  it('keeps its last report where the end brings none', () => {
    const number = begin('broken');
    reportSearch('broken', number, reportOf({ tried: 10 }));
    endSearch('broken', number, { kind: 'stopped' }, null);
    expect(searchOf('broken')).toMatchObject({ phase: 'ended', report: { tried: 10 } });
  });

  it('may end before its first report', () => {
    endSearch('broken', begin('broken'), { kind: 'stopped' }, null);
    expect(searchOf('broken')).toMatchObject({ phase: 'ended', report: null });
  });

  it('hears nothing of an earlier one', () => {
    const former = begin('broken');
    const number = begin('broken');
    reportSearch('broken', former, reportOf({ tried: 10 }));
    endSearch('broken', former, { kind: 'finished' }, reportOf({ tried: 20 }));
    expect(searchOf('broken')).toMatchObject({ phase: 'searching', number, report: null });
  });

  it('hears nothing more once it has ended', () => {
    const number = begin('broken');
    endSearch('broken', number, { kind: 'finished' }, reportOf({ tried: 20 }));
    reportSearch('broken', number, reportOf({ tried: 30 }));
    endSearch('broken', number, { kind: 'stopped' }, null);
    expect(searchOf('broken')).toMatchObject({ ending: { kind: 'finished' }, report: { tried: 20 } });
  });

  it('is one of its side', () => {
    const number = begin('broken');
    reportSearch('fixed', number, reportOf({ tried: 10 }));
    expect(searchOf('fixed')).toEqual({ phase: 'none' });
  });

  it('is forgotten for its side alone', () => {
    begin('broken');
    begin('fixed');
    clearSearch('broken');
    expect([searchOf('broken').phase, searchOf('fixed').phase]).toEqual(['none', 'searching']);
    expect(anySearching(opened().searches)).toBe(true);
    clearSearch('fixed');
    expect(anySearching(opened().searches)).toBe(false);
  });

  it('is none where no lesson is open', () => {
    useWorkspaces.setState(useWorkspaces.getInitialState());
    begin('broken');
    expect(searchOf('broken')).toEqual({ phase: 'none' });
  });
});
