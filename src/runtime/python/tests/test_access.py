"""Of an access: whether it is about the program's data."""

import unittest
from typing import Any

from faultline.accesses.access import OUTSIDE, UNSEEN, Access
from faultline.cpython.value_stack import MISSING


class Account:
    """A class of the program's."""


class Data(unittest.TestCase):
    def test_what_is_about_code_or_is_not_there_is_no_data(self) -> None:
        def access(kind: str, value: Any, write: bool = False) -> Access:
            return Access((kind, 1, "n"), None, None, "", write, value)

        self.assertTrue(access("attribute", 5).is_data)
        self.assertTrue(access("attribute", MISSING, write=True).is_data)
        self.assertFalse(access("attribute", MISSING).is_data)
        self.assertFalse(access("global", len).is_data)
        self.assertFalse(access("global", Account).is_data)
        self.assertFalse(access("outside", 5).is_data)

    def test_a_value_that_pretends_to_be_a_function_is_data(self) -> None:
        class Odd:
            __class__ = type(lambda: None)  # pyright: ignore[reportIncompatibleMethodOverride, reportAssignmentType]  # it lies

        self.assertTrue(Access(("global", 1, "n"), None, None, "", False, Odd()).is_data)

    def test_all_are_the_access_and_what_the_instruction_accesses_besides(self) -> None:
        first = Access(("global", 1, "n"), None, None, "", False, 5, UNSEEN._replace(also=OUTSIDE))
        self.assertEqual([one.key[0] for one in first.all()], ["global", "unseen", "outside"])
        self.assertEqual([*OUTSIDE.all()], [OUTSIDE])


if __name__ == "__main__":
    unittest.main()
