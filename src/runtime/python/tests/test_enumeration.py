"""The search in rounds tries every schedule once, point after point, and ends threads that never give way."""

import unittest
from typing import Any

from faultline.scheduler.strategies.strategy import Strategy
from faultline.scheduler.thread import READY, VirtualThread
from faultline.search.coroutine_explorer import MOST_IN_A_ROW, Branch, Enumeration
from faultline.search.outcomes import Kind, Outcome


class Points:
    """Runs threads that pass so many points each and end; its outcome is who passed each point."""

    def __init__(self, *points: int, kind: Kind = "passed") -> None:
        self._points = points
        self._kind: Kind = kind

    def run(self, strategy: Strategy) -> Outcome:
        """One execution, as `Executions` runs it."""
        threads = [VirtualThread(number, None, name="", daemon=False) for number in range(len(self._points))]
        left = dict(zip(threads, self._points))
        order: list[int] = []
        step, serial = 0, len(threads)
        for thread in threads:
            thread.since = thread.number
        current = strategy.pick(0, threads)
        while True:
            step += 1
            order.append(current.number)
            left[current] -= 1
            ready = [thread for thread in threads if left[thread] > 0 and thread.state is READY]
            if not ready:
                return Outcome(self._kind, "".join(map(str, order)))
            if current not in ready:
                current = strategy.pick(step, ready)
                continue
            chosen = strategy.preempt(step, current, ready)
            if chosen is not current:
                serial += 1
                current.since, current = serial, chosen


def words(enumeration: Enumeration, most: int = 10_000) -> list[str]:
    return [outcome.words for outcome in enumeration.outcomes(most)]


def enumeration(*points: int, bound: int | None = None, kind: Kind = "passed") -> Enumeration:
    executions: Any = Points(*points, kind=kind)
    return Enumeration(executions, bound)


class EverySchedule(unittest.TestCase):
    def test_is_tried_exactly_once(self) -> None:
        for points, count in (((1, 1), 2), ((2, 2), 6), ((1, 1, 1), 6), ((2, 2, 2), 90), ((3, 4), 35)):
            # As many as there are words with so many of each letter.
            found = words(enumeration(*points))
            self.assertEqual((len(found), len({*found})), (count, count))

    def test_begins_with_the_one_in_which_nobody_is_preempted(self) -> None:
        self.assertEqual(words(enumeration(2, 2, 1), most=1), ["00112"])

    def test_within_a_bound_has_no_more_preemptions_than_that(self) -> None:
        # Two threads with two points: a switch after a thread's only first point is a preemption.
        self.assertEqual(sorted(words(enumeration(2, 2, bound=0))), ["0011", "1100"])
        self.assertEqual(sorted(words(enumeration(2, 2, bound=1))), ["0011", "0110", "1001", "1100"])
        self.assertEqual(len(words(enumeration(2, 2, bound=2))), 6)

    def test_is_complete_only_when_there_is_none_left(self) -> None:
        two = enumeration(2, 2)
        self.assertEqual(len(words(two, most=5)), 5)
        self.assertFalse(two.complete)
        words(two)
        self.assertTrue(two.complete)

    def test_is_complete_when_exactly_as_many_may_be_tried_as_there_are(self) -> None:
        two = enumeration(2, 2)
        words(two, most=6)
        self.assertTrue(two.complete)

    def test_is_not_complete_when_one_was_cut_short(self) -> None:
        two = enumeration(2, 2, kind="cut")
        self.assertEqual(len(words(two)), 6)
        self.assertFalse(two.complete)

    def test_leaves_nothing_out_and_sees_no_variables(self) -> None:
        two = enumeration(2, 2)
        words(two)
        self.assertEqual((two.pruned, two.unseen), (0, None))


class ABranch(unittest.TestCase):
    def setUp(self) -> None:
        self.threads = [VirtualThread(number, None, name="", daemon=False) for number in range(3)]

    def test_asks_at_every_point(self) -> None:
        self.assertEqual(Branch([], None).budget(17), 1)

    def test_has_no_successor_where_there_was_no_choice(self) -> None:
        branch = Branch([], None)
        self.assertIs(branch.pick(1, self.threads[:1]), self.threads[0])
        self.assertIsNone(branch.following())

    def test_changes_the_last_choice_that_can_be_made_in_another_way(self) -> None:
        branch = Branch([1, 2], None)
        for _ in range(3):
            branch.pick(1, self.threads)
        self.assertEqual(branch.following(), [1, 2, 1])
        last = Branch([0, 2, 2], None)
        for _ in range(3):
            last.pick(1, self.threads)
        self.assertEqual(last.following(), [1])

    def test_offers_the_running_thread_first(self) -> None:
        branch = Branch([], None)
        self.assertIs(branch.preempt(1, self.threads[2], self.threads), self.threads[2])
        self.assertIs(Branch([1], None).preempt(1, self.threads[2], self.threads), self.threads[0])

    def test_offers_who_has_waited_longest_first_where_a_thread_waits(self) -> None:
        for thread, since in zip(self.threads, (2, 3, 1)):
            thread.since = since
        self.assertIs(Branch([], None).pick(1, self.threads), self.threads[2])
        self.assertIs(Branch([1], None).pick(1, self.threads), self.threads[0])

    def test_lets_others_go_on_when_a_thread_has_passed_too_many_points_in_a_row(self) -> None:
        branch = Branch([], bound=0)
        current, other = self.threads[:2]
        for _ in range(MOST_IN_A_ROW):
            self.assertIs(branch.preempt(1, current, [current, other]), current)
        self.assertFalse(branch.forced)
        self.assertIs(branch.preempt(1, current, [current, other]), other)
        self.assertTrue(branch.forced)

    def test_counts_the_points_anew_when_a_thread_has_waited(self) -> None:
        branch = Branch([], bound=0)
        current, other = self.threads[:2]
        for _ in range(2):
            for _ in range(MOST_IN_A_ROW):
                branch.preempt(1, current, [current, other])
            branch.pick(1, [current, other])
        self.assertFalse(branch.forced)

    def test_forces_nobody_where_a_thread_is_alone(self) -> None:
        branch = Branch([], None)
        for _ in range(MOST_IN_A_ROW + 5):
            branch.preempt(1, self.threads[0], self.threads[:1])
        self.assertFalse(branch.forced)

    def test_that_had_to_force_somebody_out_leaves_the_search_incomplete(self) -> None:
        long = enumeration(MOST_IN_A_ROW + 5, 1, bound=0)
        words(long)
        self.assertFalse(long.complete)


if __name__ == "__main__":
    unittest.main()
