"""A tour of what each thread has of its own, and of late ends. CPython prints the same lines."""

import asyncio
import decimal
import functools
import gc
import os
import sys
import threading
import time
import weakref
from concurrent.futures import ThreadPoolExecutor
from threading import Thread


def together(*functions):
    threads = [Thread(target=function) for function in functions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def error_of(function, *args):
    try:
        return function(*args)
    except BaseException as error:
        return f"{type(error).__name__}: {error}"


def exceptions_of_each():
    out = []

    def work(n):
        try:
            raise ValueError(n)
        except ValueError:
            time.sleep(0.01)
            out.append((n, sys.exception().args))
            try:
                raise KeyError(n)
            except KeyError as error:
                time.sleep(0.01)
                out.append((n, error.__context__.args))
        out.append((n, sys.exception()))

    together(*(functools.partial(work, n) for n in range(3)))
    print(sorted(out, key=repr))


def contexts_of_decimal():
    out = []

    def work(n):
        decimal.getcontext().prec = n + 3
        time.sleep(0.01)
        out.append(str(decimal.Decimal(1) / 3))

    together(*(functools.partial(work, n) for n in range(3)))
    print(sorted(out), decimal.getcontext().prec)


def garbage():
    class Thing:
        pass

    things = weakref.WeakValueDictionary()

    def work(n):
        for i in range(50):
            thing = Thing()
            thing.itself = thing
            things[n, i] = thing

    together(*(functools.partial(work, n) for n in range(3)))
    gc.collect()
    print(len(things))


def changed_while_iterating():
    numbers, seen = {n: n for n in range(9)}, []

    def walk():
        for _ in numbers:
            time.sleep(0.01)

    def change():
        time.sleep(0.02)
        numbers["more"] = 1

    together(lambda: seen.append(error_of(walk)), change)
    print(seen)


def exits_in_threads():
    together(lambda: sys.exit("not heard"))
    together(lambda: error_of(sys.exit, 3))
    print("goes on")


def pool_in_a_loop():
    async def main():
        loop = asyncio.get_running_loop()
        with ThreadPoolExecutor(2) as pool:
            print(await asyncio.gather(*(loop.run_in_executor(pool, pow, n, 2) for n in range(4))))
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(asyncio.to_thread(time.sleep, 0.01)) for _ in range(3)]
        print([task.result() for task in tasks])

    asyncio.run(main())


def imports_in_threads():
    seen = []

    def work():
        import colorsys
        import json.tool

        seen.append((colorsys.__name__, json.tool.__name__))

    together(work, work, work)
    print(seen)


def held_by_daemons():
    lock = threading.Lock()
    lock.acquire()
    Thread(target=lock.acquire, daemon=True).start()
    print(lock.locked(), threading.active_count() > 1)


def sleepers():
    began = time.monotonic()
    together(*[lambda: time.sleep(0.4)] * 20)
    print(0.39 < time.monotonic() - began < 0.8)


def files():
    def write(n):
        with open(f"part{n}.txt", "w") as file:
            file.write(str(n))

    together(*(functools.partial(write, n) for n in range(3)))
    print(sorted(open(f"part{n}.txt").read() for n in range(3)))
    for n in range(3):
        os.remove(f"part{n}.txt")


for part in (exceptions_of_each, contexts_of_decimal, garbage, changed_while_iterating, exits_in_threads, pool_in_a_loop, imports_in_threads, sleepers, files, held_by_daemons):
    print(f"-- {part.__name__}")
    part()
