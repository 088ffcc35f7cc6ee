"""What a search passes over, as scalars are all that goes in and comes out, is what it would find nothing at."""

import unittest
from typing import Any
from unittest import mock

from faultline.accesses.accesses import AccessReader
from faultline.accesses.calls import Call
from faultline.accesses.hidden_calls import HiddenCalls
from faultline.accesses.library import Library
from faultline.accesses.nested import Nested
from faultline.accesses.sites import Site
from faultline.cpython.value_stack import MISSING
from faultline.search.scalars import MAKERS

SCALARS: tuple[Any, ...] = (1, True, None, "a", 1.5, 2j, b"b")


def found(called: Any, *given: Any) -> list[Any]:
    def locate(_file: str) -> None:
        return None

    library = Library(locate)
    calls = HiddenCalls(AccessReader(mock.Mock(), locate), library, Nested(library))
    return [*calls.all(Site("call", "", "", 1, len(given), False), Call(called, MISSING, [*given]))]


class Makers(unittest.TestCase):
    def test_access_nothing_whatever_scalars_they_are_given(self) -> None:
        for maker in MAKERS:
            for one in SCALARS:
                self.assertEqual(found(maker), [])
                self.assertEqual(found(maker, one), [])
                self.assertEqual([found(maker, one, other) for other in SCALARS], [[]] * len(SCALARS))

    def test_others_would_be_found(self) -> None:
        self.assertNotEqual(found(sorted, [1, 2]), [])
        self.assertNotEqual(found(repr, [1, 2]), [])


if __name__ == "__main__":
    unittest.main()
