/** Every way to run a loop to its end is CPython's own, whether the browser can suspend Python or not. */
import { expect } from '@playwright/test';
import { test } from '../harness.ts';
import { random } from './threads.ts';

const HEAD = [
  'import asyncio, threading, time',
  'async def answer(value):',
  '    await asyncio.sleep(0.1)',
  '    return value',
  '',
].join('\n');

const WAYS: Readonly<Record<string, string>> = {
  'asyncio.run': 'print(asyncio.run(answer(42)))',
  // A busy machine may take a tenth of a second over a step, and asyncio would say so.
  'asyncio.run with debug': [
    'async def patient():',
    '    asyncio.get_running_loop().slow_callback_duration = 60',
    '    return await answer(42)',
    'print(asyncio.run(patient(), debug=True))',
  ].join('\n'),
  'a Runner': 'with asyncio.Runner() as runner: print(runner.run(answer(42)))',
  'run_until_complete of a new loop':
    'loop = asyncio.new_event_loop()\nprint(loop.run_until_complete(answer(42)))\nloop.close()',
  'run_until_complete of the loop that was set':
    'asyncio.set_event_loop(asyncio.new_event_loop())\nprint(asyncio.get_event_loop().run_until_complete(answer(42)))',
  'run_forever until it is stopped':
    'loop = asyncio.new_event_loop()\nloop.call_later(0.1, loop.stop)\nloop.run_forever()\nprint(42)',
  'one loop after another': 'print(asyncio.run(answer(6)) * asyncio.run(answer(7)))',
  to_thread:
    'async def main(): return await asyncio.to_thread(lambda: time.sleep(0.1) or 42)\nprint(asyncio.run(main()))',
  'a loop in a thread':
    'thread = threading.Thread(target=lambda: print(asyncio.run(answer(42))))\nthread.start()\nthread.join()',
  run_coroutine_threadsafe: [
    'loop = asyncio.new_event_loop()',
    'thread = threading.Thread(target=loop.run_forever)',
    'thread.start()',
    'print(asyncio.run_coroutine_threadsafe(answer(42), loop).result())',
    'loop.call_soon_threadsafe(loop.stop)',
    'thread.join()',
  ].join('\n'),
};

for (const [way, text] of Object.entries(WAYS)) {
  test(`a loop runs to its end: ${way}`, async ({ harness }) => {
    for (const schedule of [undefined, random('cpython314', 1)]) {
      const ask = { probes: ['tasks', 'threads'], ...(schedule && { schedule }) };
      const { end, stdout, stderr } = await harness.run(HEAD + text, ask);
      expect({ ending: end.ending, stdout, stderr }).toEqual({
        ending: { kind: 'finished' },
        stdout: '42\n',
        stderr: '',
      });
    }
  });
}

test('a loop that runs already says so', async ({ harness }) => {
  const text = `${HEAD}async def main(): asyncio.get_running_loop().run_until_complete(asyncio.sleep(0))\nasyncio.run(main())`;
  const { end } = await harness.run(text);
  expect(end.ending).toMatchObject({
    kind: 'raised',
    error: { type: 'RuntimeError', message: 'This event loop is already running' },
  });
});
