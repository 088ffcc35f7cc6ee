"""A tour of asyncio among threads. CPython prints the same lines."""

import asyncio
import contextvars
import threading
import time
from concurrent.futures import ThreadPoolExecutor

variable = contextvars.ContextVar("variable", default="default")


def since(start):
    """Tenths of a second, so that a slow machine tells the same."""
    return round((time.monotonic() - start) * 10)


def slow(seconds, result=None):
    time.sleep(seconds / 10)
    return result


def fail():
    raise OSError("in a thread")


async def to_thread():
    start = time.monotonic()
    print(await asyncio.gather(*(asyncio.to_thread(slow, 2, n) for n in range(4))), since(start))
    variable.set("of the task")
    print(await asyncio.to_thread(variable.get))
    try:
        await asyncio.to_thread(fail)
    except OSError as error:
        print(error)
    print(await asyncio.to_thread(lambda: threading.current_thread() is threading.main_thread()))


async def in_executor():
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, slow, 1, "default"))
    with ThreadPoolExecutor(2) as pool:
        start = time.monotonic()
        print(await asyncio.gather(*(loop.run_in_executor(pool, slow, 1, n) for n in range(4))), since(start))
    try:
        await asyncio.wait_for(loop.run_in_executor(None, slow, 4), 0.1)
    except TimeoutError:
        print("timed out")


async def keeps_ticking():
    """The loop goes on while threads work."""
    ticks = 0

    async def tick():
        nonlocal ticks
        while True:
            await asyncio.sleep(0.05)
            ticks += 1

    ticking = asyncio.create_task(tick())
    await asyncio.to_thread(slow, 4)
    ticking.cancel()
    print("ticks", ticks >= 6)


async def from_threads():
    loop = asyncio.get_running_loop()
    future, seen = loop.create_future(), []

    def call():
        loop.call_soon_threadsafe(seen.append, "called")
        loop.call_soon_threadsafe(future.set_result, "told by a thread")

    thread = threading.Thread(target=call)
    thread.start()
    print(await future, seen)
    thread.join()

    async def answer(n):
        await asyncio.sleep(0.1)
        if n < 0:
            raise ValueError("negative")
        return n * 2

    def ask(n):
        return asyncio.run_coroutine_threadsafe(answer(n), loop).result(9)

    print(await asyncio.to_thread(ask, 21))
    try:
        await asyncio.to_thread(ask, -1)
    except ValueError as error:
        print(error)

    def give_up():
        asked = asyncio.run_coroutine_threadsafe(asyncio.sleep(60), loop)
        try:
            asked.result(0.1)
        except TimeoutError:
            return asked.cancel()

    print(await asyncio.to_thread(give_up))


def two_loops():
    out, loops = [], []

    async def work(name):
        loops.append(asyncio.get_running_loop())
        for n in range(3):
            await asyncio.sleep(0.1)
            out.append(f"{name}{n}")

    start = time.monotonic()
    threads = [threading.Thread(target=asyncio.run, args=(work(name),)) for name in "ab"]
    for thread in threads:
        thread.start()
    asyncio.run(work("m"))
    for thread in threads:
        thread.join()
    print(sorted(out), len(set(map(id, loops))), since(start))


def no_loop():
    seen = []

    def look():
        for ask in (asyncio.get_running_loop, asyncio.get_event_loop):
            try:
                ask()
            except RuntimeError as error:
                seen.append(str(error).replace("Thread-", "").split("'")[0])

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    print(seen)


async def queue_between():
    """Threads give, a task takes."""
    loop, shared = asyncio.get_running_loop(), asyncio.Queue()

    def give(name):
        for n in range(3):
            time.sleep(0.02)
            asyncio.run_coroutine_threadsafe(shared.put((name, n)), loop).result()

    givers = [asyncio.to_thread(give, name) for name in "xyz"]
    giving = asyncio.gather(*givers)
    got = [await shared.get() for _ in range(9)]
    await giving
    print(sorted(got))


def run_forever():
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    print(asyncio.run_coroutine_threadsafe(asyncio.sleep(0.1, "done"), loop).result())
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()
    try:
        loop.call_soon_threadsafe(print)
    except RuntimeError as error:
        print(error)


for part in (to_thread, in_executor, keeps_ticking, from_threads, two_loops, no_loop, queue_between, run_forever):
    print(f"-- {part.__name__}")
    asyncio.run(part()) if asyncio.iscoroutinefunction(part) else part()
