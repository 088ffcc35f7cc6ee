"""A search follows what threads do to each other: their races, their choices, and what tells executions apart."""

import time
import unittest
from collections.abc import Callable

from faultline.accesses.sites import Site
from faultline.primitives.handle import ThreadHandle
from faultline.search.explorer import Branch

from .observer_case import LOCK, OTHER, ObserverCase


class Races(ObserverCase):
    def test_a_write_and_a_read_of_one_variable_make_both_instructions_choices(self) -> None:
        self.begin()
        self.access(self.one, write=True, line=1)
        self.assertFalse(self.observer.grown)
        self.access(self.two, line=2)
        self.assertTrue(self.observer.grown)

    def test_reads_or_other_variables_do_not(self) -> None:
        self.begin()
        self.access(self.one)
        self.access(self.two)
        self.access(self.one, "y", write=True)
        self.assertFalse(self.observer.grown)

    def test_what_a_lock_guards_does_not(self) -> None:
        self.begin()
        for thread in (self.one, self.two):
            self.use(thread, "acquire", "acquired")
            self.access(thread, write=True)
            self.use(thread, "release", "released")
        self.assertFalse(self.observer.grown)

    def test_two_locks_guard_nothing(self) -> None:
        self.begin()
        for thread, lock in ((self.one, LOCK), (self.two, OTHER)):
            self.use(thread, "acquire", "acquired", lock)
            self.access(thread, write=True)
            self.use(thread, "release", "released", lock)
        self.assertTrue(self.observer.grown)

    def test_the_end_of_a_thread_orders_what_follows_it(self) -> None:
        handle = ThreadHandle()
        self.begin()
        handle.start(self.one)
        self.access(self.one, write=True)
        self.scheduler._end(self.one)
        self.use(self.two, "join", on=handle)
        self.access(self.two, write=True)
        self.assertFalse(self.observer.grown)

    def test_who_only_looks_whether_a_thread_has_ended_makes_its_end_a_choice(self) -> None:
        handle = ThreadHandle()
        self.begin()
        handle.start(self.one)
        self.use(self.two, "look", on=handle)
        self.assertTrue(self.observer.grown)
        self.begin()
        handle.start(self.one)
        self.access(self.one, "y")
        self.use(self.one, "end", on=handle)
        self.assertEqual(self.explorer.next(), Branch({0: self.two.number}, 1))

    def test_while_the_main_thread_is_alone_nothing_is_noted(self) -> None:
        self.begin()
        del self.scheduler.threads[1:]
        before = self.execution.state()
        self.access(self.scheduler.main, write=True)
        self.assertEqual(self.execution.state(), before)

    def test_when_the_execution_is_over_nothing_is_noted(self) -> None:
        self.begin()
        self.observer.end()
        before = self.execution.state()
        self.access(self.one, write=True)
        self.use(self.one, "acquire", "acquired")
        self.observer.clock_read(1.0)
        self.scheduler._end(self.one)
        self.assertEqual(self.execution.state(), before)


class WhatTellsExecutionsApart(ObserverCase):
    def test_the_order_of_two_writes_does_and_that_of_two_reads_does_not(self) -> None:
        def both(first: str, second: str, write: bool) -> Callable[[], None]:
            def run() -> None:
                for name in (first, second):
                    self.access(getattr(self, name), write=write)

            return run

        self.assertEqual(self.states(both("one", "two", True), both("two", "one", True)), 2)
        self.assertEqual(self.states(both("one", "two", False), both("two", "one", False)), 1)

    def test_who_had_a_lock_first_does(self) -> None:
        def in_order(*names: str) -> Callable[[], None]:
            def run() -> None:
                for name in names:
                    self.use(getattr(self, name), "acquire", "acquired")
                    self.use(getattr(self, name), "release", "released")

            return run

        self.assertEqual(self.states(in_order("one", "two"), in_order("two", "one")), 2)

    def test_whether_a_wait_was_over_in_time_does(self) -> None:
        def waited(timed_out: bool) -> Callable[[], None]:
            def run() -> None:
                self.go_on(self.one)
                self.two.verb, self.two.on, self.two.timed_out = "acquire", LOCK, timed_out
                self.two.state = "blocked"
                self.scheduler.wake(self.two)

            return run

        self.assertEqual(self.states(waited(True), waited(False)), 2)
        self.assertEqual(self.states(waited(True), waited(True)), 1)

    def test_who_has_put_what_was_waited_for_does_but_not_who_has_ended(self) -> None:
        def woken(verb: str, *, waits: bool) -> Callable[[], None]:
            def run() -> None:
                self.go_on(self.one)
                if waits:
                    self.two.verb, self.two.on, self.two.state = verb, LOCK, "blocked"
                    self.scheduler.wake(self.two)

            return run

        self.assertEqual(self.states(woken("get", waits=True), woken("get", waits=False)), 2)
        # It makes no difference whether a thread had ended before one waited for its end.
        self.assertEqual(self.states(woken("join", waits=True), woken("join", waits=False)), 1)

    def test_the_time_that_was_read_does(self) -> None:
        def read(now: float) -> Callable[[], None]:
            def run() -> None:
                self.go_on(self.one)
                self.observer.clock_read(now)

            return run

        self.assertEqual(self.states(read(1.0), read(1.0), read(2.0)), 2)

    def test_the_deadline_of_a_wait_does_but_not_that_of_giving_way(self) -> None:
        def waits(verb: str, on: object, deadline: float) -> Callable[[], None]:
            def run() -> None:
                self.one.verb, self.one.on, self.one.deadline = verb, on, deadline
                for listen in self.scheduler.watchers.on_block:
                    listen(self.one)

            return run

        self.assertEqual(self.states(waits("acquire", LOCK, 1.0), waits("acquire", LOCK, 2.0)), 2)
        self.assertEqual(self.states(waits("sleep", 0, 1.0), waits("sleep", 0, 2.0)), 1)


class Unseen(ObserverCase):
    def test_the_first_instruction_that_nobody_can_follow_is_told(self) -> None:
        self.begin()
        self.go_on(self.one)
        self.stack.values = [vars, None, self]
        for line in (7, 8):
            self.look(Site("call", "", "", line, 1, False))
        unseen = self.observer.unseen
        assert unseen is not None
        file, first_line, name, site = unseen
        self.assertEqual((file, first_line, name, site.line), ("main.py", 1, "f", 7))

    def test_giving_way_and_locks_need_no_look(self) -> None:
        """Primitives tell the scheduler themselves."""
        self.begin()
        self.go_on(self.one)
        self.stack.values = [time.sleep, None, [1]]
        before = self.execution.state()
        self.look(Site("call", "", "", 7, 1, False))
        self.assertEqual(self.execution.state(), before)
        self.stack.values = [sorted, None, [1]]
        self.look(Site("call", "", "", 7, 1, False))
        self.assertNotEqual(self.execution.state(), before)


if __name__ == "__main__":
    unittest.main()
