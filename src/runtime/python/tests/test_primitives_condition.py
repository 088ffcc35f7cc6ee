"""Conditions and events, from their documentation."""

import threading
import time

from .threads_case import AtRandom, ThreadsCase


class Conditions(ThreadsCase):
    def test_wait_and_notify_need_the_lock(self) -> None:
        condition = threading.Condition()
        for call, text in (
            (condition.wait, "cannot wait on un-acquired lock"),
            (condition.notify, "cannot notify on un-acquired lock"),
            (condition.notify_all, "cannot notify on un-acquired lock"),
        ):
            with self.subTest(call.__name__), self.assertRaisesRegex(RuntimeError, text):
                call()
        self.assertRaises(RuntimeError, condition.release)

    def test_the_lock_of_another_thread_does_not_count(self) -> None:
        for lock in (threading.Lock(), threading.RLock()):
            condition = threading.Condition(lock)

            def hold(condition: threading.Condition = condition) -> None:
                with condition:
                    time.sleep(10)

            holder = self.start(hold)
            if isinstance(lock, type(threading.RLock())):
                self.assertRaises(RuntimeError, condition.wait)
                self.assertRaises(RuntimeError, condition.notify)
            self.join(holder)

    def waiting(self, condition: threading.Condition, count: int, limit: float | None = None) -> list[tuple[int, bool]]:
        """So many threads that wait; tells who went on, and what `wait` returned."""
        went_on: list[tuple[int, bool]] = []

        def wait(number: int) -> None:
            with condition:
                got = condition.wait(limit)
                went_on.append((number, got))

        for number in range(count):
            self.start(wait, number)
        time.sleep(1)
        return went_on

    def test_notify_lets_so_many_go_on(self) -> None:
        condition = threading.Condition()
        went_on = self.waiting(condition, 6)
        for count, expected in ((1, 1), (2, 3), (100, 6)):
            with condition:
                condition.notify(count)
                self.assertEqual(len(went_on), {1: 0, 2: 1, 100: 3}[count], "not before the lock is free")
            time.sleep(1)
            self.assertEqual(len(went_on), expected)
        self.assertTrue(all(got for _, got in went_on))

    def test_notify_all(self) -> None:
        condition = threading.Condition(threading.Lock())
        went_on = self.waiting(condition, 4)
        with condition:
            condition.notify_all()
        time.sleep(1)
        self.assertEqual(sorted(went_on), [(number, True) for number in range(4)])

    def test_who_waits_for_longest_goes_on_first(self) -> None:
        condition = threading.Condition()
        went_on = self.waiting(condition, 0)
        order: list[int] = []

        def wait(number: int) -> None:
            with condition:
                order.append(number)
                condition.wait()
                went_on.append((number, True))

        for number in range(3):
            self.start(wait, number)
        time.sleep(1)
        for _ in range(3):
            with condition:
                condition.notify()
            time.sleep(1)
        self.assertEqual([number for number, _ in went_on], order)

    def test_a_wait_with_a_limit(self) -> None:
        condition = threading.Condition()
        went_on = self.waiting(condition, 2, 5)
        time.sleep(10)
        self.assertEqual(sorted(went_on), [(0, False), (1, False)])
        with condition:
            self.assertFalse(condition.wait(0))
            self.assertFalse(condition.wait(-1))
            condition.notify()
            self.assertFalse(condition.wait(1), "a notify that nobody waited for is lost")
        self.assertNow(12)

    def test_waiting_gives_all_levels_of_an_rlock_and_takes_them_back(self) -> None:
        condition = threading.Condition()
        seen: list[str] = []

        def notify() -> None:
            with condition:
                seen.append("notifies")
                condition.notify()

        with condition, condition:
            self.start(notify)
            self.assertTrue(condition.wait(10))
            seen.append("goes on")
        self.assertEqual(seen, ["notifies", "goes on"])
        self.assertRaises(RuntimeError, condition.release)

    def test_wait_for(self) -> None:
        condition = threading.Condition()
        items: list[int] = []

        def fill() -> None:
            for number in range(4):
                time.sleep(1)
                with condition:
                    items.append(number)
                    condition.notify()

        self.start(fill)
        with condition:
            self.assertEqual(condition.wait_for(lambda: len(items) >= 3 and sum(items)), 3)
            self.assertNow(3)
            self.assertIs(condition.wait_for(lambda: len(items) > 9, timeout=4), False)
        self.assertNow(7)

    def test_it_shows_its_lock_and_who_waits(self) -> None:
        condition = threading.Condition(threading.Lock())
        self.waiting(condition, 2)
        self.assertRegex(repr(condition), r"^<Condition\(<unlocked _thread.lock object at 0x[0-9a-f]+>, 2\)>$")


class Events(ThreadsCase):
    def test_set_and_clear(self) -> None:
        event = threading.Event()
        self.assertFalse(event.is_set())
        self.assertIs(event.wait(0), False)
        event.set()
        event.set()
        self.assertTrue(event.is_set())
        self.assertIs(event.wait(), True)
        event.clear()
        self.assertFalse(event.is_set())

    def test_all_that_wait_go_on(self) -> None:
        event = threading.Event()
        got: list[bool] = []
        threads = [self.start(lambda: got.append(event.wait())) for _ in range(5)]
        time.sleep(1)
        self.assertEqual(got, [])
        event.set()
        self.join(*threads)
        self.assertEqual(got, [True] * 5)

    def test_a_wait_with_a_limit(self) -> None:
        event = threading.Event()
        got: list[bool] = []
        short = self.start(lambda: got.append(event.wait(1)))
        long = self.start(lambda: got.append(event.wait(timeout=3)))
        time.sleep(2)
        self.assertEqual(got, [False])
        event.set()
        self.join(short, long)
        self.assertEqual(got, [False, True])
        self.assertNow(2)

    def test_set_and_clear_at_once_still_wake(self) -> None:
        event = threading.Event()
        got: list[bool] = []
        thread = self.start(lambda: got.append(event.wait(100)))
        time.sleep(1)
        event.set()
        event.clear()
        self.join(thread)
        self.assertEqual(got, [True])


class ConditionsAtRandom(Conditions, AtRandom):
    pass


class EventsAtRandom(Events, AtRandom):
    pass
