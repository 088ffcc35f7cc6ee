"""Looking at containers runs no code of the program's."""

import unittest
from enum import Enum
from typing import Any

from faultline.accesses.containers import item_of
from faultline.cpython.value_stack import MISSING


class Loud:
    def __hash__(self) -> int:
        return 1

    def __eq__(self, other: object) -> bool:
        raise AssertionError("compared")


class LoudMeta(type):
    def __hash__(cls) -> int:
        raise AssertionError("hashed")


class OfLoudMeta(metaclass=LoudMeta):
    pass


class Colour(Enum):
    RED = 1


class ItemOf(unittest.TestCase):
    def test_plain_keys(self) -> None:
        self.assertEqual(item_of({1: "one", "a": 2, (1, "b"): 3, None: 4}, (1, "b")), 3)
        self.assertIs(item_of({1: "one"}, 2), MISSING)
        self.assertEqual(item_of({Colour.RED: 1, object(): 2, 1: 3}, 1), 3)

    def test_keys_that_compare_by_code_of_the_program(self) -> None:
        for keys in ({Loud(): 1}, {(Loud(),): 1, 1: 2}):
            self.assertIs(item_of(keys, 1), MISSING)

    def test_classes_that_are_hashed_by_code_of_the_program(self) -> None:
        thing: Any = OfLoudMeta()
        self.assertIs(item_of({1: 2}, thing), MISSING)
        self.assertEqual(item_of({thing: 1, 1: 2}, 1), 2)

    def test_numbered(self) -> None:
        self.assertEqual(item_of([1, 2], 1), 2)
        self.assertIs(item_of([1, 2], 5), MISSING)


if __name__ == "__main__":
    unittest.main()
