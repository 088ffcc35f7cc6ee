/** The table of entries: it is filled cell by cell, and only the newest one. */
import { beforeEach, describe, expect, it } from 'vitest';
import { plainLesson } from '../../testing/scriptedWorkspace.ts';
import { cellName, type Version } from '../trials.ts';
import { newWorkspace } from '../workspace.ts';
import { openNew, useWorkspaces } from '../workspaces.ts';
import { beginTrials, clearTrials, currentTrials, endTrials, fillCell } from './trials.ts';

const version: Version = { id: 'broken', title: 'Broken', side: 'broken', files: { 'main.py': '' } };

beforeEach(() => {
  useWorkspaces.setState(useWorkspaces.getInitialState());
  openNew(newWorkspace(plainLesson, { broken: {}, fixed: {} }));
});

const begin = () => beginTrials(['main.py', 'import main'], [version]);

describe('a table of entries', () => {
  it('is empty at first, and being filled', () => {
    const number = begin();
    expect(currentTrials()).toEqual({
      table: { number, entries: ['main.py', 'import main'], versions: [version], cells: {} },
      trying: true,
    });
  });

  it('is filled one cell after the other', () => {
    const number = begin();
    expect(fillCell(number, 'main.py', 'broken', { phase: 'ended', ending: { kind: 'finished' } })).toBe(
      true,
    );
    expect(fillCell(number, 'import main', 'broken', { phase: 'waiting' })).toBe(true);
    expect(currentTrials().table?.cells).toEqual({
      [cellName('main.py', 'broken')]: { phase: 'ended', ending: { kind: 'finished' } },
      [cellName('import main', 'broken')]: { phase: 'waiting' },
    });
  });

  it('keeps apart the cells of one version and of another', () => {
    expect(cellName('main.py', 'broken')).not.toBe(cellName('main.py', 'fixed'));
    expect(cellName('main.py', 'broken')).not.toBe(cellName('import main', 'broken'));
  });

  it('can still be filled after it was ended, which ends the trying', () => {
    const number = begin();
    endTrials(number);
    expect(currentTrials().trying).toBe(false);
    expect(fillCell(number, 'main.py', 'broken', { phase: 'waiting' })).toBe(true);
    expect(currentTrials().trying).toBe(false);
  });

  it('that a newer one has replaced is neither filled nor ended', () => {
    const former = begin();
    begin();
    expect(fillCell(former, 'main.py', 'broken', { phase: 'waiting' })).toBe(false);
    endTrials(former);
    expect(currentTrials()).toMatchObject({ table: { cells: {} }, trying: true });
  });

  it('is not filled any more once it is forgotten', () => {
    const number = begin();
    clearTrials();
    expect(fillCell(number, 'main.py', 'broken', { phase: 'waiting' })).toBe(false);
    endTrials(number);
    expect(currentTrials()).toEqual({ table: null, trying: false });
  });

  it('is none where no lesson is open', () => {
    useWorkspaces.setState(useWorkspaces.getInitialState());
    begin();
    expect(currentTrials()).toEqual({ table: null, trying: false });
  });
});
