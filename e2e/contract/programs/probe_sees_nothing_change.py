"""Tells what a program can see of asyncio and time: a probe may change none of it."""

import asyncio
import atexit
import time
from asyncio import base_events, events

WATCHED = [
    (base_events.BaseEventLoop, "__init__"),
    (base_events.BaseEventLoop, "create_task"),
    (base_events.BaseEventLoop, "call_soon"),
    (events.Handle, "_run"),
    (time, "sleep"),
]
for owner, name in WATCHED:
    found = getattr(owner, name)
    print(found.__name__, found.__qualname__, found.__module__, (found.__doc__ or "")[:40])


class Strange(asyncio.Task):
    pass


async def child(number):
    print("child", number, asyncio.current_task().get_name(), type(asyncio.current_task()).__name__)
    await asyncio.sleep(number)
    if number == 2:
        raise ValueError(number)
    return number


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.gather(*map(child, range(4)), return_exceptions=True))
    loop.set_task_factory(lambda loop, coro, **options: Strange(coro, loop=loop, **options))
    print(await asyncio.create_task(child(1), name="mine"))
    loop.set_task_factory(asyncio.eager_task_factory)
    before = asyncio.create_task(child(0))
    print("after the eager start")
    print(await before, len(asyncio.all_tasks()))
    loop.call_soon(print, "called soon")
    loop.call_soon_threadsafe(print, "called soon threadsafe")
    loop.call_later(1, print, "called later")
    await asyncio.sleep(2)
    print(loop.is_running(), loop.get_debug())
    lost = asyncio.create_task(child(2))
    await asyncio.sleep(3)
    del lost


asyncio.run(main())
before = time.monotonic()
time.sleep(1)
print(round(time.monotonic() - before))
atexit.register(print, "goodbye")
