"""A program that goes through its own stack by itself meets no frame of ours, and all is put back afterwards."""

import sys
import types
import unittest
from textwrap import dedent

from .driving import run

_WALKS = """
    import asyncio, inspect, logging, queue, sys, threading, traceback, warnings
    shown = []
    def show(what, frames):
        names = [f"{frame.f_code.co_filename}:{frame.f_code.co_name}" for frame in frames]
        shown.append(f"{what} {names}")
    def outwards():
        frame, found = inspect.currentframe(), []
        while frame: found.append(frame); frame = frame.f_back
        return found
    def at(depth):
        try: return [sys._getframe(depth)]
        except ValueError: return []
    def all_of():
        show("stack", [one.frame for one in inspect.stack()])
        show("f_back", outwards())
        show("deep", [frame for depth in range(40) for frame in at(depth)])
        show("walk_stack", [frame for frame, _ in traceback.walk_stack(None)])
        show("current", sys._current_frames().values())
        def numbers(): yield [sys._getframe().f_back]
        show("generator", next(numbers()))
"""


class HiddenFrames(unittest.TestCase):
    def assert_own(self, source: str) -> str:
        result = run(dedent(_WALKS) + dedent(source))
        self.assertEqual(result.ending["kind"], "finished", result.ending)
        self.assertNotIn("python/faultline/", result.printed())
        return result.printed()

    def test_from_the_main_program(self) -> None:
        printed = self.assert_own("""
            all_of()
            print(*shown, sep="\\n")
            print(inspect.stack()[0].function, inspect.stack()[1].filename.rpartition("/")[2])
        """)
        self.assertIn("<module> drive.py", printed)

    def test_from_a_task(self) -> None:
        printed = self.assert_own("""
            async def main(): all_of()
            asyncio.run(main())
            print(*shown, sep="\\n")
        """)
        self.assertIn(":_run'", printed)

    def test_from_tracebacks_gone_through_by_hand(self) -> None:
        printed = self.assert_own("""
            def levels(call):
                try: call()
                except Exception as error:
                    step = error.__traceback__
                    while step: shown.append(step.tb_frame.f_code.co_filename); step = step.tb_next
            levels(threading.Lock().release)
            levels(lambda: queue.SimpleQueue().get_nowait())
            levels(lambda: threading.Lock().acquire(timeout="x"))
            levels(lambda: __import__("time").sleep(-1))
            print(len(shown), *shown, sep="\\n")
        """)
        self.assertIn("7\n", printed)

    def test_from_exit_functions_finalisers_and_trace_functions(self) -> None:
        self.assert_own("""
            import atexit
            def say(*_): print([frame.f_code.co_filename for frame in outwards()])
            class Thing:
                __del__ = say
            atexit.register(say)
            thing = Thing()
            sys.settrace(say)
            len([])
            sys.settrace(None)
        """)

    def test_levels_are_counted_without_ours(self) -> None:
        result = run(
            dedent("""
            import logging, sys, threading, warnings
            logging.basicConfig(format="%(filename)s %(funcName)s", stream=sys.stdout)
            def warn(level):
                with warnings.catch_warnings(record=True) as told:
                    warnings.simplefilter("always")
                    warnings.warn("w", stacklevel=level)
                print(told[0].filename.rpartition("/")[2])
            def inner():
                logging.warning("m", stacklevel=2)
                for level in (1, 2, 9): warn(level)
            def outer(): inner()
            outer()
            """)
        )
        lines = result.printed().split("\n")
        self.assertEqual(lines[:3], ["main.py outer", "main.py", "main.py"])
        self.assertNotIn("python/faultline/", result.printed())

    def test_all_is_put_back(self) -> None:
        before = (
            vars(types.FrameType)["f_back"],
            vars(types.TracebackType)["tb_next"],
            sys._getframe,
            sys._current_frames,
        )
        run("import sys; print(sys._getframe().f_back)")
        after = (
            vars(types.FrameType)["f_back"],
            vars(types.TracebackType)["tb_next"],
            sys._getframe,
            sys._current_frames,
        )
        self.assertEqual(before, after)


if __name__ == "__main__":
    unittest.main()
