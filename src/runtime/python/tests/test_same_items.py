"""Lists compared by the objects in them."""

import unittest

from faultline.cpython.same_items import SameItems


class _Equal:
    def __eq__(self, other: object) -> bool:
        raise AssertionError("nobody is to be asked")

    def __hash__(self) -> int:
        return 0


class Comparing(unittest.TestCase):
    def test_the_same_objects_are_the_same_and_nobody_is_asked(self) -> None:
        one, other = _Equal(), _Equal()
        self.assertTrue(SameItems.compare([one, other], [one, other]))
        self.assertFalse(SameItems.compare([one, other], [other, one]))
        self.assertFalse(SameItems.compare([one], [one, other]))
        self.assertTrue(SameItems.compare([], []))


if __name__ == "__main__":
    unittest.main()
