import { beforeEach, describe, expect, it } from 'vitest';
import { isVirtual } from './moments.ts';
import { outcomeOf } from './outcome.ts';
import { end, lesson, opened, plainLesson, setUp } from '../testing/scriptedWorkspace.ts';

let at: ReturnType<typeof setUp>;
beforeEach(() => {
  at = setUp();
});

const note = () => outcomeOf(lesson, opened().runs, opened().files).note;

describe('a lesson with a schedule', () => {
  it('runs both sides as its author chose, on a clock that is called virtual', () => {
    at.commands.runBoth();
    const schedule = {
      model: 'before310',
      strategy: { kind: 'random', seed: 7, probability: 0.05 },
      check: 'counter == 30',
    };
    expect(at.asked.map(({ request }) => request.schedule)).toEqual([schedule, schedule]);
    expect(isVirtual(opened().runs.broken)).toBe(true);
  });

  it('runs as the person chooses, and remembers what each run went by', () => {
    at.commands.chooseSchedule({ model: 'free-threaded', strategy: 'pct', seed: 8, check: '  ' });
    at.commands.runSide('fixed');
    at.commands.chooseSchedule({ model: 'cpython314' });
    expect(at.asked[0]?.request.schedule).toEqual({
      model: 'free-threaded',
      strategy: { kind: 'pct', seed: 8, depth: 3 },
      check: null,
    });
    end(at.asked[0]);
    expect(opened().runs.fixed).toMatchObject({
      schedule: { model: 'free-threaded' },
      end: { scheduled: { preemptions: 2 } },
    });
  });

  it('comes back as its author chose it with Reset, and as the person chose with Undo', () => {
    at.commands.edit('broken', 'main.py', 'mine');
    at.commands.chooseSchedule({ model: 'free-threaded', check: '' });
    at.commands.reset();
    expect(opened().schedule).toMatchObject({ model: 'before310', check: 'counter == 30' });
    at.commands.undo();
    expect(opened().schedule).toMatchObject({ model: 'free-threaded', check: '' });
  });

  it('gives way to a lesson without one', () => {
    at.commands.open(plainLesson);
    at.commands.runSide('broken');
    expect(at.asked[0]?.request.schedule).toBeNull();
    expect(opened().schedule).toMatchObject({ model: 'cpython314', check: '' });
  });

  it('says in the verdict that the sides went by different schedules', () => {
    at.commands.runSide('broken');
    at.commands.chooseSchedule({ model: 'cpython314' });
    at.commands.runSide('fixed');
    for (const one of at.asked) end(one);
    expect(note()).toContain('different schedules');
    at.commands.runBoth();
    for (const one of at.asked.slice(2)) end(one);
    expect(note()).not.toContain('different schedules');
    expect(note()).toContain('virtual');
  });
});

describe('sharing a schedule', () => {
  it('copies what the run of a side went by, and takes it back in', async () => {
    at.commands.runSide('broken');
    expect(await at.commands.copySchedule('broken')).toBe(false);
    end(at.asked[0]);
    expect(await at.commands.copySchedule('broken')).toBe(true);
    at.commands.chooseSchedule({ model: 'cpython314', strategy: 'realistic' });
    expect(at.commands.pasteSchedule(at.copied[0] ?? '')).toBeNull();
    at.commands.runSide('fixed');
    expect(at.asked[1]?.request.schedule).toMatchObject({
      model: 'before310',
      strategy: { kind: 'replay', decisions: [[3, 1]] },
    });
  });

  it('says so when the browser keeps the clipboard shut', async () => {
    at.commands.runSide('broken');
    end(at.asked[0]);
    at.clipboard.refuses = true;
    expect(await at.commands.copySchedule('broken')).toBe(false);
  });

  it('changes nothing for a text that is no schedule', () => {
    const before = opened().schedule;
    expect(at.commands.pasteSchedule('{"faultline":"schedule"}')).toContain('model');
    expect(opened().schedule).toBe(before);
  });
});
