"""Containers that have variables: held while somebody else has them, and not through a collection that would free
them."""

import gc
import unittest
import weakref
from collections.abc import Callable

from faultline.probes.threads.loose import Loose


class Part:
    container: object = None


def _listed(part: Part) -> list[Part]:
    return [part]


def _by_name(part: Part) -> dict[str, Part]:
    return {"part": part}


class LooseTest(unittest.TestCase):
    def setUp(self) -> None:
        self.forgotten: list[int] = []
        self.loose = Loose(self.forgotten.append)
        self.collect = self.loose.collecting(gc.collect)

    def test_what_nobody_else_has_is_let_go(self) -> None:
        kept, gone = [1], [2]
        address = id(gone)
        for container in (kept, gone):
            self.loose.hold(container)
        del gone, container
        for _ in range(3):
            self.loose.sweep()
        self.assertEqual(self.forgotten, [address])
        self.assertEqual(list(self.loose.held.values()), [kept])

    def test_a_collection_frees_a_cycle_with_what_is_in_it(self) -> None:
        makers: tuple[Callable[[Part], object], ...] = (_listed, _by_name)
        for make in makers:
            with self.subTest(make.__name__):
                part = Part()
                container = make(part)
                part.container = container
                gone = weakref.ref(part)
                self.loose.hold(container)
                address = id(container)
                del part, container
                self.collect()
                self.assertIsNone(gone())
                self.assertIn(address, self.forgotten)

    def test_what_is_left_after_a_collection_is_held_as_before(self) -> None:
        texts, inner = bytearray(b"x"), [Part()]
        outer = {"inner": inner}
        for container in (texts, inner, outer):
            self.loose.hold(container)
        self.assertIsInstance(self.collect(), int)
        self.assertEqual([id(one) for one in self.loose.held.values()], [id(one) for one in (texts, inner, outer)])
        self.assertEqual(self.forgotten, [])

    def test_a_collection_that_is_refused_leaves_all_as_it_was(self) -> None:
        held = [Part()]
        self.loose.hold(held)
        with self.assertRaises(ValueError):
            self.collect(99)
        self.assertIs(self.loose.held[id(held)], held)
