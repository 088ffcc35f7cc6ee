import { beforeEach, describe, expect, it } from 'vitest';
import { lessons } from '../../lesson/catalog.ts';
import { opened } from '../../testing/scriptedWorkspace.ts';
import { newWorkspace } from '../workspace.ts';
import { openNew, useWorkspaces } from '../workspaces.ts';
import { chooseEntry, editFile, forgetReveal, offerVariation, revealLine, showFile } from './code.ts';

beforeEach(() => {
  useWorkspaces.setState(useWorkspaces.getInitialState());
  for (const lesson of lessons.slice(0, 1)) openNew(newWorkspace(lesson, { broken: {}, fixed: {} }));
});

describe('the file that a side shows', () => {
  it.each(['constructor', '__proto__', 'elsewhere.py'])(
    'stays when a run reports a place in %s, which is none of its files',
    (file) => {
      showFile('broken', file);
      revealLine('broken', file, 3);
      expect(opened().active.broken).toBe('main.py');
      expect(opened().reveal.broken).toBeNull();
    },
  );

  it('is brought into view with its line, once for each wish', () => {
    revealLine('broken', 'main.py', 3);
    const first = opened().reveal.broken;
    revealLine('broken', 'main.py', 3);
    const again = opened().reveal.broken;
    expect(again).toEqual({ file: 'main.py', line: 3 });
    expect(again).not.toBe(first);
    forgetReveal('broken');
    expect(opened().reveal.broken).toBeNull();
  });
});

describe('an edit', () => {
  it('changes one file of one side', () => {
    const before = opened().files;
    editFile('broken', 'main.py', 'mine');
    expect(opened().files.broken).toEqual({ ...before.broken, 'main.py': 'mine' });
    expect(opened().files.fixed).toBe(before.fixed);
  });

  it('that changes nothing leaves the files, and the offer of Undo, as they are', () => {
    const { files } = opened();
    editFile('broken', 'main.py', files.broken['main.py'] ?? '');
    expect(opened().files).toBe(files);
  });
});

describe('the way in which the programs begin', () => {
  it('is one for both sides', () => {
    chooseEntry('import main');
    expect(opened().entry).toBe('import main');
  });

  it('is told apart from the variation that is offered', () => {
    offerVariation('lazy');
    expect(opened()).toMatchObject({ offered: 'lazy', entry: 'main.py' });
  });
});
