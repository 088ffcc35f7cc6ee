"""Goes through its own stack in every way there is, wherever code of a program may run."""

import asyncio
import atexit
import inspect
import logging
import sys
import threading
import time
import traceback
import warnings
from concurrent.futures import ThreadPoolExecutor

found = set()


def note(frames):
    found.update(frame.f_code.co_filename for frame in frames)


def outwards(frame):
    while frame is not None:
        yield frame
        frame = frame.f_back


def at_depth(depth):
    try:
        return [sys._getframe(depth)]
    except ValueError:
        return []


def numbers():
    yield len(list(outwards(sys._getframe())))


def look():
    note(one.frame for one in inspect.stack())
    note(outwards(inspect.currentframe()))
    note(frame for depth in range(25) for frame in at_depth(depth))
    note(frame for frame, _ in traceback.walk_stack(None))
    for frame in sys._current_frames().values():
        note(outwards(frame))
    assert next(numbers()) == len(inspect.stack()) + 1
    assert sys._current_exceptions().keys() == sys._current_frames().keys()
    try:
        threading.Lock().release()
    except RuntimeError as error:
        step, steps = error.__traceback__, 0
        while step:
            steps, step = steps + 1, step.tb_next
        assert steps == 1
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        for level in (1, 2, 50):
            warnings.warn("once", stacklevel=level)
    found.update(one.filename for one in told)


class Thing:
    def __init__(self):
        look()

    def __del__(self):
        look()


class Handler(logging.Handler):
    def emit(self, record):
        look()
        found.add(record.pathname)


async def task():
    look()
    await asyncio.sleep(0)
    look()
    note(asyncio.current_task().get_stack())
    if hasattr(asyncio, "capture_call_graph"):
        note(entry.frame for entry in asyncio.capture_call_graph().call_stack)
    return await asyncio.to_thread(time.sleep, 0.001)


async def main():
    asyncio.get_running_loop().call_soon(look)
    await asyncio.gather(task(), asyncio.create_task(task()))


print("main", [one.function for one in inspect.stack()], sys._getframe().f_back)
look()
thread = threading.Thread(target=lambda: print("thread", [one.function for one in inspect.stack()][1:]))
thread.start()
thread.join()
timer = threading.Timer(0.001, look)
timer.start()
timer.join()
with ThreadPoolExecutor(2) as pool:
    pool.submit(look).result()
    list(pool.map(lambda _: look(), range(2)))
lock = threading.Lock()


def wait():
    with lock:
        look()


with lock:
    thread = threading.Thread(target=wait)
    thread.start()
    time.sleep(0.001)
    print("waits", sys._current_frames()[thread.ident].f_code.co_name, len(sys._current_frames()))
thread.join()
logging.getLogger().addHandler(Handler())
logging.warning("once", stacklevel=2)
Thing()
sys.settrace(lambda frame, *_: note(outwards(inspect.currentframe())))
next(numbers())
sys.settrace(None)
asyncio.run(main())
atexit.register(lambda: print("ours", [one for one in found if "faultline/" in one]))
atexit.register(look)
last = Thing()
