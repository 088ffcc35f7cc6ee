"""Says who stands below a call, wherever Python itself makes calls of a program's."""

import asyncio
import gc
import inspect
import logging
import queue
import signal
import sys
import threading
import weakref


def say(what):
    print(what, [frame.function for frame in inspect.stack()][1:])


class Thing:
    value = property(lambda self: say("property"))

    def __del__(self):
        say("finaliser")

    def __enter__(self):
        say("enter")

    def __exit__(self, *_failure):
        say("exit")

    def __eq__(self, other):
        say("equal")
        return True

    def __hash__(self):
        return 1


class Meta(type):
    def __new__(cls, *parts):
        say("class")
        return super().__new__(cls, *parts)


class Handler(logging.Handler):
    def emit(self, record):
        say(f"log {record.funcName}")


class Line(queue.Queue):
    def _put(self, item):
        say("queue")


class Thread(threading.Thread):
    def run(self):
        say("thread")


def deep(rounds):
    return deep(rounds - 1) if rounds else len(inspect.stack())


def numbers():
    say("generator")
    yield 1


async def step(what):
    say(what)
    await asyncio.sleep(0)
    say(what)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(say, "soon")
    await step("await")
    loop.call_later(0.001, say, "later")
    await asyncio.sleep(0.01)
    await asyncio.create_task(step("task"))
    await asyncio.tasks._PyTask(step("task in Python"))
    async with asyncio.TaskGroup() as group:
        group.create_task(step("group"))
    await asyncio.wait_for(step("in time"), 1)
    future = loop.create_future()
    future.add_done_callback(lambda _future: say("done"))
    future.set_result(None)
    await asyncio.sleep(0)


# Collections come when they are asked for.
gc.disable()
say("module")
print(deep(20), sys._getframe().f_back)
with Thing() as _, Thing():
    Thing().value
{Thing(), Thing()}
circle = Thing()
circle.me = circle
del circle
gc.collect()
thing = numbers.__class__(numbers.__code__, globals())
watch = weakref.ref(thing, lambda _watch: say("weak reference"))
del thing
gc.callbacks.append(lambda phase, _info: phase == "start" and say("collection"))
gc.collect()
gc.callbacks.clear()
signal.signal(signal.SIGUSR1, lambda *_what: say("signal"))
signal.raise_signal(signal.SIGUSR1)
sorted([2], key=lambda _number: say("key"))
list(map(lambda _number: say("map"), [1]))
list(numbers())
exec("say('executed')")
eval("say('evaluated')")


class Made(metaclass=Meta):
    pass


logging.getLogger().addHandler(Handler())
logging.warning("once")
Line().put(1)
condition = threading.Condition()
with condition:
    condition.wait_for(lambda: say("condition") or True)
thread = Thread()
thread.start()
thread.join()
timer = threading.Timer(0.001, say, ["timer"])
timer.start()
timer.join()
asyncio.run(main())
