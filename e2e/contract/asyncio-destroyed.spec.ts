/** A task that nobody holds any more is destroyed as CPython destroys it, and its lane ends there and then. */
import { expect } from '@playwright/test';
import { test } from '../harness.ts';

const realistic = { model: 'cpython314', strategy: { kind: 'realistic' }, check: null } as const;

const LETTER =
  'import asyncio, gc, threading\nasync def letter(): await asyncio.get_running_loop().create_future()\n';
const WAITS =
  'await asyncio.sleep(1)\n    gc.collect()\n    print("collected")\n    await asyncio.sleep(1)\n';

/** A main that makes tasks, collects after one second and goes on for another. */
const collecting = (makes: string, before = ''): string =>
  `${LETTER}${before}async def main():\n    ${makes}\n    ${WAITS}`;
const run = (program: string): string => `${program}asyncio.run(main())\n`;

/** The program, what it prints, the lanes that end as destroyed, and after how many seconds they do. */
type Case = readonly [program: string, stdout: string, lanes: readonly string[], after: number];

const DESTROYED: Readonly<Record<string, Case>> = {
  'one that began eagerly, and cleans up': [
    run(
      collecting(
        'asyncio.Task(cleans(), name="eager", loop=asyncio.get_running_loop(), eager_start=True)',
        'async def cleans():\n    try: await letter()\n    finally: print("cleaned up")\n',
      ),
    ),
    'cleaned up\ncollected\n',
    ['eager cleans'],
    1,
  ],
  'one that is woken once more by the lock that goes with it': [
    run(
      collecting(
        'lock = asyncio.Lock()\n    for n in (0, 1): asyncio.create_task(locked(lock), name=f"worker {n}")\n    await asyncio.sleep(0.5)\n    del lock',
        'async def locked(lock):\n    async with lock: await asyncio.get_running_loop().create_future()\n',
      ).replace('sleep(1)', 'sleep(0.5)'),
    ),
    'collected\n',
    ['worker 0 locked', 'worker 1 locked'],
    1,
  ],
  'one of a class of its own': [
    run(collecting('Own(letter(), name="own")', 'class Own(asyncio.Task): pass\n')),
    'collected\n',
    ['own letter'],
    1,
  ],
  'one that is written in Python': [
    run(collecting('asyncio.tasks._PyTask(letter(), name="in Python")')),
    'collected\n',
    ['in Python letter'],
    1,
  ],
  'two that wait for each other': [
    run(
      collecting(
        'pair = []\n    pair += [asyncio.create_task(half(pair, n), name=f"half {n}") for n in (0, 1)]\n    await asyncio.sleep(0)\n    await asyncio.sleep(0)\n    del pair',
        'async def half(pair, n):\n    await asyncio.sleep(0)\n    await pair[1 - n]\n',
      ),
    ),
    'collected\n',
    ['half 0 half', 'half 1 half'],
    1,
  ],
  'one that gathers, with what it gathers': [
    run(
      collecting(
        'asyncio.create_task(both(), name="both")',
        'async def both(): await asyncio.gather(letter(), letter())\n',
      ),
    ),
    'collected\n',
    ['Task-2 letter', 'Task-3 letter', 'both both'],
    1,
  ],
  'one in a loop of another thread': [
    `${collecting('asyncio.create_task(letter(), name="there")')}thread = threading.Thread(target=lambda: asyncio.run(main()))\nthread.start()\nthread.join()\n`,
    'collected\n',
    ['there letter'],
    1,
  ],
  'one whose loop was closed': [
    `${LETTER}async def main():\n    asyncio.create_task(asyncio.sleep(9), name="left")\n    await asyncio.sleep(1)\nloop = asyncio.new_event_loop()\nloop.run_until_complete(main())\nloop.close()\ndel loop\nprint("end")\n`,
    'end\n',
    ['left sleep'],
    1,
  ],
  'one that a reference less is enough for': [
    `${LETTER}gc.disable()\nasync def main():\n    loop = asyncio.get_running_loop()\n    loop.set_exception_handler(lambda loop, context: print(context["message"], context["task"].get_name()))\n    future = loop.create_future()\n    async def waits(): await future\n    asyncio.create_task(waits(), name="counted")\n    await asyncio.sleep(1)\n    del future, waits\n    print("let go")\n    await asyncio.sleep(1)\n    gc.collect()\n    print("collected")\nasyncio.run(main())\n`,
    'let go\nTask was destroyed but it is pending! counted\ncollected\n',
    ['counted waits'],
    2,
  ],
};

for (const [which, [program, stdout, lanes, after]] of Object.entries(DESTROYED)) {
  test(`a task that nobody holds ends in the picture: ${which}`, async ({ harness }) => {
    const { end, counters, events, ...rest } = await harness.run(program, { schedule: realistic });
    expect(end.ending).toEqual({ kind: 'finished' });
    expect(rest.stdout).toBe(stdout);
    const labels = events.flatMap((event) => (event.word === 'track' ? [event.label] : []));
    const ends = events.filter((event) => event.word === 'close' && event.outcome === 'destroyed');
    expect(ends.map(({ track }) => labels[track] ?? '').toSorted()).toEqual(lanes);
    for (const { time } of ends) expect(Math.floor(time / 1e6)).toBe(after);
    expect(counters).toMatchObject({
      tasks: lanes.length + 1,
      'tasks done': 1,
      'tasks destroyed': lanes.length,
      'in flight': 0,
    });
    expect(rest.stderr + rest.stdout).toContain('Task was destroyed but it is pending!');
  });
}
