import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { RunRequestSchema } from '../runtime/protocol.ts';
import { lesson, plainLesson, setUp } from '../testing/scriptedWorkspace.ts';
import { requestOf } from './asking.ts';

let at: ReturnType<typeof setUp>;
beforeEach(() => {
  at = setUp();
});

const measured = requestOf(lesson, 'broken', 'as shipped');

describe('what is asked of the runtime', () => {
  it('is the same when a person runs a side and when the harness measures it', () => {
    at.commands.runSide('broken');
    expect(at.asked[0]?.request).toEqual(measured);
    at.commands.prefer({ pace: 'real' });
    at.commands.open(plainLesson);
    at.commands.runSide('fixed');
    expect(at.asked[1]?.request).toEqual(requestOf(plainLesson, 'fixed', 'as shipped', 'real'));
  });

  it('is the same for a search, but for the plan and the strategy that it does not use', () => {
    at.commands.find('broken');
    const { search, schedule, ...rest } = at.asked[0]?.request ?? measured;
    expect({
      ...rest,
      search: null,
      schedule: { ...schedule, strategy: measured.schedule?.strategy },
    }).toEqual(measured);
    expect(search).toMatchObject({ method: 'exhaustive' });
  });

  it('is the same for a trial, but that nothing watches and nothing schedules it', () => {
    at.commands.open({ ...lesson, id: 'with-entries', entries: ['main.py'] });
    at.commands.tryEntries();
    expect(at.asked[0]?.request).toEqual({ ...measured, probes: [], schedule: null });
  });

  it('is a request that the runtime takes, with files of its own', () => {
    expect(v.parse(RunRequestSchema, measured)).toEqual(measured);
    expect(measured.program.files).not.toBe(lesson.sides.broken.files);
  });
});

describe('the clock of a lesson that is measured', () => {
  it('is that of the lesson’s own schedule, where it has one', () => {
    const schedule = { model: 'before310', strategy: { kind: 'random', seed: 7 }, check: 'counter == 30' };
    expect(requestOf(lesson, 'broken', 'as shipped').schedule).toMatchObject(schedule);
    expect(requestOf(lesson, 'broken', 'steady').schedule).toMatchObject(schedule);
  });

  it('is moved by steps and waits alone where a steady one is asked for', () => {
    expect(requestOf(plainLesson, 'broken', 'as shipped').schedule).toBeNull();
    expect(requestOf(plainLesson, 'broken', 'steady').schedule).toEqual({
      model: 'cpython314',
      strategy: { kind: 'realistic' },
      check: null,
    });
  });
});
