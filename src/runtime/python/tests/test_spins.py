"""A loop spins when a thread stands where it has stood and has seen nothing new; any other loop gets on."""

import sys
import unittest
from collections import deque
from collections.abc import Callable, Iterable
from types import FrameType
from typing import Any

from faultline.accesses.sites import Site
from faultline.search.histories import Execution, Histories
from faultline.search.spins import Spins

from .hand_made_stack import HandMadeStack

SITE = Site("global read", "ready", "ready", 1, 0, True)
TURNS = 4


class SpinsCase(unittest.TestCase):
    def setUp(self) -> None:
        self.execution = Execution(Histories())
        for thread in (1, 2):
            self.execution.begin(thread, 0)
        self.stack = HandMadeStack()
        stack: Any = self.stack
        self.spins = Spins(self.execution, stack)
        # What happens after so many looks. No variable of the loop or of its callers: it would see that one change.
        self.looks = 0
        self.after_look: dict[int, Callable[[], object]] = {}

    def look(self, frame: FrameType, place: str = "ready", thread: int = 1, site: Site = SITE) -> bool:
        """A thread reads; whether that only repeats what has been."""
        spins = self.spins.spins(thread, site, frame)
        self.spins.read(thread, place)
        self.execution.read(thread, place)
        self.looks += 1
        self.after_look.get(self.looks, lambda: None)()
        return spins


class LoopsThatWait(SpinsCase):
    def test_a_loop_that_reads_one_variable_spins_from_its_third_look_on(self) -> None:
        """The first look says how it stood, the second what else there is, the third is the same again."""

        def loop() -> Iterable[bool]:
            for _ in (None,) * TURNS:
                yield self.look(sys._getframe())

        self.assertEqual([*loop()], [False, False, True, True])

    def test_turns_of_a_loop_that_spins_do_not_tell_executions_apart(self) -> None:
        def loop() -> Iterable[int]:
            for _ in (None,) * 6:
                self.look(sys._getframe())
                yield self.execution.threads[1]

        histories = [*loop()]
        # What the third look finds is where the second one stood; one more read leads to the same each time.
        self.assertEqual(len({*histories[:2]}), 2)
        self.assertEqual({*histories[2:]}, {histories[1]})

    def test_a_write_by_another_thread_ends_it(self) -> None:
        def loop() -> Iterable[bool]:
            for _ in (None,) * 6:
                yield self.look(sys._getframe())

        self.after_look[4] = lambda: self.execution.write(2, "ready")
        self.assertEqual([*loop()], [False, False, True, True, False, True])

    def test_a_write_of_another_place_does_not_end_it(self) -> None:
        def loop() -> Iterable[bool]:
            for _ in (None,) * TURNS:
                yield self.look(sys._getframe())
                self.execution.write(2, "other")

        self.assertEqual([*loop()], [False, False, True, True])

    def test_an_iterator_that_stays_where_it_is_does_not_end_it(self) -> None:
        self.stack.values.append(iter([1, 2]))

        def loop() -> Iterable[bool]:
            for _ in (None,) * TURNS:
                yield self.look(sys._getframe())

        self.assertEqual([*loop()], [False, False, True, True])

    def test_two_threads_in_one_loop_are_told_apart(self) -> None:
        def loop() -> Iterable[bool]:
            for _ in (None,) * 2:
                yield self.look(sys._getframe(), thread=1)
                yield self.look(sys._getframe(), thread=2)

        self.assertEqual([*loop()], [False] * 4)


class LoopsThatGetOn(SpinsCase):
    def assertGetsOn(self, loop: Callable[[], Iterable[bool]]) -> None:
        self.assertEqual([*loop()], [False] * TURNS)

    def test_where_a_variable_of_the_function_changes(self) -> None:
        def loop() -> Iterable[bool]:
            tries = 0
            while tries < TURNS:
                tries += 1
                yield self.look(sys._getframe())

        self.assertGetsOn(loop)

    def test_where_a_variable_of_a_caller_changes(self) -> None:
        def called() -> bool:
            return self.look(sys._getframe())

        def loop() -> Iterable[bool]:
            tries = 0
            while tries < TURNS:
                tries += 1
                yield called()

        self.assertGetsOn(loop)

    def test_where_a_list_of_its_own_grows(self) -> None:
        def loop() -> Iterable[bool]:
            tried: list[int] = []
            for _ in (None,) * TURNS:
                yield self.look(sys._getframe())
                tried.append(0)

        self.assertGetsOn(loop)

    def test_where_a_dictionary_of_its_own_grows(self) -> None:
        def loop() -> Iterable[bool]:
            tried: dict[object, int] = {}
            for _ in (None,) * TURNS:
                yield self.look(sys._getframe())
                tried[object()] = len(tried)

        self.assertGetsOn(loop)

    def test_where_an_item_of_a_queue_of_its_own_is_replaced(self) -> None:
        def loop() -> Iterable[bool]:
            latest: deque[object] = deque(maxlen=1)
            kept = [object() for _ in (None,) * TURNS]
            for _ in (None,) * TURNS:
                yield self.look(sys._getframe())
                latest.append(kept[len(kept) - 1])
                kept.pop()

        self.assertGetsOn(loop)

    def test_where_the_iterator_of_its_loop_has_less_to_give(self) -> None:
        """It has no name, and lies on the value stack."""
        numbers = iter(range(TURNS))
        self.stack.values.append(numbers)

        def loop() -> Iterable[bool]:
            for _ in (None,) * TURNS:
                yield self.look(sys._getframe())
                next(numbers)

        self.assertGetsOn(loop)

    def test_where_the_thread_has_done_something_else_meanwhile(self) -> None:
        def loop() -> Iterable[bool]:
            for _ in (None,) * TURNS:
                yield self.look(sys._getframe())
                self.spins.moved(1)

        self.assertGetsOn(loop)

    def test_where_it_reads_nothing_before_it_stands_there_again(self) -> None:
        def loop() -> Iterable[bool]:
            for _ in (None,) * TURNS:
                yield self.spins.spins(1, SITE, sys._getframe())

        self.assertGetsOn(loop)

    def test_where_each_look_is_at_another_instruction(self) -> None:
        def loop() -> Iterable[bool]:
            for line in range(TURNS):
                yield self.look(sys._getframe(), site=SITE._replace(line=line))

        self.assertGetsOn(loop)


class VariablesInCells(SpinsCase):
    def test_what_is_in_a_cell_counts(self) -> None:
        def loop() -> Iterable[bool]:
            tries = 0

            def more() -> None:
                nonlocal tries
                tries += 1

            for _ in (None,) * TURNS:
                yield self.look(sys._getframe())
                more()

        self.assertEqual([*loop()], [False] * TURNS)

    def test_a_cell_that_stays_as_it_is_lets_a_loop_spin(self) -> None:
        def loop() -> Iterable[bool]:
            tries = 0

            def told() -> int:
                return tries

            for _ in (None,) * TURNS:
                yield self.look(sys._getframe())
                told()

        self.assertEqual([*loop()], [False, False, True, True])


class Modules(SpinsCase):
    def run_module(self, source: str) -> None:
        names = {"look": lambda: self.seen.append(self.look(sys._getframe(1)))}
        exec(compile(source, "main.py", "exec"), names)

    def setUp(self) -> None:
        super().setUp()
        self.seen: list[bool] = []

    def test_a_loop_of_a_module_spins_while_its_variables_stay_as_they_are(self) -> None:
        """One look later than in a function, as one that has read nothing before is not even noted."""
        self.run_module("for _ in (None,) * 5:\n    look()\n")
        self.assertEqual(self.seen, [False, False, False, True, True])

    def test_a_loop_of_a_module_gets_on_where_a_variable_of_the_module_changes(self) -> None:
        self.run_module("tries = 0\nwhile tries < 5:\n    tries += 1\n    look()\n")
        self.assertEqual(self.seen, [False] * 5)


if __name__ == "__main__":
    unittest.main()
