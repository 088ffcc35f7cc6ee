"""`PyThreadState_SetAsyncExc`: an exception that one thread raises in another."""

import ctypes
import threading
import time
from typing import Any

from faultline.cpython.replacements import Replacements
from faultline.primitives.async_exceptions import install_async_exceptions

from .threads_case import ThreadsCase


class Killed(Exception):  # noqa: N818 (a program of a person's)
    pass


class AsyncExceptions(ThreadsCase):
    def setUp(self) -> None:
        super().setUp()
        replacements = Replacements()
        install_async_exceptions(replacements, self.scheduler)
        self.addCleanup(replacements.restore)
        self.raise_in: Any = ctypes.pythonapi.PyThreadState_SetAsyncExc

    def test_it_arrives_when_the_thread_goes_on(self) -> None:
        seen: list[float] = []

        def work() -> None:
            try:
                while True:
                    time.sleep(10)
            except Killed:
                seen.append(self.scheduler.now())

        thread = self.start(work)
        time.sleep(1)
        self.assertEqual(self.raise_in(ctypes.c_long(thread.ident or 0), ctypes.py_object(Killed)), 1)
        self.join(thread)
        self.assertEqual([round(moment) for moment in seen], [10])

    def test_what_the_thread_waited_for_is_left_to_others(self) -> None:
        lock = threading.Lock()
        lock.acquire()
        errors: list[str] = []

        def work() -> None:
            try:
                lock.acquire()
            except Killed as error:
                errors.append(type(error).__name__)

        thread = self.start(work)
        time.sleep(1)
        self.raise_in(thread.ident, Killed)
        lock.release()
        self.join(thread)
        self.assertEqual((errors, lock.acquire(False)), (["Killed"], True))

    def test_the_running_thread_has_it_at_once(self) -> None:
        with self.assertRaises(Killed):
            self.raise_in(ctypes.c_ulong(threading.get_ident()), ctypes.py_object(Killed))

    def test_it_can_be_taken_back(self) -> None:
        thread = self.start(time.sleep, 1)
        self.assertEqual(self.raise_in(thread.ident, ctypes.py_object(Killed)), 1)
        self.assertEqual(self.raise_in(thread.ident, ctypes.py_object()), 1)
        self.assertEqual(self.stderr_of(lambda: self.join(thread)), "")

    def test_no_such_thread(self) -> None:
        thread = self.start(int)
        self.join(thread)
        for ident in (ctypes.c_ulong(2**32 - 1), -1, thread.ident):
            self.assertEqual(self.raise_in(ident, ctypes.py_object(Killed)), 0)
