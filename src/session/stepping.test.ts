import { beforeEach, describe, expect, it } from 'vitest';
import { end, opened, question, setUp } from '../testing/scriptedWorkspace.ts';

const steps = () => opened().stepping.broken;

let at: ReturnType<typeof setUp>;
beforeEach(() => {
  at = setUp();
});

function begin() {
  at.commands.chooseSchedule({ strategy: 'manual' });
  at.commands.runSide('broken');
  const one = at.asked[0];
  one?.listener.started();
  return one;
}

describe('stepping by hand', () => {
  it('lets the chosen thread go on as far as chosen, once for each question', () => {
    const one = begin();
    expect(one?.request.schedule?.strategy).toEqual({ kind: 'manual', decisions: [] });
    at.commands.step('broken', 1);
    one?.listener.asked?.(question(5, 0, 0, 1));
    at.commands.step('broken', 2);
    expect(one?.chosen).toEqual([]);
    at.commands.chooseStride('line');
    at.commands.step('broken', 1);
    at.commands.step('broken', 0);
    expect(one?.chosen).toEqual([{ thread: 1, stride: 'line' }]);
    expect(steps()).toMatchObject({ open: false, made: [{ thread: 1 }] });
  });

  it('undoes by a new run that repeats the choices before the last, up to its question', () => {
    const one = begin();
    for (const [step, thread] of [
      [5, 1],
      [6, 2],
      [11, 1],
    ] as const) {
      one?.listener.asked?.(question(step, step === 11 ? 2 : 1, 1, 2));
      at.commands.step('broken', thread);
    }
    one?.listener.asked?.(question(12, 1, 1, 2));
    at.commands.undoStep('broken');
    expect(one?.stopped).toBe(true);
    // From 6 to 11 nobody was asked.
    expect(at.asked[1]?.request.schedule?.strategy).toEqual({
      kind: 'manual',
      decisions: [
        [5, 1],
        [6, 2],
      ],
      from: 11,
    });
    expect(steps()?.made.map(({ thread }) => thread)).toEqual([1, 2]);
    at.commands.chooseSchedule({ model: 'free-threaded' });
    at.commands.undoStep('broken');
    expect(at.asked[2]?.request.schedule).toMatchObject({
      model: 'before310',
      strategy: { kind: 'manual', decisions: [[5, 1]], from: 6 },
    });
    at.commands.undoStep('broken');
    expect(at.asked[3]?.request.schedule?.strategy).toEqual({ kind: 'manual', decisions: [], from: 5 });
    at.commands.undoStep('broken');
    expect(at.asked).toHaveLength(4);
  });

  it('can take the last choice back when the run has ended on it', () => {
    const one = begin();
    one?.listener.asked?.(question(5, 0, 1, 2));
    at.commands.step('broken', 2);
    end(one, { ending: { kind: 'stuck', waits: [], cycle: ['T2 waits for itself'] } });
    expect(steps()).toMatchObject({ question: null, open: false });
    at.commands.undoStep('broken');
    expect(at.asked[1]?.request.schedule?.strategy).toEqual({ kind: 'manual', decisions: [], from: 5 });
  });

  it('lets the rest run on without asking', () => {
    const one = begin();
    one?.listener.asked?.(question(5, 0, 1, 2));
    at.commands.step('broken', 2);
    at.commands.runOn('broken');
    expect(at.asked[1]?.request.schedule?.strategy).toEqual({ kind: 'replay', decisions: [[5, 2]] });
    expect(steps()).toBeNull();
  });

  it('ignores the questions of a run that has been replaced', () => {
    const one = begin();
    at.commands.runSide('broken');
    one?.listener.asked?.(question(5, 0, 1, 2));
    expect(steps()?.question).toBeNull();
  });
});
