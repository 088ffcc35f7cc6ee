"""Semaphores, barriers and timers, from their documentation."""

import threading
import time

from .threads_case import AtRandom, ThreadsCase


class Semaphores(ThreadsCase):
    def test_so_many_at_a_time(self) -> None:
        for kind in (threading.Semaphore, threading.BoundedSemaphore):
            began = self.scheduler.now()
            semaphore = kind(3)
            inside = most = 0

            def work(semaphore: threading.Semaphore = semaphore) -> None:
                nonlocal inside, most
                with semaphore:
                    inside += 1
                    most = max(most, inside)
                    time.sleep(1)
                    inside -= 1

            self.together(work, 9)
            self.assertEqual(most, 3)
            self.assertAlmostEqual(self.scheduler.now() - began, 3, places=3)

    def test_acquire(self) -> None:
        semaphore = threading.Semaphore(2)
        self.assertIs(semaphore.acquire(), True)
        self.assertIs(semaphore.acquire(timeout=1), True)
        self.assertIs(semaphore.acquire(False), False)
        self.assertIs(semaphore.acquire(timeout=0.5), False)
        self.assertNow(0.5)
        with self.assertRaisesRegex(ValueError, "can't specify timeout for non-blocking acquire"):
            semaphore.acquire(False, timeout=1)
        self.assertRaisesRegex(ValueError, "semaphore initial value must be >= 0", threading.Semaphore, -1)

    def test_release_lets_so_many_go_on(self) -> None:
        semaphore = threading.Semaphore(0)
        done: list[int] = []

        def work() -> None:
            semaphore.acquire()
            done.append(1)

        for _ in range(5):
            self.start(work, daemon=True)
        for count, expected in ((1, 1), (3, 4)):
            semaphore.release(count)
            time.sleep(1)
            self.assertEqual(len(done), expected)
        self.assertRaisesRegex(ValueError, "n must be one or more", semaphore.release, 0)

    def test_a_bounded_one_is_not_released_too_often(self) -> None:
        semaphore = threading.BoundedSemaphore(2)
        with self.assertRaisesRegex(ValueError, "^Semaphore released too many times$"):
            semaphore.release()
        semaphore.acquire()
        with self.assertRaisesRegex(ValueError, "^Semaphore released too many times$"):
            semaphore.release(2)
        semaphore.release()
        threading.Semaphore(1).release()


class Barriers(ThreadsCase):
    def test_all_pass_together(self) -> None:
        actions: list[float] = []
        barrier = threading.Barrier(3, action=lambda: actions.append(self.scheduler.now()))
        numbers: list[int] = []
        passed: list[float] = []

        def work(seconds: float) -> None:
            for _ in range(2):
                time.sleep(seconds)
                numbers.append(barrier.wait())
                passed.append(self.scheduler.now())

        self.join(*[self.start(work, seconds) for seconds in (1, 2, 3)])
        self.assertEqual((sorted(numbers[:3]), sorted(numbers[3:])), ([0, 1, 2], [0, 1, 2]))
        self.assertEqual([round(moment) for moment in passed], [3, 3, 3, 6, 6, 6])
        self.assertEqual([round(moment) for moment in actions], [3, 6])

    def waiting(self, barrier: threading.Barrier, count: int, limit: float | None = None) -> list[str]:
        """So many threads at the barrier; tells how each got on."""
        outcomes: list[str] = []

        def work() -> None:
            try:
                outcomes.append(f"passed {barrier.wait(limit)}")
            except threading.BrokenBarrierError:
                outcomes.append("broken")

        for _ in range(count):
            self.start(work)
        time.sleep(1)
        return outcomes

    def test_what_it_shows(self) -> None:
        barrier = threading.Barrier(3)
        outcomes = self.waiting(barrier, 2)
        self.assertEqual((barrier.parties, barrier.n_waiting, barrier.broken, outcomes), (3, 2, False, []))
        barrier.wait()
        time.sleep(1)
        self.assertEqual((barrier.n_waiting, barrier.broken), (0, False))
        self.assertEqual(sorted(outcomes), ["passed 0", "passed 1"])

    def test_abort(self) -> None:
        barrier = threading.Barrier(3)
        outcomes = self.waiting(barrier, 2)
        barrier.abort()
        time.sleep(1)
        self.assertEqual(outcomes, ["broken", "broken"])
        self.assertTrue(barrier.broken)
        self.assertRaises(threading.BrokenBarrierError, barrier.wait)

    def test_reset(self) -> None:
        barrier = threading.Barrier(3)
        outcomes = self.waiting(barrier, 2)
        barrier.reset()
        time.sleep(1)
        self.assertEqual(outcomes, ["broken", "broken"])
        self.assertFalse(barrier.broken)
        self.waiting(barrier, 2)
        barrier.wait()

    def test_abort_and_reset(self) -> None:
        barrier = threading.Barrier(2)
        barrier.abort()
        barrier.reset()
        self.assertEqual(len(self.waiting(barrier, 2)), 2)
        self.assertFalse(barrier.broken)

    def test_a_limit_breaks_it_for_all(self) -> None:
        barrier = threading.Barrier(3, timeout=100)
        slow = self.waiting(barrier, 1)
        quick = self.waiting(barrier, 1, 2)
        time.sleep(5)
        self.assertEqual((slow, quick, barrier.broken), (["broken"], ["broken"], True))

    def test_an_action_that_fails_breaks_it(self) -> None:
        def fail() -> None:
            raise OSError("no")

        barrier = threading.Barrier(2, action=fail)
        outcomes = self.waiting(barrier, 1)
        self.assertRaises(OSError, barrier.wait)
        time.sleep(1)
        self.assertEqual((outcomes, barrier.broken), (["broken"], True))


class Timers(ThreadsCase):
    def test_it_calls_after_its_interval(self) -> None:
        calls: list[tuple[float, int, int]] = []

        def call(a: int, b: int) -> None:
            calls.append((round(self.scheduler.now()), a, b))

        timer = threading.Timer(2, call, [1], {"b": 3})
        timer.start()
        timer.join()
        self.assertEqual(calls, [(2, 1, 3)])
        self.assertFalse(timer.is_alive())

    def test_cancel(self) -> None:
        calls: list[int] = []
        timer = threading.Timer(2, calls.append, (1,))
        timer.start()
        time.sleep(1)
        timer.cancel()
        timer.join()
        self.assertNow(1)
        time.sleep(5)
        self.assertEqual(calls, [])


class SemaphoresAtRandom(Semaphores, AtRandom):
    pass


class BarriersAtRandom(Barriers, AtRandom):
    pass
