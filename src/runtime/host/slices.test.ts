/** Slices of work, on a clock that only the work moves: what is due now, what waits, and what is forgotten. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Slices } from './slices.ts';

let clock: number;
let slices: Slices;
let done: string[];

beforeEach(() => {
  clock = 0;
  done = [];
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
  slices = new Slices();
});

afterEach(() => {
  slices.close();
});

/** A task that takes so many milliseconds. */
const task =
  (name: string, takes = 0) =>
  () => {
    done.push(name);
    clock += takes;
  };

/** Adds tasks, the last of which tells when it is done. */
function finished(...tasks: readonly (() => void)[]): Promise<void> {
  return new Promise((resolve) => {
    slices.add(...tasks, resolve);
  });
}

describe('work that is added', () => {
  it('is done at once where nothing waits', () => {
    slices.add(task('one'), task('two'));
    expect(done).toEqual(['one', 'two']);
  });

  it('is left for later once a slice is over', () => {
    slices.add(task('one', 8), task('two'));
    expect(done).toEqual(['one']);
  });

  it('goes on within a slice', () => {
    slices.add(task('one', 7), task('two', 0), task('three', 1), task('four'));
    expect(done).toEqual(['one', 'two', 'three']);
  });

  it('is done in order, also what comes while something waits', async () => {
    slices.add(task('one', 9), task('two', 9));
    const all = finished(task('three'));
    expect(done).toEqual(['one']);
    await all;
    expect(done).toEqual(['one', 'two', 'three']);
  });

  it('by a task is done after those before it', () => {
    slices.add(() => {
      done.push('one');
      slices.add(task('three'));
    }, task('two'));
    expect(done).toEqual(['one', 'two', 'three']);
  });

  it('is done at once again after all that waited is done', async () => {
    await finished(task('one', 9), task('two'));
    slices.add(task('three'));
    expect(done).toEqual(['one', 'two', 'three']);
  });

  it('is done in full where the last task is a long one', () => {
    slices.add(task('one', 9));
    slices.add(task('two'));
    expect(done).toEqual(['one', 'two']);
  });
});

describe('work that is dropped', () => {
  it('is not done, and makes room for other work at once', () => {
    slices.add(task('one', 9), task('two'));
    slices.drop();
    slices.add(task('three'));
    expect(done).toEqual(['one', 'three']);
  });

  it('by a task leaves the rest undone', () => {
    slices.add(task('one'), () => slices.drop(), task('two'));
    expect(done).toEqual(['one']);
  });

  it('with the end of all work is never done', async () => {
    slices.add(task('one', 9), task('two'));
    slices.close();
    const { port1, port2 } = new MessageChannel();
    await new Promise<void>((resolve) => {
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
    port1.close();
    expect(done).toEqual(['one']);
  });
});
