"""Races are found where two threads access a place in no order, and nowhere else."""

import unittest
from collections.abc import Iterable, Iterator
from itertools import combinations, permutations
from typing import Any, NamedTuple

from faultline.accesses.sites import Site
from faultline.search.races import Races, Where


class Step(NamedTuple):
    """What a thread does: `read` or `write` a place, `take` or `leave` a lock."""

    thread: int
    what: str
    on: str


def where(line: int) -> Where:
    return "main.py", 1, "f", Site("global read", "x", "x", line, 0, False)


def steps(text: str) -> list[Step]:
    """`1 write x, 2 take l`, in words."""
    found: list[Step] = []
    for one in text.split(","):
        thread, what, on = one.split()
        found.append(Step(int(thread), what, on))
    return found


def racing_lines(history: Iterable[Step], *, threads: int = 3) -> list[int]:
    """The steps that race, by their number in the history; threads 1, 2 and so on have been started before."""
    races = Races()
    for thread in range(1, threads + 1):
        races.start(thread, 0)
    play(races, history)
    return sorted(site.line for _, _, _, site in races.sites)


def play(races: Races, history: Iterable[Step]) -> None:
    for line, step in enumerate(history):
        if step.what in ("read", "write"):
            races.access(step.on, step.thread, where(line), write=step.what == "write")
        elif step.what == "take":
            races.take(step.thread, step.on)
        else:
            races.leave(step.thread, step.on)


def has_unordered_accesses(history: list[Step]) -> bool:
    """The definition: two accesses of one place, one of them a write, of which neither happens before the other."""
    before = [
        [
            one.thread == other.thread or (one.what == "leave" and other.what == "take" and one.on == other.on)
            for other in history
        ]
        for one in history
    ]
    count = len(history)
    for index in range(count):
        before[index] = [index < other and before[index][other] for other in range(count)]
    for through in range(count):
        for one in range(count):
            for other in range(count):
                before[one][other] = before[one][other] or (before[one][through] and before[through][other])
    return any(
        not before[one][other]
        and history[one].on == history[other].on
        and {history[one].what, history[other].what} in ({"read", "write"}, {"write"})
        for one, other in combinations(range(count), 2)
    )


def orders(programs: list[list[Step]]) -> Iterator[list[Step]]:
    """All interleavings in which nobody takes a lock that another has."""

    def rest(left: list[list[Step]], held: dict[str, int]) -> Iterator[list[Step]]:
        if not any(left):
            yield []
        for index, program in enumerate(left):
            if not program or (program[0].what == "take" and program[0].on in held):
                continue
            step = program[0]
            now = {**held, step.on: step.thread} if step.what == "take" else dict(held)
            if step.what == "leave":
                now.pop(step.on)
            for others in rest([*left[:index], program[1:], *left[index + 1 :]], now):
                yield [step, *others]

    return rest(programs, {})


class Accesses(unittest.TestCase):
    def test_two_writes_race(self) -> None:
        self.assertEqual(racing_lines(steps("1 write x, 2 write x")), [0, 1])

    def test_a_read_and_a_later_write_race(self) -> None:
        self.assertEqual(racing_lines(steps("1 read x, 2 write x")), [0, 1])

    def test_a_write_and_a_later_read_race(self) -> None:
        self.assertEqual(racing_lines(steps("1 write x, 2 read x")), [0, 1])

    def test_two_reads_do_not_race(self) -> None:
        self.assertEqual(racing_lines(steps("1 read x, 2 read x, 3 read x")), [])

    def test_accesses_of_two_places_do_not_race(self) -> None:
        self.assertEqual(racing_lines(steps("1 write x, 2 write y")), [])

    def test_a_thread_does_not_race_with_itself(self) -> None:
        self.assertEqual(racing_lines(steps("1 write x, 1 read x, 1 write x")), [])

    def test_a_write_races_with_every_reader_before_it(self) -> None:
        self.assertEqual(racing_lines(steps("1 read x, 2 read x, 3 write x")), [0, 1, 2])

    def test_only_the_accesses_of_a_race_are_told(self) -> None:
        self.assertEqual(racing_lines(steps("1 write y, 1 read x, 2 read y, 2 write z, 2 read x")), [0, 2])

    def test_of_one_thread_the_latest_read_is_the_one_that_races(self) -> None:
        self.assertEqual(racing_lines(steps("1 read x, 1 read x, 2 write x")), [1, 2])


class Locks(unittest.TestCase):
    def test_what_is_done_under_one_lock_does_not_race(self) -> None:
        history = steps("1 take l, 1 write x, 1 leave l, 2 take l, 2 write x, 2 leave l")
        self.assertEqual(racing_lines(history), [])

    def test_what_is_done_under_two_locks_races(self) -> None:
        history = steps("1 take l, 1 write x, 1 leave l, 2 take m, 2 write x, 2 leave m")
        self.assertEqual(racing_lines(history), [1, 4])

    def test_what_follows_a_release_races_with_who_takes_the_lock_then(self) -> None:
        history = steps("1 take l, 1 leave l, 1 write x, 2 take l, 2 write x")
        self.assertEqual(racing_lines(history), [2, 4])

    def test_an_order_leads_through_a_third_thread(self) -> None:
        history = steps("1 write x, 1 leave l, 2 take l, 2 leave m, 3 take m, 3 write x")
        self.assertEqual(racing_lines(history), [])

    def test_who_takes_a_lock_has_seen_all_who_have_left_it(self) -> None:
        """As with a semaphore, which several leave before one takes it."""
        history = steps("1 write x, 1 leave s, 2 write y, 2 leave s, 3 take s, 3 write x, 3 write y")
        self.assertEqual(racing_lines(history), [])

    def test_a_lock_that_nobody_has_left_orders_nothing(self) -> None:
        self.assertEqual(racing_lines(steps("1 write x, 2 take l, 2 write x")), [0, 2])


class OtherOrders(unittest.TestCase):
    def setUp(self) -> None:
        self.races = Races()

    def access(self, thread: int, line: int, *, write: bool = True) -> bool:
        return self.races.access("x", thread, where(line), write=write)

    def test_what_is_done_before_a_thread_is_started_does_not_race_with_it(self) -> None:
        self.access(0, 1)
        self.races.start(1, 0)
        self.assertFalse(self.access(1, 2))

    def test_what_is_done_after_a_thread_is_started_races_with_it(self) -> None:
        self.races.start(1, 0)
        self.access(0, 1)
        self.assertTrue(self.access(1, 2))

    def test_who_has_waited_for_the_end_of_a_thread_does_not_race_with_it(self) -> None:
        self.races.start(1, 0)
        self.access(1, 1)
        self.races.leave(1, ("thread", 1))
        self.races.take(0, ("thread", 1))
        self.assertFalse(self.access(0, 2))

    def test_who_is_woken_does_not_race_with_what_came_before(self) -> None:
        self.races.start(1, 0)
        self.races.start(2, 0)
        self.access(1, 1)
        self.races.woken(2, by=1)
        self.assertFalse(self.access(2, 2))

    def test_who_is_woken_races_with_what_comes_afterwards(self) -> None:
        self.races.start(1, 0)
        self.races.start(2, 0)
        self.races.woken(2, by=1)
        self.access(1, 1)
        self.assertTrue(self.access(2, 2))

    def test_a_race_is_new_only_once(self) -> None:
        self.races.start(1, 0)
        self.access(0, 1)
        self.assertTrue(self.access(1, 2))
        self.races.begin()
        self.races.start(1, 0)
        self.access(0, 1)
        self.assertFalse(self.access(1, 2))

    def test_racing_sites_are_kept_over_executions_and_accesses_are_not(self) -> None:
        self.races.start(1, 0)
        self.access(0, 1)
        self.access(1, 2)
        self.races.begin()
        self.races.start(1, 0)
        self.assertFalse(self.access(1, 3))
        self.assertEqual({site.line for *_, site in self.races.sites}, {1, 2})


class ByTheDefinition(unittest.TestCase):
    """Whether there is a race at all, for every order in which small programs can run."""

    def assertAsDefined(self, *programs: str) -> tuple[int, int]:
        """Returns how many orders race, and how many there are."""
        racing = total = 0
        for history in orders([steps(program) for program in programs]):
            expected = has_unordered_accesses(history)
            self.assertEqual(bool(racing_lines(history)), expected, history)
            racing, total = racing + expected, total + 1
        return racing, total

    def test_a_flag_that_is_set_under_a_lock_and_read_without_it(self) -> None:
        """Only where the reader has left the lock before the writer takes it are the two in an order."""
        counts = self.assertAsDefined("1 take l, 1 write x, 1 leave l", "2 read x, 2 take l, 2 leave l")
        self.assertEqual(counts, (4, 5))

    def test_publishing_by_a_lock(self) -> None:
        """The lock orders the accesses only where the writer has had it first."""
        counts = self.assertAsDefined("1 write x, 1 take l, 1 leave l", "2 take l, 2 leave l, 2 read x")
        self.assertEqual(counts, (10, 11))

    def test_three_threads_with_two_locks(self) -> None:
        self.assertAsDefined(
            "1 take l, 1 write x, 1 leave l",
            "2 take l, 2 read x, 2 leave l, 2 write y",
            "3 take m, 3 read y, 3 leave m",
        )

    def test_every_order_of_reads_and_writes_of_three_threads(self) -> None:
        for kinds in permutations(("read", "write", "read", "write"), 3):
            programs: list[Any] = [f"{thread} {kind} x" for thread, kind in enumerate(kinds, 1)]
            self.assertAsDefined(*programs)


if __name__ == "__main__":
    unittest.main()
