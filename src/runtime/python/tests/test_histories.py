"""Histories tell executions apart exactly where the steps that depend on each other came in another order."""

import unittest
from collections.abc import Iterator
from itertools import combinations
from typing import Any

from faultline.search.histories import NOTHING, Execution, Histories, History

# A step of a thread: whether it reads or writes, and which place.
Step = tuple[str, str]
# A step of an interleaving: the thread, how many steps that had taken before, and the step.
Taken = tuple[int, int, Step]


def interleavings(threads: dict[int, list[Step]]) -> Iterator[list[Taken]]:
    """Every order in which the threads can take their steps."""

    def rest(done: dict[int, int]) -> Iterator[list[Taken]]:
        ready = [thread for thread, steps in threads.items() if done[thread] < len(steps)]
        if not ready:
            yield []
        for thread in ready:
            taken = (thread, done[thread], threads[thread][done[thread]])
            for others in rest({**done, thread: done[thread] + 1}):
                yield [taken, *others]

    return rest(dict.fromkeys(threads, 0))


def order_of(interleaving: list[Taken]) -> frozenset[tuple[Taken, Taken]]:
    """Which step came before which, of those that depend on each other: the definition of a Mazurkiewicz trace."""
    return frozenset(
        (one, other)
        for one, other in combinations(interleaving, 2)
        if one[0] == other[0] or (one[2][1] == other[2][1] and "write" in (one[2][0], other[2][0]))
    )


class HistoriesCase(unittest.TestCase):
    def setUp(self) -> None:
        self.histories = Histories()

    def execution(self, *threads: int) -> Execution:
        execution = Execution(self.histories)
        for thread in threads:
            execution.begin(thread, 0)
        return execution

    def after(self, interleaving: list[Taken]) -> object:
        execution = self.execution(*sorted({thread for thread, _, _ in interleaving}))
        for thread, _, (kind, place) in interleaving:
            (execution.read if kind == "read" else execution.write)(thread, place)
        return execution.state()

    def assertStatesAreTraces(self, threads: dict[int, list[Step]], traces: int) -> None:
        """Two interleavings lead to the same state if and only if they are the same trace; there are so many."""
        seen = [(self.after(one), order_of(one)) for one in interleavings(threads)]
        for (state, order), (other_state, other_order) in combinations(seen, 2):
            self.assertEqual(state == other_state, order == other_order)
        self.assertEqual(len({state for state, _ in seen}), traces)


class StatesAreTraces(HistoriesCase):
    def test_steps_on_different_places_come_to_one_state(self) -> None:
        self.assertStatesAreTraces({1: [("write", "x"), ("write", "x")], 2: [("write", "y"), ("read", "y")]}, 1)

    def test_reads_of_one_place_come_to_one_state(self) -> None:
        self.assertStatesAreTraces({1: [("read", "x"), ("read", "x")], 2: [("read", "x")], 3: [("read", "x")]}, 1)

    def test_two_writes_come_to_two_states(self) -> None:
        self.assertStatesAreTraces({1: [("write", "x")], 2: [("write", "x")]}, 2)

    def test_a_write_may_come_before_each_of_two_reads_or_after_both_or_between(self) -> None:
        self.assertStatesAreTraces({1: [("read", "x"), ("read", "x")], 2: [("write", "x")]}, 3)

    def test_two_increments_come_to_as_many_states_as_they_have_orders(self) -> None:
        # Read and write twice: the two reads commute, and nothing else does.
        increment = [("read", "x"), ("write", "x")]
        self.assertStatesAreTraces({1: increment, 2: increment}, 4)

    def test_stores_and_loads_crosswise(self) -> None:
        # Dekker's: of the four orders of the two dependent pairs, one contradicts the order within the threads.
        self.assertStatesAreTraces({1: [("write", "x"), ("read", "y")], 2: [("write", "y"), ("read", "x")]}, 3)

    def test_three_threads_on_two_places(self) -> None:
        threads = {
            1: [("write", "x"), ("read", "y")],
            2: [("read", "x"), ("write", "y")],
            3: [("read", "x"), ("read", "y")],
        }
        orders = {order_of(one) for one in interleavings(threads)}
        self.assertStatesAreTraces(threads, len(orders))
        self.assertLess(len(orders), 90)


class Events(HistoriesCase):
    def test_an_event_has_the_same_number_after_the_same_history_in_every_execution(self) -> None:
        first, second = self.execution(1), self.execution(1)
        for execution in (first, second):
            execution.write(1, "x")
            execution.read(1, "y")
        self.assertEqual(first.threads, second.threads)
        self.assertEqual(first.last_write("x"), second.last_write("x"))

    def test_no_number_is_given_to_two_events(self) -> None:
        after = self.histories.after
        numbers = [after("read", 0, 0), after("read", 0, 1), after("write", 0, 0, ()), after("read", 0, 0)]
        self.assertEqual(numbers[0], numbers[3])
        self.assertEqual(len(set(numbers)), 3)
        self.assertNotIn(NOTHING, numbers)

    def test_nothing_is_the_last_write_of_a_place_that_nobody_has_written(self) -> None:
        execution = self.execution(1)
        execution.read(1, "x")
        self.assertEqual(execution.last_write("x"), NOTHING)

    def test_the_last_write_is_where_its_writer_stood(self) -> None:
        execution = self.execution(1, 2)
        execution.write(1, "x")
        self.assertEqual(execution.last_write("x"), execution.threads[1])
        execution.write(2, "x")
        self.assertEqual(execution.last_write("x"), execution.threads[2])

    def test_reading_once_more_is_another_history(self) -> None:
        once, twice = self.execution(1), self.execution(1)
        for execution in (once, twice, twice):
            execution.read(1, "x")
        self.assertNotEqual(once.state(), twice.state())

    def test_a_later_write_depends_on_no_read_before_the_write_between(self) -> None:
        """A third write sees only the second; whoever has read the first one is in the second one's history."""
        execution, other = self.execution(1, 2), self.execution(1, 2)
        execution.read(2, "x")
        execution.write(1, "x")
        other.write(1, "x")
        other.read(2, "x")
        self.assertNotEqual(execution.last_write("x"), other.last_write("x"))

    def test_a_thread_knows_what_its_parent_had_done_before_it_began(self) -> None:
        before, after = self.execution(), self.execution()
        before.write(0, "x")
        before.begin(1, 0)
        after.begin(1, 0)
        after.write(0, "x")
        self.assertNotEqual(before.threads[1], after.threads[1])

    def test_two_threads_of_one_parent_are_told_apart(self) -> None:
        execution = self.execution(1, 2)
        self.assertEqual(len(set(execution.threads.values())), 3)

    def test_a_thread_that_is_woken_knows_what_the_other_had_done(self) -> None:
        histories: list[History] = []
        for writes in (0, 1):
            execution = self.execution(1, 2)
            for _ in range(writes):
                execution.write(2, "x")
            execution.woken(1, by=2)
            histories.append(execution.threads[1])
        self.assertEqual(len(set(histories)), 2)

    def test_what_a_thread_has_learnt_of_the_time_tells_it_apart(self) -> None:
        def noted(*times: float) -> object:
            execution = self.execution(1)
            for time in times:
                execution.note(1, time)
            return execution.state()

        self.assertEqual(noted(1.5), noted(1.5))
        self.assertEqual(len({noted(), noted(1.5), noted(2.5), noted(1.5, 2.5)}), 4)

    def test_the_state_does_not_depend_on_the_order_in_which_threads_were_seen(self) -> None:
        execution = self.execution(2, 1)
        state: Any = execution.state()
        self.assertEqual([thread for thread, _ in state], [0, 1, 2])


if __name__ == "__main__":
    unittest.main()
