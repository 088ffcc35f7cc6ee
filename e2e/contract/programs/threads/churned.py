"""Everything whose order could depend on where objects lie in memory, or on real time."""

import asyncio
import queue
import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed, wait

shared = {"n": 0}
lock = threading.Lock()


class Item:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        shared["n"] += 1


def work(n):
    for i in range(5):
        Item(i)
        shared["n"] += 1
        with lock:
            shared[n] = shared.get(n, 0) + i
        time.sleep(random.random() / 100)
    return n


def pools():
    with ThreadPoolExecutor(3) as pool:
        futures = {pool.submit(work, n) for n in range(6)}
        print([future.result() for future in as_completed(futures)])
        print(sorted(future.result() for future in wait(futures).done))
        print([future.result() for future in futures])


def sets_of_threads():
    threads = {threading.Thread(target=work, args=(n,), name=f"t{n}") for n in range(6)}
    for thread in threads:
        thread.start()
    print([thread.name for thread in threads])
    for thread in threads:
        thread.join()
    print(hash(next(iter(threads))), threading.get_ident(), repr(threading.current_thread()))


async def tasks():
    async def job(n):
        await asyncio.sleep(random.random())
        if n == 4:
            raise ValueError(n)
        return await asyncio.to_thread(work, n)

    try:
        async with asyncio.TaskGroup() as group:
            running = {group.create_task(job(n)) for n in range(6)}
    except* ValueError as errors:
        print(errors.exceptions)
    print([(task.get_name(), task.cancelled()) for task in running])
    for done in asyncio.as_completed([job(n) for n in range(3)]):
        print(await done)


def queues():
    items = queue.Queue(2)
    threads = [threading.Thread(target=lambda n=n: items.put(n)) for n in range(5)]
    for thread in threads:
        thread.start()
    print([items.get() for _ in threads])


print(time.time(), time.monotonic(), time.perf_counter(), random.random(), hash("text"))
pools()
sets_of_threads()
asyncio.run(tasks())
queues()
print(shared, time.time())
