"""A thread sleeps for a hundredth of a second while another one does something else: when does it go on?"""

import asyncio
import queue
import threading
import time


def finish(done):
    time.sleep(0.01)
    done.append(time.perf_counter())


def beside(poll):
    done = []
    began = time.perf_counter()
    thread = threading.Thread(target=finish, args=(done,))
    thread.start()
    while not done:
        poll()
    thread.join()
    return round(done[0] - began, 4)


def nothing_there():
    try:
        items.get_nowait()
    except queue.Empty:
        pass


async def in_a_loop():
    done = []
    began = time.perf_counter()
    threading.Thread(target=finish, args=(done,)).start()
    while not done:
        await asyncio.sleep(0)
    return round(done[0] - began, 4)


lock = threading.Lock()
lock.acquire()
items = queue.SimpleQueue()
print(beside(lambda: time.sleep(0)))
print(beside(lambda: lock.acquire(False)))
print(beside(lambda: lock.acquire(timeout=1e-6)))
print(beside(nothing_there))
print(beside(time.monotonic))
print(beside(lambda: None))
# CPython switches threads every 5 ms at the latest.
print(asyncio.run(in_a_loop()) < 0.0155)
