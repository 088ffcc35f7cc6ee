/** What is noted of the open workspace: where an address has led to, each answer, and the step of published programs. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lessonById } from '../lesson/catalog.ts';
import { noProgress, useProgress } from '../store/progress.ts';
import { answer, goToStep } from '../store/changes/guide.ts';
import { newWorkspace } from '../store/workspace.ts';
import { openNew, useWorkspaces } from '../store/workspaces.ts';
import { keepProgress } from './progressing.ts';

const page = new EventTarget();
const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

function open(id: string): void {
  const lesson = lessonById(id);
  if (lesson === null) throw new Error(`there is no lesson "${id}"`);
  openNew(newWorkspace(lesson, { broken: {}, fixed: {} }));
}

beforeEach(() => {
  vi.stubGlobal('localStorage', undefined);
  useWorkspaces.setState({ workspaces: {}, open: null });
  useProgress.setState(noProgress, true);
});
afterEach(() => void vi.unstubAllGlobals());

describe('progress', () => {
  it('begins with the first lesson that is opened, at the step to which the address leads', async () => {
    keepProgress(page);
    expect(useProgress.getState()).toEqual(noProgress);
    open('imports');
    goToStep(3);
    await settled();
    expect(useProgress.getState().lessons['imports']).toEqual({ seen: [3], answered: [] });
  });

  it('takes each step and each answer', async () => {
    keepProgress(page);
    open('imports');
    await settled();
    answer(0, 2);
    await settled();
    goToStep(1);
    await settled();
    const { lessons, last } = useProgress.getState();
    expect(lessons['imports']).toEqual({ seen: [0, 1], answered: [0] });
    expect(last).toEqual({ lesson: 'imports', step: 1 });
  });

  it('counts a published program as the step behind the last', async () => {
    keepProgress(page);
    open('imports.cause');
    await settled();
    const behind = lessonById('imports')?.steps.length;
    expect(useProgress.getState().lessons).toEqual({ imports: { seen: [behind], answered: [] } });
  });
});
