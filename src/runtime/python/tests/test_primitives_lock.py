"""Locks: who may take and release them, waiting with and without a limit, errors as CPython's."""

import _thread
import copy
import threading
import time
import weakref
from typing import Any

from .threads_case import AtRandom, ThreadsCase


class Shared:
    """Not for the test loader, which looks for classes at the top."""

    class AnyLock(ThreadsCase):
        """What Lock and RLock have in common. `make` is the subclass's."""

        def make(self) -> threading.Lock:
            raise NotImplementedError

        def held_elsewhere(self, seconds: float = 100) -> threading.Lock:
            """A lock that another thread holds for so long."""
            lock = self.make()

            def hold() -> None:
                with lock:
                    time.sleep(seconds)

            self.start(hold, daemon=True)
            return lock

        def test_one_thread_at_a_time(self) -> None:
            lock = self.make()
            inside = most = 0

            def work() -> None:
                nonlocal inside, most
                with lock:
                    inside += 1
                    most = max(most, inside)
                    time.sleep(1)
                    inside -= 1

            self.together(work, 5)
            self.assertEqual(most, 1)
            self.assertNow(5)

        def test_acquire_says_whether_it_was_taken(self) -> None:
            lock = self.held_elsewhere()
            self.assertIs(lock.acquire(False), False)
            self.assertIs(lock.acquire(blocking=False), False)
            self.assertIs(lock.acquire(timeout=0), False)
            self.assertIs(lock.acquire(timeout=0.5), False)
            self.assertNow(0.5)
            self.assertIs(lock.acquire(timeout=1000), True)
            self.assertNow(100)
            lock.release()

        def test_a_limit_holds_though_the_lock_changes_hands(self) -> None:
            lock = self.make()
            got: list[bool] = []

            def take_and_give() -> None:
                while self.scheduler.now() < 10:
                    with lock:
                        time.sleep(1)

            def wait() -> None:
                got.append(lock.acquire(timeout=3.5))
                self.assertLessEqual(self.scheduler.now(), 3.6)
                if got[0]:
                    lock.release()

            self.join(self.start(take_and_give), self.start(take_and_give), self.start(wait))
            self.assertEqual(len(got), 1)

        def test_a_loop_of_tries_takes_time(self) -> None:
            lock = self.held_elsewhere(1e-6)
            time.sleep(1e-7)
            while not lock.acquire(False):
                if self.scheduler.now() > 1e-6:
                    time.sleep(0)
            lock.release()

        def test_arguments(self) -> None:
            lock = self.make()
            # As no type checker lets a program do it.
            anyhow: Any = lock.acquire
            for arguments, error, text in (
                ((False, 1), ValueError, "can't specify a timeout for a non-blocking call"),
                ((False, 0), ValueError, "can't specify a timeout for a non-blocking call"),
                ((True, -2), ValueError, "timeout value must be a non-negative number"),
                ((True, -0.5), ValueError, "timeout value must be a non-negative number"),
                ((True, float("nan")), ValueError, r"Invalid value NaN \(not a number\)"),
                ((True, 1e100), OverflowError, "timestamp out of range for platform time_t"),
                ((True, threading.TIMEOUT_MAX + 1), OverflowError, "timestamp out of range for platform time_t"),
                ((True, 10**30), OverflowError, "timestamp too large to convert to C PyTime_t"),
                ((True, None), TypeError, "'NoneType' object cannot be interpreted as an integer or float"),
                ((True, "a"), TypeError, "'str' object cannot be interpreted as an integer or float"),
                ((1, 2, 3), TypeError, ""),
            ):
                with self.subTest(arguments), self.assertRaisesRegex(error, text):
                    anyhow(*arguments)
            self.assertRaises(TypeError, lock.acquire, nonsense=1)
            self.assertTrue(lock.acquire(timeout=threading.TIMEOUT_MAX))
            lock.release()
            self.assertTrue(anyhow(0, -1))

        def test_weak_references_and_copies(self) -> None:
            lock: Any = self.make()
            reference = weakref.ref(lock)
            self.assertIs(reference(), lock)
            with self.assertRaisesRegex(TypeError, r"cannot pickle '_thread\.(lock|RLock)' object"):
                copy.copy(lock)
            with self.assertRaises(AttributeError):
                lock.colour = "red"
            del lock
            self.assertIsNone(reference())

        def test_forking_frees_it(self) -> None:
            lock: Any = self.make()
            lock.acquire()
            lock._at_fork_reinit()
            self.assertTrue(lock.acquire(False))


class Locks(Shared.AnyLock):
    def make(self) -> threading.Lock:
        return threading.Lock()

    def test_any_thread_may_release_it(self) -> None:
        lock = threading.Lock()
        lock.acquire()
        self.start(lock.release)
        lock.acquire()
        self.assertTrue(lock.locked())

    def test_releasing_an_unlocked_one(self) -> None:
        lock = threading.Lock()
        with self.assertRaisesRegex(RuntimeError, "^release unlocked lock$"):
            lock.release()
        with self.assertRaisesRegex(RuntimeError, "^release unlocked lock$"), lock:
            lock.release()
        self.assertFalse(lock.locked())

    def test_not_reentrant(self) -> None:
        lock = threading.Lock()
        lock.acquire()
        self.assertFalse(lock.acquire(timeout=5))
        self.assertNow(5)

    def test_its_type(self) -> None:
        lock = threading.Lock()
        self.assertRegex(repr(lock), "^<unlocked _thread.lock object at 0x[0-9a-f]+>$")
        lock.acquire()
        self.assertRegex(repr(lock), "^<locked _thread.lock object at 0x[0-9a-f]+>$")
        self.assertEqual(repr(type(lock)), "<class '_thread.lock'>")
        self.assertIs(type(_thread.allocate_lock()), _thread.LockType)
        with self.assertRaisesRegex(TypeError, "^type '_thread.lock' is not an acceptable base type$"):
            type("Own", (type(lock),), {})
        self.assertRaises(TypeError, threading.Lock, 1)

    def test_the_old_names(self) -> None:
        lock: Any = _thread.allocate_lock()
        self.assertTrue(lock.acquire_lock())
        self.assertTrue(lock.locked_lock())
        lock.release_lock()
        self.assertFalse(lock.locked())


class LocksAtRandom(Locks, AtRandom):
    pass
