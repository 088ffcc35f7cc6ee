"""What a program may not break: the clock, the recorder, the report of its end."""

import unittest

from .driving import run


class Limits(unittest.TestCase):
    def test_sleep_takes_what_cpython_takes(self) -> None:
        for argument, error in {
            "float('nan')": "ValueError",
            "float('inf')": "OverflowError",
            "1e10": "OverflowError",
            "-1": "ValueError",
            "'1'": "TypeError",
        }.items():
            for pace in ("fast", "real"):
                with self.subTest(argument, pace=pace):
                    ending = run(f"import time\ntime.sleep({argument})", pace=pace).ending
                    self.assertEqual(ending["error"]["type"], error)

    def test_the_longest_sleeps_do_not_break_the_clock(self) -> None:
        result = run("import time\nfor _ in range(2000): time.sleep(9e9)\nprint('awake')")
        self.assertEqual((result.ending, result.printed()), ({"kind": "finished"}, "awake\n"))

    def test_names_that_are_long_in_all_are_cut(self) -> None:
        result = run(
            """
            import asyncio
            async def work(): pass
            async def main():
                for n in range(3_000):
                    await asyncio.get_running_loop().create_task(work(), name=f"{n}" * 250)
            asyncio.run(main())
        """,
            limits={"events": 1_000_000, "outputChars": 10},
        )
        self.assertEqual(result.ending, {"kind": "finished"})
        labels = [event.a for event in result.tape.events() if event.word == "track"]
        self.assertLess(sum(map(len, result.tape.strings)), 2_000_000)
        self.assertEqual((labels[-1][-1], len(labels) > 3_000), ("…", True))

    def test_a_long_way_down_shows_where_it_ended(self) -> None:
        source = "def a(n): b(n)\ndef b(n):\n    if not n: 1 / 0\n    a(n - 1)\na(400)"
        frames = run(source).ending["error"]["frames"]
        self.assertEqual((frames[0]["line"], frames[-1]["line"]), (5, 3))
        self.assertLessEqual(len(frames), 200)

    def test_a_finaliser_that_prints_while_events_are_recorded(self) -> None:
        result = run("""
            import asyncio, gc
            gc.set_threshold(1)
            class Chatty:
                def __init__(self): self.self = self
                def __del__(self): print("gone", id(self) % 97)
            async def work():
                Chatty()
                await asyncio.sleep(0)
            async def main(): await asyncio.gather(*[work() for _ in range(60)])
            asyncio.run(main())
        """)
        self.assertEqual(result.ending, {"kind": "finished"})
        times = [event.time for event in result.tape.events()]
        self.assertEqual(times, sorted(set(times)))
        self.assertEqual(result.printed().count("gone"), 60)


if __name__ == "__main__":
    unittest.main()
