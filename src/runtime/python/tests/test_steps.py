"""The table of instructions has room for all that are known, however often a program is followed anew."""

import sys
import unittest
from types import FrameType
from typing import Any
from unittest import mock

from faultline.scheduler import counting, steps

CODE = compile("", "main.py", "exec")
ENTRY = 16


class Maker:
    """Makes the functions in Python, and notes how full the table gets, as `native/steps.ts` has it."""

    def __init__(self) -> None:
        self.fullest = 0.0

    def make(self) -> tuple[Any, ...]:
        made = list(counting.make())
        follow, know = made[6:8]
        known: set[int] = set()
        room = 0

        def follow_and_note(table: bytearray, every: bool) -> None:
            nonlocal room
            room = len(table) // ENTRY
            known.clear()
            follow(table, every)

        def know_and_note(code: Any, offset: int, *rest: Any) -> None:
            known.add(id(code) + offset)
            self.fullest = max(self.fullest, len(known) / room)
            know(code, offset, *rest)

        made[6:8] = follow_and_note, know_and_note
        return tuple(made)


class TableOfInstructions(unittest.TestCase):
    def setUp(self) -> None:
        self.maker = Maker()
        with mock.patch.object(steps, "_maker", self.maker):
            self.steps = steps.Steps()

    def know(self, instructions: int) -> None:
        for offset in range(0, 2 * instructions, 2):
            self.steps.know(CODE, offset, point=True, callback=lambda _frame: None)

    def test_half_of_it_stays_empty(self) -> None:
        self.know(5000)
        self.assertLessEqual(self.maker.fullest, 0.5)

    def test_a_program_that_is_followed_again_begins_with_nothing(self) -> None:
        self.know(5000)
        self.steps.follow(every=False)
        self.know(100)
        self.assertLessEqual(self.maker.fullest, 0.5)
        self.assertEqual(
            self.steps.at_instruction(CODE, 9000), getattr(getattr(sys, "monitoring", None), "DISABLE", None)
        )

    def test_looks_are_forgotten_and_points_are_not(self) -> None:
        looked: list[FrameType] = []
        self.steps.know(CODE, 4, point=True, callback=looked.append)
        self.steps.at_instruction(CODE, 4)
        self.steps.forget_looks()
        self.steps.at_instruction(CODE, 4)
        self.assertEqual((len(looked), self.steps.passed()), (1, 2))


if __name__ == "__main__":
    unittest.main()
