"""What we allocate while the program prints is ours, and gone when it is gone."""

import sys
import tracemalloc
import unittest
from array import array
from collections.abc import Callable
from contextlib import nullcontext
from unittest import mock

from faultline.cpython.aside import ASIDE, MOST_LOOKED_AT
from faultline.cpython.frames import outwards
from faultline.environment import output
from faultline.environment.output import output_stream
from faultline.report.records import Records

_TIMES = 2000


class Aside(unittest.TestCase):
    def setUp(self) -> None:
        tracemalloc.start()
        ASIDE.begin()
        self.addCleanup(tracemalloc.stop)
        self.addCleanup(ASIDE.end)

    def _grown(self, once: Callable[[int], object]) -> int:
        """By how many bytes the program seems to have grown."""
        before = 0
        for number in range(1000, 1000 + _TIMES):
            if number == 1100:
                # What is made for the first of them stays.
                before = tracemalloc.get_traced_memory()[0] - ASIDE.bytes
            once(number)
        return tracemalloc.get_traced_memory()[0] - ASIDE.bytes - before

    def test_a_line_that_is_printed_leaves_nothing(self) -> None:
        stream = output_stream("stdout", lambda _stream, _text: None)
        self.assertLess(abs(self._grown(lambda number: stream.write(f"request {number}\n"))), 300)

    def test_a_batch_that_is_sent_leaves_nothing(self) -> None:
        def send(_records: "array[int]", _strings: list[str]) -> None:
            pass

        records = Records(lambda: 0, send, full=lambda _cap: None, normalised=lambda text: text)
        track = records.number("output")

        def print_and_send(_number: int) -> None:
            records.put(0, track, -1, -1, 0, 0)
            records.flush()

        self.assertLess(abs(self._grown(print_and_send)), 300)

    def test_a_beat_within_leaves_nothing(self) -> None:
        def beat() -> None:
            ASIDE.interrupted()
            for _ in outwards(sys._getframe()):
                pass

        def write(_stream: str, _text: str) -> None:
            beat()

        stream = output_stream("stdout", write)

        def of_the_program(number: int) -> None:
            def inner() -> None:
                stream.write(f"request {number}\n")

            inner()

        self.assertLess(abs(self._grown(of_the_program)), 600)

    def test_what_a_beat_holds_for_a_moment_is_no_peak(self) -> None:
        kept = bytes(1000)
        for within in (False, True):
            with ASIDE if within else nullcontext():
                ASIDE.interrupted()
                bytes(100_000)
                ASIDE.continued()
        current, peak = ASIDE.memory()
        self.assertLess(peak, current + 3000)
        bytes(50_000)
        ASIDE.interrupted()
        ASIDE.continued()
        self.assertGreater(ASIDE.memory()[1], 50_000)
        del kept

    def test_what_a_look_finds_was_never_the_programs(self) -> None:
        before = ASIDE.memory()[1]
        # By its file it is of ours, as what a probe keeps is.
        keep = eval(compile("lambda: bytearray(50_000)", output.__file__, "eval"))
        ours = keep()
        with ASIDE:
            pass
        ASIDE.look()
        self.assertLess(ASIDE.memory()[1], before + 10_000)
        del ours

    def test_memory_is_looked_at_again_where_a_beat_came_between(self) -> None:
        aside = type(ASIDE)()
        aside.begin()
        answers = [(5000, 5000), (100, 100), (1, 1)]

        def answered() -> tuple[int, int]:
            if len(answers) == 3:
                aside.interrupted()
            return answers.pop(0)

        # The first answer has what the beat holds in it.
        with mock.patch.object(aside, "memory", answered):
            self.assertEqual(aside.memory_after_look(), (100, 100))

    def test_a_long_run_may_look_again(self) -> None:
        aside = type(ASIDE)()
        aside.begin()
        blocks = [bytearray(1) for _ in range(2000)]
        looks = 0
        while aside.look():
            looks += 1
            self.assertLess(looks, MOST_LOOKED_AT)
        self.assertFalse(aside.held_after_look(0)[1])
        self.assertTrue(aside.held_after_look(60)[1])
        del blocks


if __name__ == "__main__":
    unittest.main()
