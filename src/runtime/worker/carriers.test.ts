/** Carriers without WebAssembly: async functions stand in for Python code, a number for the C stack pointer. */
import { expect, test } from 'vitest';
import { Carriers, type KeepableCallable } from './carriers.ts';

const MAIN_STACK = 1000;
const STACK_BYTES = 256 * 1024;

/** A module whose memory is handed out `most` times, and carriers on it. */
function stage(most = 10) {
  let pointer = MAIN_STACK;
  let given = 0;
  const limits: number[] = [];
  const module = {
    stackStop: 0,
    promisingApply: (..._args: unknown[]): unknown => pointer,
    _malloc: (bytes: number) => (given < most ? ++given * 2 * bytes : 0),
    stackSave: () => pointer,
    stackRestore: (to: number) => {
      pointer = to;
    },
    _PyThreadState_Get: () => 1,
    _PyUnstable_ThreadState_SetStackProtection: (_state: number, base: number) => limits.push(base),
  };
  const carriers = new Carriers(module);
  /** What `callPromising` does: waits for a task of the event loop, then calls on a stack that may be suspended. */
  const python = (body: (...args: unknown[]) => Promise<unknown>): KeepableCallable => {
    const callable: KeepableCallable = {
      copy: () => callable,
      callPromising: async (...args) => {
        await new Promise((resolve) => setTimeout(resolve));
        module.promisingApply(0, args);
        return body(...args);
      },
    };
    return callable;
  };
  return { carriers, limits, module, python };
}

test('a switch suspends the one that runs and resumes the other where it stood', async () => {
  const { carriers, python } = stage();
  const log: string[] = [];
  carriers.grow(3);
  carriers.setBody(
    python(async (number) => {
      for (let round = 0; ; round++) {
        log.push(`${String(number)}:${round}`);
        await carriers.switchTo((Number(number) + 1) % 3);
      }
    }),
  );
  await carriers.call(
    python(async () => {
      for (let round = 0; round < 2; round++) {
        log.push(`0:${round}`);
        await carriers.switchTo(1);
      }
    }),
  );
  expect(log).toEqual(['0:0', '1:0', '2:0', '0:1', '1:1', '2:1']);
});

test('a switch to oneself goes on at once', async () => {
  const { carriers, python } = stage();
  const answer = carriers.call(
    python(async () => {
      await carriers.switchTo(0);
      return 'went on';
    }),
  );
  expect(await answer).toBe('went on');
});

test('every carrier begins on a stack of its own, waits leave it, and the main stack is back at the end', async () => {
  const { carriers, limits, module, python } = stage();
  const starts: number[] = [];
  carriers.grow(2);
  const body = async (): Promise<number> => {
    starts.push(module.stackSave());
    expect(module.stackStop).toBe(module.stackSave());
    carriers.protect();
    return 0;
  };
  carriers.setBody(python(body));
  await carriers.call(
    python(async () => {
      await body();
      await carriers.switchTo(1);
      module.stackRestore(starts[0] ?? 0);
      const pause = carriers.suspension((resume) => {
        starts.push(module.stackSave());
        resume();
      });
      await pause;
    }),
  );
  expect(starts).toEqual([3 * STACK_BYTES, 5 * STACK_BYTES, MAIN_STACK]);
  expect(limits).toEqual([2 * STACK_BYTES, 4 * STACK_BYTES]);
  expect(module.stackSave()).toBe(MAIN_STACK);
});

test('calls that are none of ours keep the stack they have', () => {
  const { module } = stage();
  expect(module.promisingApply(0, ['something'])).toBe(MAIN_STACK);
});

test('a body that returns a number hands over to that carrier, and begins anew when it is needed again', async () => {
  const { carriers, python } = stage();
  const log: unknown[] = [];
  carriers.grow(2);
  carriers.setBody(
    python(async (number) => {
      log.push(number);
      return 0;
    }),
  );
  await carriers.call(
    python(async () => {
      await carriers.switchTo(1);
      await carriers.switchTo(1);
      log.push('over');
    }),
  );
  expect(log).toEqual([1, 1, 'over']);
});

test.each([
  ['raises', () => Promise.reject(new Error('lost')), 'lost'],
  ['returns nothing', () => Promise.resolve(), 'carrier 1 went astray'],
  ['hands over to one that is not suspended', () => Promise.resolve(1), 'carrier 1 went astray'],
])('a body that %s ends the call', async (_name, body, reason) => {
  const { carriers, python } = stage();
  carriers.grow(2);
  carriers.setBody(python(body));
  const call = carriers.call(
    python(async () => {
      await carriers.switchTo(1);
    }),
  );
  await expect(call).rejects.toThrow(reason);
});

test('growing says so when memory is short, and keeps what it got', () => {
  const { carriers } = stage(3);
  expect(() => carriers.grow(5)).toThrow('no memory for a stack');
  expect(() => carriers.grow(3)).not.toThrow();
  expect(() => carriers.grow(4)).toThrow('no memory for a stack');
});
