"""Things at one address are told apart, and nothing is kept alive for that."""

import gc
import unittest
import weakref

from faultline.search.kept import Kept


class Thing:
    pass


class AtOneAddress(unittest.TestCase):
    def setUp(self) -> None:
        self.kept = Kept()

    def test_a_thing_stays_the_first_at_its_address_while_it_lives(self) -> None:
        thing, items = Thing(), [1]
        self.assertEqual([self.kept.time(thing) for _ in range(3)], [0, 0, 0])
        self.assertEqual([self.kept.time(items) for _ in range(3)], [0, 0, 0])

    def test_a_thing_is_freed_when_the_program_lets_go_of_it(self) -> None:
        thing = Thing()
        freed = weakref.ref(thing)
        self.kept.time(thing)
        del thing
        gc.collect()
        self.assertIsNone(freed())

    def test_a_thing_at_the_address_of_one_that_was_freed_is_another(self) -> None:
        seen: dict[int, int] = {}
        repeats = 0
        for _ in range(50):
            thing = Thing()
            address = id(thing)
            time = self.kept.time(thing)
            if address in seen:
                repeats += 1
                self.assertEqual(time, seen[address] + 1)
            seen[address] = time
            del thing
        self.assertGreater(repeats, 0)

    def test_a_list_is_let_go_when_nobody_else_has_it(self) -> None:
        """It cannot be referred to weakly: it is looked at again with the next thing."""
        inside = Thing()
        freed = weakref.ref(inside)
        items = [inside]
        address = id(items)
        self.kept.time(items)
        del items, inside
        self.assertIsNotNone(freed())
        # No collection: it would take what has just been freed from where the next list is made.
        self.kept.time(self)
        self.assertIsNone(freed())
        self.assertEqual(self.times_of_lists_at(address), 1)

    def times_of_lists_at(self, address: int) -> int:
        """What is told of a list that is made at an address which is free again."""
        items: list[object] = []
        others = items
        for _ in range(10_000):
            if id(items) == address:
                return self.kept.time(items)
            items = []
            others.append(items)
        raise AssertionError("no list was made there again")

    def test_a_list_that_somebody_has_is_kept(self) -> None:
        items = [Thing()]
        self.kept.time(items)
        for _ in range(10):
            self.kept.time(self)
        self.assertEqual(self.kept.time(items), 0)

    def test_the_end_of_an_execution_lets_go_of_everything(self) -> None:
        items = [Thing()]
        freed = weakref.ref(items[0])
        self.kept.time(items)
        del items
        self.kept.clear()
        gc.collect()
        self.assertIsNone(freed())


if __name__ == "__main__":
    unittest.main()
