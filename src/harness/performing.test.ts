/** A script's runs on a runtime that says what the test wants. */
import { reportOf } from '../testing/scriptedSearch.ts';
import { expect, test } from 'vitest';
import type { RunListener, Runtime } from '../runtime/host/runtime.ts';
import type { RunRequest } from '../runtime/protocol.ts';
import type { Question } from '../runtime/schedule.ts';
import { type Follow, perform } from './performing.ts';

const asked = { program: { files: { 'main.py': '' }, entry: 'main.py' }, probes: [], pace: 'fast' };
const finished = { ending: { kind: 'finished' }, time: 5, wall: 5, scheduled: null } as const;
const stopped = { ending: { kind: 'stopped' }, time: 5, wall: 5, scheduled: null } as const;

const questionAt = (step: number): Question => ({
  step,
  current: 0,
  threads: [
    { number: 0, name: 'MainThread', state: 'waiting', place: null, instruction: '', waits: 'join' },
    { number: 1, name: 'Thread-1', state: 'ready', place: null, instruction: '', waits: '' },
  ],
});

/** Performs `asked` on a runtime that calls `play` with the listener, and notes what it receives. */
function stage(play: (listener: RunListener) => void, follow: Follow = {}) {
  const log: string[] = [];
  const requests: RunRequest[] = [];
  const runtime: Pick<Runtime, 'run'> = {
    run(request, listener) {
      requests.push(request);
      queueMicrotask(() => play(listener));
      return {
        stop() {
          log.push('stop');
          listener.ended(stopped);
        },
        choose: ({ thread, stride }) => void log.push(`choose ${thread} ${stride}`),
      };
    },
  };
  return { log, requests, performed: perform(runtime, new Set(), asked, follow) };
}

test('what a request leaves out is filled in', async () => {
  const { requests, performed } = stage((listener) => listener.ended(finished));
  expect((await performed).end).toEqual(finished);
  expect(requests[0]).toMatchObject({ schedule: null, search: null, limits: { events: 400_000 } });
});

test('questions are answered in turn, and the one after the last answer by Stop', async () => {
  const { log, performed } = stage(
    (listener) => {
      for (const step of [1, 2, 3]) listener.asked?.(questionAt(step));
    },
    {
      choices: [
        { thread: 1, stride: 'line' },
        { thread: 1, stride: 'instruction' },
      ],
    },
  );
  const { end, questions } = await performed;
  expect(log).toEqual(['choose 1 line', 'choose 1 instruction', 'stop']);
  expect(end).toEqual(stopped);
  expect(questions.map(({ step }) => step)).toEqual([1, 2, 3]);
});

test('a choice that cannot be followed is a mistake of the script', async () => {
  const { log, performed } = stage((listener) => listener.asked?.(questionAt(9)), {
    choices: [{ thread: 0, stride: 'line' }],
  });
  await expect(performed).rejects.toThrow('at step 9 thread 0 cannot go on');
  expect(log).toEqual(['stop']);
});

test('a search is followed, and its last report kept', async () => {
  const received: number[] = [];
  const { performed } = stage(
    (listener) => {
      listener.searched?.(reportOf({ tried: 10 }));
      listener.searched?.(reportOf({ tried: 20 }));
      listener.ended(stopped);
    },
    { progress: ({ tried }) => received.push(tried) },
  );
  expect((await performed).report?.tried).toBe(20);
  expect(received).toEqual([10, 20]);
});
