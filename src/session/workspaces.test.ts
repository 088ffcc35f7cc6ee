/** Workspaces, one for each lesson: what is there on coming back, and what Undo brings back. */
import { beforeEach, describe, expect, it } from 'vitest';
import { lessonById } from '../lesson/catalog.ts';
import type { Lesson } from '../lesson/schema.ts';
import type { Workspace } from '../store/workspace.ts';
import { useWorkspaces } from '../store/workspaces.ts';
import { end, lesson, opened, plainLesson, question, setUp } from '../testing/scriptedWorkspace.ts';

let at: ReturnType<typeof setUp>;
beforeEach(() => {
  at = setUp();
});

function published(): Lesson {
  const found = lessonById('threads.cause');
  if (found === null) throw new Error('nothing is published of threads');
  return found;
}

function variationOf({ variations: [first] }: Lesson): Lesson['variations'][number] {
  if (first === undefined) throw new Error('the lesson has no variation');
  return first;
}

/** What Undo is about. */
function arranged({ files, entry, schedule, runs }: Workspace): Partial<Workspace> {
  return { files, entry, schedule, runs };
}

describe('coming back to a lesson', () => {
  it('finds the code, the step, the answers, the schedule and the results', () => {
    at.commands.edit('broken', 'main.py', 'mine');
    at.commands.goToStep(1);
    at.commands.answer(1, 0);
    at.commands.chooseSchedule({ model: 'free-threaded' });
    at.commands.runBoth();
    for (const one of at.asked) end(one);
    const before = opened();
    at.commands.open(plainLesson);
    expect(opened()).toMatchObject({ step: 0, answers: {}, runs: { broken: { phase: 'idle' } } });
    expect(opened().files.broken).toEqual(plainLesson.sides.broken.files);
    at.commands.open(lesson);
    expect(opened()).toEqual(before);
  });

  it('finds the question of manual stepping closed, and the stride as it was', () => {
    at.commands.chooseSchedule({ strategy: 'manual' });
    at.commands.chooseStride('line');
    at.commands.runSide('broken');
    at.asked[0]?.listener.started();
    at.asked[0]?.listener.asked?.(question(5, 0, 0, 1));
    at.commands.open(plainLesson);
    expect(opened().stepping).toEqual({ stride: 'line', broken: null, fixed: null });
    at.commands.open(lesson);
    expect(opened().stepping).toMatchObject({ stride: 'line', broken: { question: null, open: false } });
  });

  it('finds a search under way and a half-filled table forgotten', () => {
    const entered = { ...lesson, id: 'with-entries', entries: ['main.py'] };
    at.commands.open(entered);
    at.commands.find('broken');
    at.commands.tryEntries();
    at.commands.open(plainLesson);
    expect(at.asked.map(({ stopped }) => stopped)).toEqual([true, true]);
    at.commands.open(entered);
    expect(opened().searches.broken.phase).toBe('none');
    expect(opened().trials).toEqual({ table: null, trying: false });
  });
});

it('a published program is a workspace of its own, beside that of its lesson', () => {
  const program = published();
  const whole = lessonById('threads');
  if (whole === null) throw new Error('there is no lesson "threads"');
  at.commands.open(whole);
  at.commands.edit('broken', 'main.py', 'the lesson');
  at.commands.open(program);
  expect(opened().files.broken).toEqual(program.sides.broken.files);
  at.commands.edit('broken', 'main.py', 'the program');
  at.commands.open(whole);
  expect(opened().files.broken['main.py']).toBe('the lesson');
  at.commands.open(program);
  expect(opened().files.broken['main.py']).toBe('the program');
  const { workspaces, open } = useWorkspaces.getState();
  expect([Object.keys(workspaces), open]).toEqual([[lesson.id, 'threads', 'threads.cause'], 'threads.cause']);
});

describe('Undo', () => {
  it('brings files, entry, schedule and results back at once, as they were before Reset', () => {
    at.commands.edit('broken', 'main.py', 'mine');
    at.commands.chooseEntry('import main');
    at.commands.chooseSchedule({ model: 'free-threaded', check: '' });
    at.commands.runBoth();
    for (const one of at.asked) end(one);
    const before = arranged(opened());
    at.commands.reset();
    expect(arranged(opened())).not.toEqual(before);
    let changes = 0;
    const leave = useWorkspaces.subscribe(() => (changes += 1));
    at.commands.undo();
    leave();
    expect(arranged(opened())).toEqual(before);
    expect([changes, opened().undo]).toEqual([1, null]);
  });

  it('brings the same back after a variation, whose title it knows', () => {
    const program = published();
    at.commands.open(program);
    at.commands.edit('fixed', 'main.py', 'mine');
    at.commands.chooseSchedule({ strategy: 'pct' });
    at.commands.runSide('fixed');
    end(at.asked[0]);
    const before = arranged(opened());
    const variation = variationOf(program);
    at.commands.loadVariation(variation);
    expect(opened().undo?.done).toEqual({ kind: 'loaded', title: variation.title });
    at.commands.undo();
    expect(arranged(opened())).toEqual(before);
  });

  it('brings a search back too, and not one that was under way', () => {
    at.commands.edit('broken', 'main.py', 'mine');
    at.commands.find('broken');
    end(at.asked[0]);
    at.commands.find('fixed');
    const { broken } = opened().searches;
    at.commands.reset();
    expect(opened().searches).toEqual({ broken: { phase: 'none' }, fixed: { phase: 'none' } });
    at.commands.undo();
    expect(opened().searches).toEqual({ broken, fixed: { phase: 'none' } });
    expect([broken.phase, at.asked[1]?.stopped]).toEqual(['ended', true]);
  });

  it('leaves the results of what has been run since', () => {
    at.commands.edit('broken', 'main.py', 'mine');
    at.commands.runSide('broken');
    end(at.asked[0]);
    at.commands.reset();
    at.commands.runSide('fixed');
    end(at.asked[1]);
    at.commands.undo();
    expect(opened().files.broken['main.py']).toBe('mine');
    expect(opened().runs).toMatchObject({ broken: { phase: 'idle' }, fixed: { phase: 'ended' } });
  });

  it('goes back before the first of two Resets', () => {
    at.commands.edit('broken', 'main.py', 'mine');
    at.commands.chooseSchedule({ seed: 3 });
    const before = arranged(opened());
    at.commands.reset();
    at.commands.chooseSchedule({ seed: 4 });
    at.commands.runBoth();
    at.commands.reset();
    at.commands.undo();
    expect(arranged(opened())).toEqual(before);
  });
});
