"""A tour of asyncio: what each part does, in which order, at which second. CPython prints the same lines."""

import asyncio
import contextvars
import time

loop_began = 0.0


def tell(*words):
    print(round(asyncio.get_running_loop().time() - loop_began), *words)


async def worker(name, seconds, result=None):
    await asyncio.sleep(seconds)
    tell(name, "slept")
    return result


async def failing(seconds):
    await asyncio.sleep(seconds)
    raise ValueError(f"after {seconds}")


async def gather():
    tell(await asyncio.gather(worker("a", 3, 1), worker("b", 1, 2), worker("c", 2, 3)))
    tell(await asyncio.gather(failing(1), worker("d", 2, 4), return_exceptions=True))


async def task_group():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(worker("never", 9))
            group.create_task(failing(2))
    except* ValueError as error:
        tell("group", error.exceptions)


async def timeouts():
    try:
        async with asyncio.timeout(2):
            await asyncio.sleep(5)
    except TimeoutError:
        tell("timed out")
    try:
        await asyncio.wait_for(worker("late", 5), 3)
    except TimeoutError:
        tell("waited long enough")
    tell(await asyncio.wait_for(worker("soon", 1, "ok"), 3))


async def semaphore():
    gate = asyncio.Semaphore(2)

    async def visit(name):
        async with gate:
            await asyncio.sleep(1)
            tell(name, "leaves")

    await asyncio.gather(*(visit(name) for name in "vwxyz"))


async def queue():
    items = asyncio.Queue(maxsize=1)

    async def produce():
        for number in range(3):
            await items.put(number)
            tell("put", number)
        items.shutdown() if hasattr(items, "shutdown") else await items.put(None)

    async def consume():
        while True:
            try:
                number = await items.get()
            except Exception as error:
                return tell(type(error).__name__)
            if number is None:
                return tell("QueueShutDown")
            await asyncio.sleep(1)
            tell("got", number)

    await asyncio.gather(produce(), consume())


async def event_and_condition():
    event, condition, box = asyncio.Event(), asyncio.Condition(), []

    async def waiter(name):
        await event.wait()
        tell(name, "woken")
        async with condition:
            await condition.wait_for(lambda: len(box) == 2)
            tell(name, box)

    waiters = [asyncio.create_task(waiter(name)) for name in "mn"]
    await asyncio.sleep(1)
    event.set()
    for number in range(2):
        await asyncio.sleep(1)
        async with condition:
            box.append(number)
            condition.notify_all()
    await asyncio.gather(*waiters)


async def barrier():
    meeting = asyncio.Barrier(3)

    async def come(seconds):
        await asyncio.sleep(seconds)
        place = await meeting.wait()
        return seconds, place

    tell(sorted(await asyncio.gather(come(1), come(3), come(2))))


async def cancelling():
    async def stubborn():
        try:
            await asyncio.sleep(9)
        except asyncio.CancelledError:
            tell("cancelled, cleans up")
            await asyncio.sleep(1)
            raise
        finally:
            tell("finally")

    task = asyncio.create_task(stubborn())
    await asyncio.sleep(1)
    tell(task.cancel("because"), task.cancelling())
    try:
        await task
    except asyncio.CancelledError as error:
        tell("over", task.cancelled(), error.args)
    inner = asyncio.create_task(worker("shielded", 2, "kept"))
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    outer.cancel()
    tell(await inner)


async def generators():
    async def numbers():
        try:
            for number in range(9):
                await asyncio.sleep(1)
                yield number
        finally:
            tell("generator closed")

    async for number in numbers():
        tell("number", number)
        if number == 1:
            break
    tell([number async for number in numbers() if number > 7])


async def contexts():
    name = contextvars.ContextVar("name", default="none")

    async def child(value):
        name.set(value)
        await asyncio.sleep(1)
        return name.get()

    tell(await asyncio.gather(child("p"), child("q")), name.get())


async def completing():
    for next_done in asyncio.as_completed([worker("r", 2, "R"), worker("s", 1, "S")]):
        tell(await next_done)
    tasks = {asyncio.create_task(worker(f"t{n}", n)) for n in (1, 2)}
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    tell(len(done), len(pending))
    done, pending = await asyncio.wait(pending)
    tell(len(done), len(pending))


async def ticks():
    async def ticker():
        for _ in range(3):
            tell("tick")
            await asyncio.sleep(1)

    task = asyncio.create_task(ticker())
    await asyncio.sleep(1.2)
    time.sleep(3)
    tell("blocked for three seconds")
    await task


for part in (
    gather, task_group, timeouts, semaphore, queue, event_and_condition, barrier, cancelling, generators, contexts,
    completing, ticks,
):  # fmt: skip
    print("--", part.__name__)
    with asyncio.Runner() as runner:
        loop_began = runner.get_loop().time()
        runner.run(part())
