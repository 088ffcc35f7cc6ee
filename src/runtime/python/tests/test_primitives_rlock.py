"""Reentrant locks: recursion, ownership, and what conditions need of them."""

import _thread
import threading
import time
from typing import Any

from .test_primitives_lock import Shared
from .threads_case import AtRandom


class RLocks(Shared.AnyLock):
    def make(self) -> Any:
        return threading.RLock()

    def test_reentrant(self) -> None:
        lock = threading.RLock()
        with lock, lock:
            self.assertTrue(lock.acquire(False))
            lock.release()
            self.assertEqual(self.free_elsewhere(lock), [False])
        self.assertEqual(self.free_elsewhere(lock), [True])

    def free_elsewhere(self, lock: threading.RLock) -> list[bool]:
        """Whether another thread could take it."""
        got: list[bool] = []

        def look() -> None:
            got.append(lock.acquire(False))
            if got[0]:
                lock.release()

        self.join(self.start(look))
        return got

    def test_only_its_owner_may_release_it(self) -> None:
        lock = threading.RLock()
        with self.assertRaisesRegex(RuntimeError, "^cannot release un-acquired lock$"):
            lock.release()
        lock.acquire()
        errors: list[str] = []

        def release() -> None:
            try:
                lock.release()
            except RuntimeError as error:
                errors.append(str(error))

        self.join(self.start(release))
        self.assertEqual(errors, ["cannot release un-acquired lock"])
        lock.release()
        self.assertRaises(RuntimeError, lock.release)

    def test_what_conditions_need(self) -> None:
        lock: Any = _thread.RLock()
        self.assertRaises(RuntimeError, lock._release_save)
        lock.acquire()
        lock.acquire()
        self.assertTrue(lock._is_owned())
        self.assertEqual(lock._recursion_count(), 2)
        saved = lock._release_save()
        self.assertFalse(lock._is_owned())
        self.assertEqual(self.free_elsewhere(lock), [True])
        lock._acquire_restore(saved)
        self.assertEqual(lock._recursion_count(), 2)
        lock.release()
        lock.release()
        self.assertRaises(RuntimeError, lock.release)

    def test_nobody_elses(self) -> None:
        lock: Any = _thread.RLock()

        def hold() -> None:
            with lock:
                time.sleep(5)

        self.start(hold, daemon=True)
        self.assertFalse(lock._is_owned())
        self.assertEqual(lock._recursion_count(), 0)
        self.assertTrue(lock.locked())

    def test_its_looks(self) -> None:
        lock = threading.RLock()
        self.assertRegex(repr(lock), "^<unlocked _thread.RLock object owner=0 count=0 at 0x[0-9a-f]+>$")
        with lock, lock:
            owner = threading.get_ident()
            self.assertRegex(repr(lock), f"^<locked _thread.RLock object owner={owner} count=2 at 0x[0-9a-f]+>$")

    def test_a_subclass_need_not_call_init(self) -> None:
        rlock: Any = type(threading.RLock())

        class Own(rlock):
            def __init__(self, name: str) -> None:
                self.name = name

        lock = Own("mine")
        with lock:
            self.assertTrue(lock._is_owned())
        self.assertEqual(lock.name, "mine")


class RLocksAtRandom(RLocks, AtRandom):
    pass
