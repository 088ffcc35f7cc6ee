/** How the schedule of a workspace is chosen: by the person, by an address, by a recorded one. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Lesson } from '../../lesson/schema.ts';
import { lesson, opened, plainLesson } from '../../testing/scriptedWorkspace.ts';
import { newWorkspace } from '../workspace.ts';
import { openNew, useWorkspaces } from '../workspaces.ts';
import { chooseSchedule, loadSchedule, scheduleAs } from './schedule.ts';

function open(one: Lesson): void {
  openNew(newWorkspace(one, { broken: {}, fixed: {} }));
}

beforeEach(() => useWorkspaces.setState(useWorkspaces.getInitialState()));

describe('the schedule of a workspace', () => {
  it('is at first that of the lesson, or the realistic one', () => {
    open(lesson);
    expect(opened().schedule).toMatchObject({
      model: 'before310',
      strategy: 'random',
      seed: 7,
      check: 'counter == 30',
      method: 'exhaustive',
      bound: 1,
      draws: 500,
      loaded: null,
    });
    open(plainLesson);
    expect(opened().schedule).toMatchObject({ model: 'cpython314', strategy: 'realistic', check: '' });
  });

  it('has no check where the lesson has a schedule without one', () => {
    open({ ...lesson, schedule: { model: 'before310', strategy: 'pct', seed: 1, bound: 2 } });
    expect(opened().schedule.check).toBe('');
  });

  it('changes where the person changes it, and nowhere else', () => {
    open(lesson);
    const before = opened().schedule;
    chooseSchedule({ seed: 8, method: 'random' });
    expect(opened().schedule).toEqual({ ...before, seed: 8, method: 'random' });
  });
});

describe('what an address sets', () => {
  it('stands on the lesson’s own schedule, not on what was chosen before', () => {
    open(lesson);
    chooseSchedule({ model: 'free-threaded', strategy: 'pct', seed: 99, check: 'mine', draws: 9 });
    scheduleAs({ seed: 3 });
    expect(opened().schedule).toMatchObject({
      model: 'before310',
      strategy: 'random',
      seed: 3,
      check: 'mine',
      draws: 9,
    });
  });

  it('sets nothing in a lesson without a schedule', () => {
    open(plainLesson);
    const before = opened().schedule;
    scheduleAs({ seed: 3 });
    expect(opened().schedule).toBe(before);
  });
});

describe('a recorded schedule', () => {
  it('is replayed under its own model', () => {
    open(lesson);
    const loaded = { model: 'free-threaded', decisions: [[4, 1]] } as const;
    loadSchedule({ model: loaded.model, decisions: [[4, 1]] });
    expect(opened().schedule).toMatchObject({ strategy: 'replay', model: 'free-threaded', loaded });
  });
});
