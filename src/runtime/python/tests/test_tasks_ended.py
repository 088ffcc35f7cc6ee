"""The tasks probe on how tasks end: destroyed while they are pending, or cancelled, and by whom."""

import unittest

from faultline.report.facts import cancelled

from .driving import Run, run
from .stage import read_fact


def outcomes(result: Run) -> dict[str, str]:
    return {event.track: event.a for event in result.tape.events() if event.word == "close"}


def reasons(result: Run) -> dict[str, tuple[str, str | None]]:
    """Who cancelled tasks, by lane, with the line."""
    marks = [event for event in result.tape.events() if event.word == "mark"]
    return {mark.track: (mark.a, mark.place) for mark in marks if read_fact(mark.a)[0] == "cancelled"}


class Destroyed(unittest.TestCase):
    def test_a_task_that_nobody_holds_ends_when_it_is_collected(self) -> None:
        result = run("""
            import asyncio, gc
            async def letter(): await asyncio.get_running_loop().create_future()
            async def main():
                asyncio.get_running_loop().create_task(letter(), name="letter")
                await asyncio.sleep(1)
                gc.collect()
                await asyncio.sleep(1)
            asyncio.run(main())
        """)
        self.assertEqual(result.ending, {"kind": "finished"})
        self.assertIn("Task was destroyed but it is pending!", result.printed("stderr"))
        self.assertEqual(outcomes(result), {"letter letter": "destroyed", "Task-1 main": "done"})
        # Corrected there and then, and not with the next wait.
        events = result.tape.events()
        at = next(index for index, event in enumerate(events) if event.word == "close" and event.a == "destroyed")
        self.assertEqual((events[at - 1].word, events[at - 1].track), ("gauge", "in flight"))
        self.assertEqual(round(events[at].time / 1e6), 1)
        self.assertEqual(result.levels("in flight")[-1], 0)

    def test_so_does_one_that_sleeps_in_a_loop_that_was_closed(self) -> None:
        result = run("""
            import asyncio
            async def sleeper(): await asyncio.sleep(9)
            loop = asyncio.new_event_loop()
            task = loop.create_task(sleeper(), name="s")
            loop.run_until_complete(asyncio.sleep(0))
            loop.close()
            print(len(asyncio.all_tasks(loop)))
            del task, loop
        """)
        self.assertEqual(result.printed(), "1\n")
        self.assertEqual(outcomes(result)["s sleeper"], "destroyed")
        self.assertEqual(result.levels("in flight")[-1], 0)

    def test_and_one_that_is_left_when_the_program_is_over(self) -> None:
        result = run("""
            import asyncio
            async def sleeper(): await asyncio.sleep(9)
            loop = asyncio.new_event_loop()
            task = loop.create_task(sleeper(), name="s")
            loop.run_until_complete(asyncio.sleep(0))
        """)
        self.assertIn("Task was destroyed but it is pending!", result.printed("stderr"))
        self.assertEqual(outcomes(result)["s sleeper"], "destroyed")

    def test_a_task_that_ended_is_not_destroyed(self) -> None:
        result = run("""
            import asyncio
            async def quick(): return 1
            async def main():
                for _ in range(3): await asyncio.Task(quick())
            asyncio.run(main())
        """)
        self.assertEqual(set(outcomes(result).values()), {"done"})

    def test_a_task_that_failed_is_let_go_at_once(self) -> None:
        """Its exception's traceback leads to the frames that ran it, and those must not lead back to the task."""
        result = run("""
            import asyncio, gc
            gc.disable()
            async def fails(): 1 / 0
            async def main():
                loop = asyncio.get_running_loop()
                loop.set_exception_handler(lambda loop, context: print(context["message"]))
                asyncio.Task(fails())
                await asyncio.sleep(0)
                asyncio.tasks._PyTask(fails(), loop=loop)
                await asyncio.sleep(0)
                asyncio.Task(fails(), loop=loop, eager_start=True)
                print("after")
            asyncio.run(main())
        """)
        said = "Task exception was never retrieved\n"
        self.assertEqual(result.printed(), f"{said * 3}after\n")

    def test_what_a_program_catches_is_let_go_too(self) -> None:
        result = run("""
            import asyncio, gc, time, weakref
            gc.disable()
            class Thing: pass
            def caught(call):
                thing = Thing()
                try: call()
                except Exception: return weakref.ref(thing)
            async def main():
                made, slept = caught(lambda: asyncio.Task(1))(), caught(lambda: time.sleep(-1))()
                print(made, slept, caught(lambda: time.sleep("a"))())
            asyncio.run(main())
        """)
        self.assertEqual(result.printed(), "None None None\n")

    def test_what_is_no_task_is_told_as_python_tells_it(self) -> None:
        result = run("""
            import asyncio
            async def never(): pass
            async def numbers():
                try: yield 1
                finally: print("closed")
            async def main():
                never()
                asyncio.get_running_loop().create_future()
                async for number in numbers(): break
                await asyncio.sleep(0)
            asyncio.run(main())
        """)
        self.assertEqual(result.printed(), "closed\n")
        self.assertIn("coroutine 'never' was never awaited", result.printed("stderr"))
        self.assertEqual(set(outcomes(result).values()), {"done"})


class WhyCancelled(unittest.TestCase):
    def test_by_the_end_of_the_loop_or_by_the_program(self) -> None:
        result = run("""
            import asyncio
            async def sleeps(): await asyncio.sleep(9)
            async def main():
                make = asyncio.get_running_loop().create_task
                kept = [make(sleeps(), name=name) for name in "abc"]
                await asyncio.sleep(1)
                kept[1].cancel()
                kept[2].get_loop().call_soon(kept[2].cancel)
                await asyncio.sleep(1)
            asyncio.run(main())
        """)
        self.assertEqual(
            reasons(result),
            {
                "a sleeps": (cancelled("run over", None), None),
                "b sleeps": (cancelled("task", "Task-1 main"), "main.py:8"),
                "c sleeps": (cancelled("callback", None), None),
            },
        )

    def test_by_a_runner_a_group_and_a_timeout(self) -> None:
        result = run("""
            import asyncio
            async def sleeps(): await asyncio.sleep(9)
            async def fails():
                await asyncio.sleep(1)
                raise ValueError
            async def grouped():
                async with asyncio.TaskGroup() as group:
                    group.create_task(sleeps(), name="g")
                    group.create_task(fails(), name="f")
            async def limited():
                async with asyncio.timeout(1): await asyncio.get_running_loop().create_task(sleeps(), name="t")
            async def main():
                await asyncio.gather(grouped(), limited(), return_exceptions=True)
                asyncio.get_running_loop().create_task(sleeps(), name="r")
            with asyncio.Runner() as runner: runner.run(main())
        """)
        self.assertEqual(result.ending, {"kind": "finished"})
        found = {name: why for name, (why, _) in reasons(result).items()}
        self.assertIn(cancelled("task group", None), found.values())
        kind, by, task = read_fact(found["t sleeps"])
        self.assertEqual((kind, by), ("cancelled", "waiter"))
        self.assertRegex(task or "", r"^Task-\d+ limited$")
        self.assertEqual(found["r sleeps"], cancelled("runner closed", None))

    def test_itself_and_through_a_gather(self) -> None:
        result = run("""
            import asyncio
            async def sleeps(): await asyncio.sleep(9)
            async def suicidal():
                asyncio.current_task().cancel()
                await asyncio.sleep(9)
            async def raises(): raise asyncio.CancelledError
            async def gathers(): await asyncio.gather(sleeps())
            async def main():
                make = asyncio.get_running_loop().create_task
                tasks = [make(suicidal(), name="a"), make(raises(), name="b"), make(gathers(), name="c")]
                await asyncio.sleep(1)
                tasks[2].cancel()
                await asyncio.wait(tasks)
            asyncio.run(main())
        """)
        found = reasons(result)
        self.assertEqual(found["a suicidal"], (cancelled("itself", None), "main.py:5"))
        self.assertEqual(found["b raises"], (cancelled("unasked", None), None))
        self.assertEqual(found["c gathers"], (cancelled("task", "Task-1 main"), "main.py:13"))
        self.assertIn((cancelled("waiter", "c gathers"), None), found.values())


if __name__ == "__main__":
    unittest.main()
