"""Calls what is watched in ways that nobody should, and says what came of it."""

import asyncio
import sys
import time


class Told(float):
    def __format__(self, how):
        print("format is called")
        return "told"


class OddTask(asyncio.Task):
    def get_coro(self):
        print("get_coro is called")
        return super().get_coro()

    def __eq__(self, other):
        raise RuntimeError("compared")

    __hash__ = asyncio.Task.__hash__


def tries(what, *args):
    try:
        print(what(*args))
    except Exception as error:
        print(type(error).__name__)


async def stage(number):
    if number:
        await asyncio.create_task(stage(number - 1))
    else:
        await asyncio.sleep(60)


async def waits():
    await asyncio.sleep(60)


async def main():
    try:
        await asyncio.wait_for(stage(500), 0.01)
    except TimeoutError:
        print("timed out")
    task = asyncio.create_task(waits())
    await asyncio.sleep(0)
    tries(task.cancel, 1, 2)
    tries(asyncio.Task.cancel)
    tries(asyncio.Task.cancel, 3)
    tries(time.sleep)
    tries(time.sleep, "long")
    tries(asyncio.Handle._run)
    tries(time.sleep, Told(0))
    await asyncio.create_task(asyncio.sleep(Told(0.001)))
    odd = OddTask(waits(), loop=asyncio.get_running_loop())
    await asyncio.sleep(0)
    print(odd.cancel("enough"), task.cancel())
    await asyncio.sleep(0)
    print(odd.cancelled(), task.cancelled())
    print([sys._getframemodulename(depth) for depth in range(4)])


asyncio.run(main())
