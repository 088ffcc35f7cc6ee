"""Reads and writes that were only counted in a turn: the mistakes with them are found as if each had been looked at."""

import unittest
from collections.abc import Callable
from types import CodeType

from faultline.probes.threads.mistakes import LOST_UPDATES, STALE_CHECKS, Mistakes
from faultline.probes.threads.variable import Seen, Variable
from faultline.report import facts
from faultline.report.fact import Fact
from faultline.scheduler.thread import VirtualThread

CODE = compile("", "main.py", "exec")
SEEN = Seen(CODE, "main.py", 3)
CALL = 7


class CountedAccesses(unittest.TestCase):
    def setUp(self) -> None:
        self.mistakes = Mistakes(lambda _thread, _serial: "switched out")
        self.variable = Variable("hits")
        self.one = VirtualThread(1, None, name="one", daemon=False)
        self.two = VirtualThread(2, None, name="two", daemon=False)
        self.serial = 0
        self.variable.counted.begin()

    def read(self, thread: VirtualThread, value: int, *, test: bool = False) -> None:
        self.serial += 1
        self.mistakes.read(self.variable, thread, value, CALL, self.serial, test)

    def write(self, thread: VirtualThread, value: int) -> tuple[str, Fact] | None:
        self.serial += 1
        mistake = self.mistakes.write(self.variable, thread, value, CALL, self.serial)
        return None if mistake is None else (mistake.kind, mistake.to_fact())

    def write_unseen(self, value: int) -> None:
        """A write that native code counts, as nobody looks at it."""
        counted = self.variable.counted
        counted.write(SEEN, value)
        writes = slice(4, 8)
        counted.counts[writes] = (int.from_bytes(counted.counts[writes], "little") + 1).to_bytes(4, "little")

    def turn_ends(self, thread: VirtualThread, value: int, *, over: bool = False) -> None:
        """What was counted since is settled, as `Turn` does it; the call is `over` or goes on."""
        self.serial += 1
        calls: Callable[[CodeType], int | None] = lambda code: None if over or code is not CODE else CALL
        summary = self.variable.counted.summary({id(SEEN) & 2**32 - 1: SEEN})
        self.mistakes.counted(self.variable, summary, thread, value, calls, self.serial)
        self.variable.counted.begin()

    def test_a_write_over_a_value_that_was_only_counted(self) -> None:
        self.read(self.one, 0)
        self.read(self.two, 0)
        self.write(self.two, 1)
        counted = self.variable.counted
        for _ in range(99):
            counted.read(SEEN, False)
            self.write_unseen(0)
        self.turn_ends(self.two, 100)
        self.assertEqual(
            self.write(self.one, 1),
            (LOST_UPDATES, facts.lost_update("hits", "one", "switched out", "two", "0", "100", "1")),
        )
        self.assertEqual(self.variable.version, 101)

    def test_a_read_that_was_only_counted_is_what_a_later_write_rests_on(self) -> None:
        self.variable.counted.read(SEEN, False)
        self.turn_ends(self.one, 5)
        self.write(self.two, 6)
        self.assertEqual(
            self.write(self.one, 6),
            (LOST_UPDATES, facts.lost_update("hits", "one", "switched out", "two", "5", "6", "6")),
        )

    def test_a_check_that_was_only_counted(self) -> None:
        self.variable.counted.read(SEEN, True)
        self.turn_ends(self.one, 1)
        self.write(self.two, 0)
        self.read(self.one, 0)
        self.assertEqual(self.write(self.one, -1), (STALE_CHECKS, facts.stale_check("hits", "one", "two", "1", "0")))

    def test_a_write_uses_up_what_was_read_before_it(self) -> None:
        counted = self.variable.counted
        counted.read(SEEN, True)
        self.write_unseen(6)
        self.turn_ends(self.one, 6)
        self.write(self.two, 7)
        self.assertIsNone(self.write(self.one, 8))

    def test_what_was_read_in_a_call_that_is_over_is_no_base_of_a_write(self) -> None:
        self.variable.counted.read(SEEN, False)
        self.turn_ends(self.one, 5, over=True)
        self.write(self.two, 6)
        self.assertIsNone(self.write(self.one, 6))

    def test_the_highest_number_is_remembered_below_zero_too(self) -> None:
        counted = self.variable.counted
        for value in (-9, -3, -5):
            counted.write(SEEN, value)
        self.assertEqual(counted.summary({}).greatest, -3)


if __name__ == "__main__":
    unittest.main()
