/** Every way to a task and to an event loop is CPython's own, and the tasks probe sees what is made in it. */
import { expect } from '@playwright/test';
import { test } from '../harness.ts';

/** As `npm run try` has it. */
const realistic = { model: 'cpython314', strategy: { kind: 'realistic' }, check: null } as const;

const SLEEPER = [
  'import asyncio, warnings',
  'warnings.simplefilter("ignore", DeprecationWarning)',
  'async def sleeper(seconds):',
  '    await asyncio.sleep(seconds)',
  '    return seconds',
  'class Own(asyncio.Task): pass',
  'class OwnPython(asyncio.tasks._PyTask): pass',
];

/** Three sleepers made as `how` says, in a loop that was prepared. */
const made = (how: string, prepare = 'pass'): string =>
  [
    ...SLEEPER,
    'async def main():',
    '    loop = asyncio.get_running_loop()',
    `    ${prepare}`,
    `    tasks = [${how} for seconds in (3, 1, 2)]`,
    '    print([await first for first in asyncio.as_completed(tasks)])',
    'asyncio.run(main())',
  ].join('\n');

const WAYS = {
  'asyncio.Task': made('asyncio.Task(sleeper(seconds))'),
  'a subclass': made('Own(sleeper(seconds), name=f"own {seconds}")'),
  'a task in Python': made('OwnPython(sleeper(seconds), loop=loop)'),
  'an eager task': made('asyncio.Task(sleeper(seconds), loop=loop, eager_start=True)'),
  'a factory': made(
    'loop.create_task(sleeper(seconds))',
    'loop.set_task_factory(lambda loop, coro: Own(coro, loop=loop))',
  ),
  'the eager factory': made(
    'asyncio.create_task(sleeper(seconds))',
    'loop.set_task_factory(asyncio.eager_task_factory)',
  ),
  'an eager factory': made(
    'asyncio.create_task(sleeper(seconds))',
    'loop.set_task_factory(asyncio.create_eager_task_factory(Own))',
  ),
};

for (const [way, program] of Object.entries(WAYS)) {
  test(`tasks are seen that are made by ${way}`, async ({ harness }) => {
    const { end, stdout, counters, events } = await harness.run(program, { schedule: realistic });
    expect(end.ending).toEqual({ kind: 'finished' });
    expect(stdout).toBe('[1, 2, 3]\n');
    expect(counters).toMatchObject({ tasks: 4, 'tasks done': 4, 'in flight (peak)': 3, 'in flight': 0 });
    const waits = events.flatMap((event) =>
      event.word === 'state' && event.detail?.startsWith('asyncio.sleep(') ? [event.detail] : [],
    );
    expect(waits).toHaveLength(3);
  });
}

test('types, names and looks of tasks and futures are as in CPython', async ({ harness }) => {
  const program = [
    ...SLEEPER,
    'import inspect',
    'async def main():',
    '    loop = asyncio.get_running_loop()',
    '    task, direct, future = asyncio.create_task(sleeper(0)), asyncio.Task(sleeper(0)), loop.create_future()',
    '    print(type(task) is asyncio.Task is type(direct), type(future) is asyncio.Future)',
    '    gathered = asyncio.gather(task, direct)',
    '    print(isinstance(gathered, asyncio.Future), issubclass(asyncio.Task, asyncio.Future))',
    '    print(asyncio.Task, asyncio.Future, asyncio.Task[int], inspect.signature(asyncio.Task))',
    '    print([one.get_name() for one in (asyncio.current_task(), task, direct)], {future})',
    '    seen = []',
    '    loop.set_task_factory(lambda loop, coro, **options: (seen.append(options), Own(coro, loop=loop))[1])',
    '    print((await asyncio.gather(gathered, asyncio.create_task(sleeper(0)))), seen)',
    'asyncio.run(main())',
  ].join('\n');
  const { stdout, stderr } = await harness.run(program, { schedule: realistic });
  expect(stderr).toBe('');
  expect(stdout.split('\n')).toEqual([
    'True True',
    'True True',
    "<class '_asyncio.Task'> <class '_asyncio.Future'> _asyncio.Task[int] (coro, *, loop=None, name=None, context=None, eager_start=False)",
    "['Task-1', 'Task-2', 'Task-3'] {<Future pending>}",
    '[[0, 0], 0] [{}]',
    '',
  ]);
});

test('policies, selectors and loops of the program lead to a loop that works', async ({ harness }) => {
  const program = [
    ...SLEEPER,
    'import selectors',
    'seen = []',
    'async def named():',
    '    await asyncio.to_thread(sum, [1])',
    '    await asyncio.sleep(0.1)',
    '    return type(asyncio.get_running_loop()).__name__',
    'class Policy(asyncio.DefaultEventLoopPolicy):',
    '    def new_event_loop(self):',
    '        seen.append("asked")',
    '        return super().new_event_loop()',
    'class Selector(selectors.SelectSelector):',
    '    def select(self, timeout=None):',
    '        seen.append(timeout)',
    '        return super().select(timeout)',
    'class Loop(asyncio.SelectorEventLoop): pass',
    'class Bare(asyncio.BaseEventLoop):',
    '    def __init__(self):',
    '        super().__init__()',
    '        self._selector = selectors.DefaultSelector()',
    '    def _process_events(self, events): pass',
    '    def _write_to_self(self): pass',
    'print(asyncio.EventLoop is asyncio.SelectorEventLoop, type(asyncio.new_event_loop()).__name__)',
    'for policy in (None, Policy(), asyncio.DefaultEventLoopPolicy()):',
    '    asyncio.set_event_loop_policy(policy)',
    '    print(asyncio.run(named()), seen)',
    'asyncio.set_event_loop_policy(None)',
    'for make in (',
    '    asyncio.EventLoop, asyncio.DefaultEventLoopPolicy().new_event_loop, Loop,',
    '    lambda: asyncio.SelectorEventLoop(selectors.SelectSelector()), lambda: Loop(selector=Selector()),',
    '):',
    '    print(asyncio.run(named(), loop_factory=make), asyncio.Runner(loop_factory=make).run(named()))',
    'print(len(seen) > 4, (bare := Bare()).run_until_complete(asyncio.sleep(1, "bare")))',
    'bare.close()',
    'try: asyncio.get_event_loop()',
    'except RuntimeError as error: print(error)',
  ].join('\n');
  const { end, stdout, stderr, counters } = await harness.run(program, { schedule: realistic });
  expect(end.ending).toEqual({ kind: 'finished' });
  expect(stderr).toBe('');
  const usual = '_UnixSelectorEventLoop';
  expect(stdout.split('\n')).toEqual([
    `True ${usual}`,
    `${usual} []`,
    `${usual} ['asked']`,
    `${usual} ['asked']`,
    `${usual} ${usual}`,
    `${usual} ${usual}`,
    'Loop Loop',
    `${usual} ${usual}`,
    'Loop Loop',
    'True bare',
    "There is no current event loop in thread 'MainThread'.",
    '',
  ]);
  expect(counters['event loops']).toBe(15);
});

test('executors of every kind, and in words what a browser has not', async ({ harness }) => {
  const program = [
    ...SLEEPER,
    'import os, signal, threading',
    'from concurrent.futures import Executor, Future, ThreadPoolExecutor',
    'class Inline(Executor):',
    '    def submit(self, call, /, *args, **options):',
    '        future = Future()',
    '        future.set_result(call(*args, **options))',
    '        return future',
    'async def main():',
    '    loop = asyncio.get_running_loop()',
    '    with ThreadPoolExecutor(2, thread_name_prefix="own") as pool:',
    '        print(await loop.run_in_executor(pool, lambda: threading.current_thread().name))',
    '    print(await loop.run_in_executor(Inline(), sum, [3]), await asyncio.to_thread(sum, [4]))',
    '    try: loop.add_signal_handler(signal.SIGTERM, print)',
    '    except NotImplementedError as error: print(error)',
    '    print(loop.remove_signal_handler(signal.SIGTERM))',
    '    read, write = os.pipe()',
    '    heard = loop.create_future()',
    '    loop.add_reader(read, lambda: heard.done() or heard.set_result(os.read(read, 9)))',
    '    os.write(write, b"piped")',
    '    print(await heard, loop.remove_reader(read), loop.remove_reader(read))',
    'asyncio.run(main())',
  ].join('\n');
  const { end, stdout, stderr } = await harness.run(program, { schedule: realistic });
  expect(end.ending).toEqual({ kind: 'finished' });
  expect(stderr).toBe('');
  expect(stdout.split('\n')).toEqual([
    'own_0',
    '3 4',
    expect.stringMatching(/^an event loop cannot handle signals here: a browser sends a program none/),
    'False',
    "b'piped' True False",
    '',
  ]);
});

test('a task that nobody holds is destroyed, and its lane ends there', async ({ harness }) => {
  const program = [
    'import asyncio, gc',
    'async def letter(): await asyncio.get_running_loop().create_future()',
    'async def main():',
    '    asyncio.create_task(letter(), name="letter")',
    '    await asyncio.sleep(1)',
    '    gc.collect()',
    '    await asyncio.sleep(1)',
    'asyncio.run(main())',
  ].join('\n');
  const { stderr, counters, events } = await harness.run(program, { schedule: realistic });
  expect(stderr).toContain('Task was destroyed but it is pending!');
  const close = events.find((event) => event.word === 'close' && event.outcome === 'destroyed');
  expect(close?.time).toBeGreaterThanOrEqual(1_000_000);
  expect(close?.time).toBeLessThan(1_900_000);
  expect(counters).toMatchObject({ 'in flight': 0, 'tasks done': 1 });
});

test('a cancelled task says who cancelled it', async ({ harness }) => {
  const program = [
    'import asyncio',
    'async def sleeps(): await asyncio.sleep(9)',
    'async def fails(): raise ValueError',
    'async def main():',
    '    a, b = (asyncio.create_task(sleeps(), name=name) for name in "ab")',
    '    await asyncio.sleep(1)',
    '    b.cancel()',
    '    try:',
    '        async with asyncio.TaskGroup() as group:',
    '            group.create_task(sleeps(), name="g")',
    '            group.create_task(fails(), name="f")',
    '    except* ValueError: pass',
    '    try: await asyncio.wait_for(asyncio.create_task(sleeps(), name="t"), 1)',
    '    except TimeoutError: pass',
    'asyncio.run(main())',
  ].join('\n');
  const { events } = await harness.run(program, { schedule: realistic });
  const marks = events.flatMap((event) =>
    event.word === 'mark' && event.name.startsWith('cancelled ')
      ? [[event.name, event.place?.line ?? null]]
      : [],
  );
  expect(marks).toEqual([
    ['cancelled by Task-1 main', 7],
    ['cancelled by its TaskGroup', null],
    ['cancelled because Task-1 main, which waited for it, was cancelled', null],
    ['cancelled because asyncio.run was over', null],
  ]);
});

test('a task that polls sees time pass, a round at the price of a round', async ({ harness }) => {
  const program = [
    'import asyncio',
    'async def main():',
    '    done, rounds = [], 0',
    '    asyncio.get_running_loop().call_later(0.1, done.append, 1)',
    '    while not done:',
    '        await asyncio.sleep(0)',
    '        rounds += 1',
    '    print(10_000 < rounds < 25_001)',
    'asyncio.run(main())',
  ].join('\n');
  const { end, stdout } = await harness.runQuietly(program, { schedule: realistic });
  expect(end.ending).toEqual({ kind: 'finished' });
  expect(stdout).toBe('True\n');
});

test('a task that failed and that nobody holds is let go at once', async ({ harness }) => {
  const program = [
    'import asyncio, gc',
    'gc.disable()',
    'async def fails(): 1 / 0',
    'async def main():',
    '    loop = asyncio.get_running_loop()',
    '    loop.set_exception_handler(lambda loop, context: print(context["message"]))',
    '    for make in (asyncio.Task, asyncio.tasks._PyTask):',
    '        for eager in (False, True):',
    '            make(fails(), loop=loop, eager_start=eager)',
    '            await asyncio.sleep(0)',
    '            print("after")',
    'asyncio.run(main())',
  ].join('\n');
  const { end, stdout } = await harness.run(program, { schedule: realistic });
  expect(end.ending).toEqual({ kind: 'finished' });
  const warning = 'Task exception was never retrieved\n';
  // The last, an eager one that is written in Python, is kept by its own frames: in CPython as well.
  expect(stdout).toBe(`${`${warning}after\n`.repeat(3)}after\n${warning}`);
});
