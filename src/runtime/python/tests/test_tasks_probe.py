"""The tasks probe on real asyncio: lanes, states, loops, requests in flight, steps that hold the loop."""

import unittest

from faultline.report import facts

from .driving import run

FETCH = """
import asyncio, time

async def fetch():
    await asyncio.sleep(1)
    return "Data"
"""


GATHER = """
async def main(): await asyncio.gather(*[fetch() for _ in range(10)])
asyncio.run(main())
"""


class OneAfterAnother(unittest.TestCase):
    def test_ten_runs_build_ten_loops_and_never_overlap(self) -> None:
        result = run(FETCH + "print([asyncio.run(fetch()) for _ in range(10)])")
        self.assertEqual(result.ending, {"kind": "finished"})
        self.assertEqual(result.total("event loops"), 10)
        self.assertEqual(max(result.levels("in flight")), 1)
        # Each run adds two tasks of its own, which are not drawn.
        self.assertEqual(result.lanes(), [f"Task-{number} fetch" for number in range(1, 30, 3)])
        self.assertEqual(round(result.time, 3), 10)

    def test_awaiting_in_a_loop_is_one_at_a_time_on_one_loop(self) -> None:
        result = run(FETCH + "async def main():\n    for _ in range(3): await fetch()\nasyncio.run(main())")
        self.assertEqual(result.total("event loops"), 1)
        self.assertEqual(max(result.levels("in flight")), 1)
        self.assertEqual(round(result.time, 3), 3)


class Together(unittest.TestCase):
    def test_gather_overlaps(self) -> None:
        result = run(FETCH + GATHER)
        self.assertEqual(max(result.levels("in flight")), 10)
        self.assertEqual(result.levels("in flight")[-1], 0)
        self.assertEqual(len(result.lanes()), 11)
        self.assertEqual(round(result.time, 3), 1)

    def test_waiting_for_one_another_is_not_in_flight(self) -> None:
        result = run("""
            import asyncio
            async def work(gate, queue):
                await gate.wait()
                await queue.get()
            async def main():
                gate, queue = asyncio.Event(), asyncio.Queue()
                async with asyncio.TaskGroup() as group:
                    for _ in range(5): group.create_task(work(gate, queue))
                    await asyncio.sleep(1)
                    gate.set()
                    await asyncio.sleep(1)
                    for _ in range(5): queue.put_nowait(1)
            asyncio.run(main())
        """)
        self.assertEqual(result.ending, {"kind": "finished"})
        self.assertEqual(max(result.levels("in flight")), 1)

    def test_a_semaphore_limits_what_is_in_flight(self) -> None:
        result = run("""
            import asyncio
            async def fetch(limit):
                async with limit:
                    await asyncio.sleep(1)
            async def main():
                limit = asyncio.Semaphore(3)
                await asyncio.gather(*[fetch(limit) for _ in range(9)])
            asyncio.run(main())
        """)
        self.assertEqual(max(result.levels("in flight")), 3)
        self.assertEqual(round(result.time, 3), 3)


class Blocking(unittest.TestCase):
    def test_a_blocking_call_holds_the_loop_and_nothing_overlaps(self) -> None:
        result = run(FETCH.replace("await asyncio.sleep(1)", "time.sleep(0.5)") + GATHER)
        self.assertEqual(max(result.levels("in flight")), 1)
        self.assertEqual(result.total("loop held"), 10)
        self.assertEqual(round(result.time, 3), 5)
        marks = [event for event in result.tape.events() if event.word == "mark"]
        found = {(mark.a, mark.b, mark.place) for mark in marks}
        self.assertEqual(found, {(facts.loop_held(), "bad", "main.py:5")})

    def test_answers_that_nobody_picks_up_do_not_count_as_overlap(self) -> None:
        result = run("""
            import asyncio, time
            async def fetch():
                time.sleep(1)
                await asyncio.sleep(0.9)
            async def main(): await asyncio.gather(*[fetch() for _ in range(5)])
            asyncio.run(main())
        """)
        self.assertEqual(max(result.levels("in flight")), 2)

    def test_a_callback_that_is_no_task_can_hold_the_loop_too(self) -> None:
        result = run("""
            import asyncio, time
            async def main():
                asyncio.get_running_loop().call_soon(time.sleep, 0.3)
                await asyncio.sleep(0.1)
            asyncio.run(main())
        """)
        self.assertEqual(result.total("loop held"), 1)
        self.assertIn(("mark", facts.loop_held(), "bad"), result.tape.of("loop held"))

    def test_a_step_of_a_tenth_of_a_second_is_not_long(self) -> None:
        result = run("import asyncio, time\nasync def main(): time.sleep(0.0999)\nasyncio.run(main())")
        self.assertEqual(result.total("loop held"), 0)


class Lanes(unittest.TestCase):
    def test_the_life_of_a_task_in_order(self) -> None:
        result = run(FETCH + "asyncio.run(fetch())")
        self.assertEqual(
            result.tape.of("Task-1 fetch"),
            [
                ("track", "Task-1 fetch", 1),
                ("open", "fetch", 0),
                ("state", "ready", None),
                ("state", "running", None),
                ("state", "waiting", "asyncio.sleep(1)"),
                ("state", "ready", None),
                ("state", "running", None),
                ("close", "done", 0),
            ],
        )
        places = [event.place for event in result.tape.events() if event.word == "state" and event.place]
        self.assertEqual(places, ["main.py:4", "main.py:5", "main.py:5"])

    def test_outcomes(self) -> None:
        result = run("""
            import asyncio
            async def fails(): raise ValueError
            async def sleeps(): await asyncio.sleep(9)
            async def main():
                make = asyncio.get_running_loop().create_task
                a, b = make(fails(), name="a"), make(sleeps(), name="b")
                await asyncio.sleep(1)
                b.cancel()
                await asyncio.gather(a, b, return_exceptions=True)
            asyncio.run(main())
        """)
        closed = {event.track: event.a for event in result.tape.events() if event.word == "close"}
        self.assertEqual(closed, {"a fails": "failed", "b sleeps": "cancelled", "Task-1 main": "done"})

    def test_cancelling_soon_is_not_a_step(self) -> None:
        result = run("""
            import asyncio
            async def sleeps(): await asyncio.sleep(9)
            async def main():
                task = asyncio.get_running_loop().create_task(sleeps(), name="s")
                await asyncio.sleep(0)
                asyncio.get_running_loop().call_soon(task.cancel)
                await asyncio.wait([task])
            asyncio.run(main())
        """)
        states = [a for word, a, _ in result.tape.of("s sleeps") if word == "state"]
        self.assertEqual(states, ["ready", "running", "waiting", "ready", "running"])

    def test_a_step_that_is_asked_for_by_the_name_of_the_argument(self) -> None:
        source = """
            import asyncio
            class Loop(asyncio.SelectorEventLoop):
                def call_soon(self, callback, *args, context=None):
                    if args: return super().call_soon(callback, *args, context=context)
                    return super().call_soon(callback=callback, context=context)
            async def main():
                await asyncio.sleep(0)
                await asyncio.sleep(1)
            with asyncio.Runner(loop_factory=Loop) as runner: runner.run(main())
        """
        named, usual = run(source), run(source.replace("callback=callback", "callback"))
        self.assertEqual((named.ending, named.faults), ({"kind": "finished"}, []))
        self.assertEqual(named.tape.of("Task-1 main"), usual.tape.of("Task-1 main"))
        states = [a for word, a, _ in named.tape.of("Task-1 main") if word == "state"]
        self.assertEqual(states, ["ready", "running"] * 2 + ["waiting", "ready", "running"])

    def test_callbacks_by_name_and_no_callback_at_all_leave_the_probe_in(self) -> None:
        result = run("""
            import asyncio
            def call(): print("called")
            async def main():
                loop = asyncio.get_running_loop()
                loop.call_soon(callback=call)
                loop.call_soon_threadsafe(callback=call)
                loop.call_later(delay=0.1, callback=call)
                loop.call_at(when=loop.time() + 0.1, callback=call)
                try: loop.call_soon()
                except TypeError: print("refused")
                await asyncio.create_task(asyncio.sleep(1), name="late")
            asyncio.run(main())
        """)
        self.assertEqual((result.ending, result.faults), ({"kind": "finished"}, []))
        self.assertEqual(result.printed(), "refused\n" + "called\n" * 4)
        self.assertEqual([event.a for event in result.tape.events() if event.word == "close"], ["done"] * 2)
        self.assertEqual(result.lanes(), ["Task-1 main", "late sleep"])

    def test_what_a_task_awaits(self) -> None:
        result = run("""
            import asyncio
            async def child(): await asyncio.sleep(0.5)
            async def main():
                task = asyncio.get_running_loop().create_task(child(), name="kid")
                await task
                await asyncio.gather(child())
                await asyncio.wait_for(child(), 3)
                lock = asyncio.Lock()
                await lock.acquire()
                asyncio.get_running_loop().call_later(1, lock.release)
                await lock.acquire()
                future = asyncio.get_running_loop().create_future()
                asyncio.get_running_loop().call_later(1, future.set_result, 1)
                await future
            asyncio.run(main())
        """)
        self.assertEqual(result.ending, {"kind": "finished"})
        waits = [b for word, a, b in result.tape.of("Task-1 main") if word == "state" and a == "waiting"]
        self.assertEqual(waits[:2] + waits[-2:], ["kid child", "gather", "Lock.acquire", facts.future()])


if __name__ == "__main__":
    unittest.main()
