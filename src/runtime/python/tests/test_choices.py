"""Where a search may let another thread go on: before what races, before locks, and nowhere else."""

import unittest

from faultline.accesses.sites import Site
from faultline.search.explorer import Branch

from .observer_case import ObserverCase


class Choices(ObserverCase):
    def setUp(self) -> None:
        super().setUp()
        self.begin()
        for thread in (self.one, self.two):
            self.access(thread, write=True)
        self.assertTrue(self.observer.grown)

    def branches(self) -> list[Branch]:
        found: list[Branch] = []
        while (branch := self.explorer.next()) is not None:
            found.append(branch)
        return found

    def test_before_an_instruction_that_races_the_other_thread_may_go_on(self) -> None:
        self.begin()
        self.access(self.one, "y")
        self.access(self.one, write=True)
        self.assertEqual(self.branches(), [Branch({0: self.two.number}, 1)])

    def test_a_thread_that_has_just_been_switched_in_is_not_switched_out_again(self) -> None:
        self.begin()
        self.go_on(self.one)
        self.observer._choices.switched()
        self.look(Site("global write", "x", "x", 1, 0, False))
        self.assertEqual(self.branches(), [])

    def test_one_point_is_offered_once(self) -> None:
        self.begin()
        self.access(self.one, "y")
        self.steps.count()
        for _ in range(2):
            self.look(Site("global write", "x", "x", 1, 0, False))
        self.assertEqual(len(self.branches()), 1)

    def test_where_nobody_else_can_go_on_there_is_no_choice(self) -> None:
        self.begin()
        self.two.state = "blocked"
        self.access(self.one, "y")
        self.access(self.one, write=True)
        self.assertEqual(self.branches(), [])

    def test_a_branch_lets_the_other_thread_go_first(self) -> None:
        self.begin(Branch({0: 2}, 1))
        self.machine.turn = lambda: self.look(Site("global write", "x", "x", 5, 0, False))
        self.access(self.one, "y")
        self.access(self.one, write=True)
        self.assertEqual(self.machine.switched, 1)
        self.assertEqual(self.scheduler.decisions, [(2, 2)])
        # What the second thread has written came first, so the last write is the first thread's.
        last = self.execution.last_write(("global", id(self.frame.f_globals), "x"))
        self.assertEqual(last, self.execution.threads[1])

    def test_before_a_lock_is_taken_another_thread_may_go_on(self) -> None:
        self.begin()
        self.access(self.one, "y")
        self.use(self.one, "acquire", "acquired")
        self.assertEqual(len(self.branches()), 1)

    def test_before_a_lock_is_released_nobody_need_go_on(self) -> None:
        self.begin()
        self.access(self.one, "y")
        self.use(self.one, "release", "released")
        self.assertEqual(self.branches(), [])

    def test_once_somebody_only_looks_at_locks_releases_are_choices_too(self) -> None:
        self.begin()
        self.use(self.one, "try")
        self.assertTrue(self.observer.grown)
        self.begin()
        self.access(self.one, "y")
        self.use(self.one, "release", "released")
        self.assertEqual(len(self.branches()), 1)
        self.assertFalse(self.observer.grown)


class Spinning(ObserverCase):
    def test_a_loop_that_only_waits_lets_another_thread_go_on(self) -> None:
        self.begin()
        for _ in range(2):
            self.access(self.one)
        self.assertEqual(self.machine.switched, 0)
        self.access(self.one)
        self.assertEqual((self.machine.switched, self.scheduler.decisions), (1, [(3, 2)]))

    def test_a_loop_whose_variable_has_been_written_looks_again_first(self) -> None:
        self.begin()
        for _ in range(2):
            self.access(self.one)
        self.access(self.two, write=True)
        self.access(self.one)
        self.assertEqual(self.machine.switched, 0)

    def test_where_nobody_else_can_go_on_a_loop_goes_on_waiting(self) -> None:
        self.begin()
        self.two.state = "blocked"
        for _ in range(5):
            self.access(self.one)
        self.assertEqual(self.machine.switched, 0)

    def test_a_loop_that_reads_the_time_gets_on(self) -> None:
        self.begin()
        for turn in range(5):
            self.access(self.one)
            self.observer.clock_read(float(turn))
        self.assertEqual(self.machine.switched, 0)


if __name__ == "__main__":
    unittest.main()
