"""Steps of tasks that native code reports are reported as Python does it."""

import asyncio
import struct
import unittest
from asyncio import events
from types import FunctionType
from typing import Any

from .driving import run
from .stage import ON_IMAGE

# With a schedule the clock counts steps, and all is reported in Python.
IN_PYTHON = {"model": "before310", "strategy": {"kind": "round-robin", "every": 10**9}, "check": None}

PROGRAMS = {
    "steps in coroutines within coroutines": """
        async def inner(): await asyncio.sleep(0)
        async def outer():
            for _ in range(3): await inner()
            await asyncio.sleep(1)
            await asyncio.sleep(0)
        async def main(): await asyncio.gather(outer(), outer())
        """,
    "steps in generators of two kinds": """
        import types
        @types.coroutine
        def bare(): yield
        async def numbers():
            for number in range(3):
                await bare()
                yield number
        async def main():
            async for _ in numbers(): await bare()
        """,
    "tasks that are made, fail and are cancelled in the midst of a step": """
        async def work(number):
            await asyncio.sleep(0)
            if number == 1: raise LookupError
            await asyncio.sleep(number)
        async def main():
            tasks = []
            for number in range(3):
                await asyncio.sleep(0)
                tasks.append(asyncio.create_task(work(number)))
            await asyncio.sleep(0)
            tasks[2].cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        """,
    "a step that holds the loop and asks for another": """
        import time
        async def main():
            await asyncio.sleep(0)
            time.sleep(0.3)
            await asyncio.sleep(0)
            await asyncio.sleep(0)
        """,
    "callbacks that are none of a task": """
        async def main():
            loop = asyncio.get_running_loop()
            for _ in range(3):
                loop.call_soon(print, "called")
                await asyncio.sleep(0)
            future = loop.create_future()
            loop.call_soon(future.set_result, None)
            await future
        """,
    "tasks written in Python": """
        async def step():
            for _ in range(3): await asyncio.sleep(0)
        async def main():
            made = lambda loop, coroutine, **more: asyncio.tasks._PyTask(coroutine, loop=loop)
            asyncio.get_running_loop().set_task_factory(made)
            await asyncio.gather(step(), step())
        """,
}


class Alike(unittest.TestCase):
    def test_whoever_reports_a_step(self) -> None:
        for what, source in PROGRAMS.items():
            with self.subTest(what):
                program = f"import asyncio\n{source.replace(chr(10) + '        ', chr(10))}\nasyncio.run(main())"
                natively, in_python = run(program, realTime=True), run(program, schedule=IN_PYTHON)
                self.assertEqual(natively.ending, {"kind": "finished"})
                self.assertEqual([natively.faults, in_python.faults], [[], []])
                self.assertNotEqual(natively.lanes(), [])
                for lane in natively.lanes():
                    self.assertEqual(natively.tape.of(lane), in_python.tape.of(lane))


class Watched(unittest.TestCase):
    def test_functions_stay_what_they_are(self) -> None:
        result = run(
            """
            import asyncio, inspect
            from asyncio import BaseEventLoop, Handle
            for one in (BaseEventLoop.call_soon, Handle._run): print(one.__qualname__, inspect.signature(one))
            async def main():
                for _ in range(3): await asyncio.sleep(0)
                try:
                    asyncio.get_running_loop().call_soon()
                except TypeError as error:
                    print(error)
            asyncio.run(main())
            """,
            realTime=True,
        )
        self.assertEqual(
            result.printed(),
            "BaseEventLoop.call_soon (self, callback, *args, context=None)\n"
            "Handle._run (self)\n"
            "BaseEventLoop.call_soon() missing 1 required positional argument: 'callback'\n",
        )

    def test_a_probe_that_fails_in_a_step_reports_no_more(self) -> None:
        for ours in ("held.HeldLoop._report", "in_flight.InFlight._expire"):
            with self.subTest(ours):
                module, _, name = ours.partition(".")
                result = run(
                    f"""
                    import asyncio, time
                    from faultline.probes.tasks import {module}
                    {module}.{name} = lambda *_: 1 / 0
                    async def work():
                        await asyncio.sleep(0.01)
                        for _ in range(5): await asyncio.sleep(0)
                        time.sleep(0.3)
                        await asyncio.sleep(0)
                        return 5
                    async def main(): print(await asyncio.gather(work(), work()))
                    asyncio.run(main())
                    """,
                    realTime=True,
                )
                self.assertEqual(result.printed(), "[5, 5]\n")
                self.assertEqual(result.ending, {"kind": "finished"})
                self.assertEqual([fault["part"] for fault in result.faults], ["tasks"])


@unittest.skipUnless(ON_IMAGE, "layouts are those of 32 bits")
class Layouts(unittest.TestCase):
    """What `native/task-steps.ts` takes to be where."""

    def words(self, thing: object, offset: int, count: int = 1) -> list[int]:
        import ctypes

        return list(struct.unpack(f"<{count}I", ctypes.string_at(id(thing) + offset, 4 * count)))

    def test_of_a_coroutine(self) -> None:
        async def waits() -> None:
            await asyncio.sleep(1)

        coroutine = waits()
        frame = coroutine.cr_frame
        [code] = self.words(coroutine, 36)
        self.assertEqual(code & ~3, id(coroutine.cr_code))
        self.assertEqual(self.words(coroutine, 36 + 24), [id(frame)])
        state = lambda: self.words(coroutine, 32)[0] >> 24
        self.assertGreater(state(), 127)
        coroutine.close()
        self.assertIn(state(), range(1, 128))

    def test_of_a_step_of_a_task(self) -> None:
        given: list[Any] = []

        class Loop(asyncio.BaseEventLoop):
            def call_soon(self, callback: Any, *args: Any, context: Any = None) -> Any:
                given.append(callback)

        async def nothing() -> None:
            pass

        loop, running = Loop(), events._get_running_loop()
        task = loop.create_task(nothing())
        self.assertEqual(self.words(given[0], 8), [id(task)])
        events._set_running_loop(loop)
        given[0]()
        events._set_running_loop(running)
        self.assertTrue(task.done())
        loop.close()

    def test_of_lists_and_dictionaries(self) -> None:
        self.assertEqual([self.words([1, 2, 3], 8), self.words({"a": 1, "b": 2}, 8)], [[3], [2]])

    def test_of_what_a_function_is_called_by(self) -> None:
        functions = (asyncio.BaseEventLoop.call_soon, events.Handle._run, self.words)
        called_by = {self.words(getattr(one, "__func__", one), 68)[0] for one in functions}
        self.assertEqual(len(called_by), 1)
        self.assertIsInstance(functions[0], FunctionType)


if __name__ == "__main__":
    unittest.main()
