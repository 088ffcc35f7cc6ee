"""The tasks probe sees tasks however they are made; and what programs see of tasks is what CPython shows."""

import unittest

from .driving import Run, run

SLEEPER = """
import asyncio, sys

async def sleeper(seconds):
    await asyncio.sleep(seconds)
    return seconds

class Own(asyncio.Task):
    pass

class OwnPython(asyncio.tasks._PyTask):
    pass
"""


def made(how: str) -> Run:
    """Three sleepers, made as `how` says, beside `main`."""
    return run(f"""{SLEEPER}
async def main():
    loop = asyncio.get_running_loop()
    tasks = [{how} for seconds in (3, 1, 2)]
    print([await first for first in asyncio.as_completed(tasks)])
asyncio.run(main())
""")


class EveryWay(unittest.TestCase):
    def test_each_is_a_lane_that_waits_and_ends(self) -> None:
        for how in (
            "asyncio.Task(sleeper(seconds))",
            "asyncio.Task(sleeper(seconds), loop=loop)",
            "asyncio.tasks.Task(sleeper(seconds), name=f's{seconds}')",
            "Own(sleeper(seconds))",
            "OwnPython(sleeper(seconds), loop=loop)",
            "asyncio.tasks._PyTask(sleeper(seconds), loop=loop)",
            "asyncio.ensure_future(sleeper(seconds))",
            "loop.create_task(sleeper(seconds))",
        ):
            with self.subTest(how):
                result = made(how)
                self.assertEqual(result.ending, {"kind": "finished"})
                self.assertEqual(result.printed(), "[1, 2, 3]\n")
                self.assertEqual(len(result.lanes()), 4)
                self.assertEqual(max(result.levels("in flight")), 3)
                for lane in result.lanes()[1:]:
                    states = [a for word, a, _ in result.tape.of(lane) if word in ("state", "close")]
                    self.assertEqual(states, ["ready", "running", "waiting", "ready", "running", "done"])

    def test_factories(self) -> None:
        for factory in (
            "lambda loop, coro, **options: Own(coro, loop=loop, **options)",
            "lambda loop, coro, **options: OwnPython(coro, loop=loop, **options)",
        ):
            with self.subTest(factory):
                result = run(f"""{SLEEPER}
async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory({factory})
    await asyncio.gather(*(sleeper(1) for _ in range(3)), loop.create_task(sleeper(1)))
asyncio.run(main())
""")
                self.assertEqual(result.ending, {"kind": "finished"})
                self.assertEqual(len(result.lanes()), 5)
                self.assertEqual(max(result.levels("in flight")), 4)

    def test_methods_of_a_task_that_are_called_soon_are_no_steps(self) -> None:
        result = run(f"""{SLEEPER}
class Loud(asyncio.Task):
    def shout(self): print(self.get_name())
async def main():
    task = Loud(sleeper(1), name="loud")
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_soon(task.shout)
    await task
asyncio.run(main())
""")
        self.assertEqual(result.printed(), "loud\n")
        states = [a for word, a, _ in result.tape.of("loud sleeper") if word == "state"]
        self.assertEqual(states, ["ready", "running", "waiting", "ready", "running"])


class WhatProgramsSee(unittest.TestCase):
    def test_types_names_and_looks_are_asyncios(self) -> None:
        result = run(f"""{SLEEPER}
async def main():
    loop = asyncio.get_running_loop()
    task, direct, future = asyncio.create_task(sleeper(1)), asyncio.Task(sleeper(1)), loop.create_future()
    gathered = asyncio.gather(task)
    print(type(task) is asyncio.Task is asyncio.tasks.Task, type(direct) is asyncio.Task)
    print(type(future) is asyncio.Future is asyncio.futures.Future, isinstance(task, asyncio.Future))
    print(issubclass(asyncio.Task, asyncio.Future), isinstance(gathered, asyncio.Future), asyncio.isfuture(task))
    print(asyncio.Task, asyncio.Future, type(gathered).__name__, asyncio.Task[int])
    print(asyncio.current_task().get_name(), task.get_name(), direct.get_name(), Own(sleeper(0)).get_name())
    print(repr(task)[:40], {{future}})
    import inspect
    print(str(inspect.signature(asyncio.Task)).startswith("(coro, *, loop=None, name=None, context=None"))
    try: asyncio.Task(1)
    except TypeError as error: print(error)
    print(asyncio.Task(sleeper(0)).get_name())
    try: hash(type("Unhashable", (asyncio.Task,), {{"__hash__": None}})(sleeper(0)))
    except TypeError as error: print(error)
    await asyncio.gather(task, direct)
asyncio.run(main())
""")
        self.assertEqual(result.ending, {"kind": "finished"})
        self.assertEqual(
            result.printed().splitlines(),
            [
                "True True",
                "True True",
                "True True True",
                "<class '_asyncio.Task'> <class '_asyncio.Future'> _GatheringFuture _asyncio.Task[int]",
                "Task-1 Task-2 Task-3 Task-4",
                "<Task pending name='Task-2' coro=<sleepe {<Future pending>}",
                "True",
                "a coroutine was expected, got 1",
                "Task-5",
                "unhashable type: 'Unhashable'",
            ],
        )


if __name__ == "__main__":
    unittest.main()
