"""Watching changes nothing: what a program prints and makes is the same with the tasks probe and without."""

import unittest
from typing import ClassVar

from faultline.report.tracebacks import OURS

from .driving import run


class NothingChanges(unittest.TestCase):
    """The probe must not be felt: same output with and without it."""

    PROGRAMS: ClassVar = {
        "exception never retrieved": """
            import asyncio
            async def fails(): raise ValueError("lost")
            async def main():
                asyncio.create_task(fails())
                await asyncio.sleep(1)
            asyncio.run(main())
        """,
        "task that nobody keeps": """
            import asyncio, gc
            async def waits(): await asyncio.get_running_loop().create_future()
            async def main():
                asyncio.create_task(waits())
                await asyncio.sleep(1)
                gc.collect()
                print(len(asyncio.all_tasks()))
            asyncio.run(main())
        """,
        "own task factory": """
            import asyncio
            def factory(loop, coro, **kwargs):
                print("made", coro.__name__)
                return asyncio.Task(coro, loop=loop, **kwargs)
            async def child(): return 1
            async def main():
                asyncio.get_running_loop().set_task_factory(factory)
                print(await asyncio.create_task(child()))
            asyncio.run(main())
        """,
        "debug mode": """
            import asyncio, time
            async def main(): time.sleep(0.5)
            asyncio.run(main(), debug=True)
        """,
    }

    def test_output_is_the_same_with_and_without(self) -> None:
        for name, source in self.PROGRAMS.items():
            with self.subTest(name):
                watched, alone = run(source), run(source, probes=())
                self.assertEqual(watched.printed(), alone.printed())
                self.assertEqual(watched.printed("stderr").count("\n"), alone.printed("stderr").count("\n"))
                self.assertTrue(watched.printed() + watched.printed("stderr"))

    def test_debug_mode_prints_nothing_of_ours(self) -> None:
        result = run("""
            import asyncio, time
            async def slow(): time.sleep(0.5)
            async def main(): await asyncio.get_running_loop().create_task(slow())
            asyncio.run(main(), debug=True)
        """)
        self.assertIn("created at", result.printed("stderr"))
        self.assertNotIn(OURS, result.printed("stderr"))

    def test_a_callable_of_the_programs_own_is_not_looked_into(self) -> None:
        result = run("""
            import asyncio
            class Callback:
                def __call__(self): print("called")
                def __getattr__(self, name): raise RuntimeError(name)
            async def main():
                asyncio.get_running_loop().call_soon(Callback())
                await asyncio.sleep(0)
            asyncio.run(main())
        """)
        self.assertEqual(result.printed(), "called\n")

    def test_eager_tasks_are_seen(self) -> None:
        result = run("""
            import asyncio
            async def child(): await asyncio.sleep(1)
            async def main():
                asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
                await asyncio.create_task(child(), name="eager")
            asyncio.run(main())
        """)
        self.assertIn(("close", "done", 1), result.tape.of("eager child"))


if __name__ == "__main__":
    unittest.main()
