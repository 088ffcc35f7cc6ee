"""How threads end: by an exception, by leaving, and by being unwound when the run is over."""

import _thread
import queue
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

from faultline.pristine.halt import HaltReason
from faultline.report.tracebacks import OURS

from .threads_case import AtRandom, ThreadsCase


def _hold(lock: Any) -> None:
    lock.acquire()
    time.sleep(100)


class Exceptions(ThreadsCase):
    def refuse(self) -> None:
        raise ValueError("no")

    def test_the_default_hook_prints(self) -> None:
        text = self.stderr_of(lambda: self.join(self.start(self.refuse)))
        self.assertTrue(text.startswith("Exception in thread Thread-1 (refuse):\nTraceback (most recent call last):\n"))
        self.assertTrue(text.endswith("ValueError: no\n"))
        self.assertNotIn(OURS, text)

    def test_a_programs_own_hook(self) -> None:
        seen: list[Any] = []
        threading.excepthook = seen.append
        thread = self.start(self.refuse)
        self.join(thread)
        self.assertEqual((seen[0].exc_type, str(seen[0].exc_value), seen[0].thread), (ValueError, "no", thread))
        threading.excepthook = threading.__excepthook__

    def test_the_default_hook_knows_threads_without_an_object_by_number(self) -> None:
        error = ValueError("no")
        hook = threading.excepthook
        text = self.stderr_of(lambda: hook(threading.ExceptHookArgs((ValueError, error, None, None))))
        self.assertEqual(text, f"Exception in thread {threading.get_ident()}:\nValueError: no\n")

    def test_exit_is_silent(self) -> None:
        for leave in (sys.exit, _thread.exit):
            text = self.stderr_of(lambda leave=leave: self.join(self.start(leave)))
            self.assertEqual(text, "")

    def test_what_nobody_catches_in_the_lower_module(self) -> None:
        def fail() -> None:
            raise ValueError("no")

        def both() -> None:
            _thread.start_new_thread(fail, ())
            _thread.start_new_thread(_thread.exit, ())
            time.sleep(1)

        text = self.stderr_of(both)
        self.assertRegex(text, r"^Exception ignored in thread started by .*<function .*fail at 0x[0-9a-f]+>")
        self.assertEqual(text.count("Traceback"), 1)
        self.assertNotIn(OURS, text)


class Unwinding(ThreadsCase):
    def unwound(self, work: Callable[[], object], count: int = 1) -> str:
        """What threads that wait in `work` print when the program is over."""

        def both() -> None:
            for _ in range(count):
                self.start(work, daemon=True)
            time.sleep(1)
            self.scheduler.unwind()

        text = self.stderr_of(both)
        self.assertEqual([thread.state for thread in self.scheduler.threads[1:]], ["done"] * count)
        return text

    def test_waiting_threads_end_without_a_word(self) -> None:
        lock, condition, barrier = threading.Lock(), threading.Condition(), threading.Barrier(9)
        event, semaphore = threading.Event(), threading.Semaphore(0)
        lock.acquire()

        def wait() -> None:
            with condition:
                condition.wait()

        waits: list[Callable[[], object]] = [
            lock.acquire,
            wait,
            barrier.wait,
            event.wait,
            semaphore.acquire,
            queue.Queue().get,
            queue.SimpleQueue().get,
            lambda: time.sleep(100),
            threading.main_thread().join,
        ]
        for work in waits:
            with self.subTest(work):
                self.scheduler.restart(self.strategy())
                self.assertEqual(self.unwound(work), "")

    def test_many_that_wait_for_one_condition(self) -> None:
        for lock in (threading.Lock(), threading.RLock()):
            condition = threading.Condition(lock)

            def wait(condition: threading.Condition = condition) -> None:
                with condition:
                    condition.wait()

            self.scheduler.restart(self.strategy())
            self.assertEqual(self.unwound(wait, 5), "")

    def test_a_lock_that_the_main_thread_holds_stays_held(self) -> None:
        condition = threading.Condition()

        def wait() -> None:
            with condition:
                condition.wait()

        self.start(wait, daemon=True)
        time.sleep(1)
        with condition:
            self.assertEqual(self.stderr_of(self.scheduler.unwind), "")
            owned: Any = condition
            self.assertTrue(owned._is_owned())

    def test_no_thread_starts_any_more(self) -> None:
        seen: list[str] = []

        def work() -> None:
            try:
                time.sleep(100)
            finally:
                try:
                    threading.Thread().start()
                except RuntimeError as error:
                    seen.append(str(error))

        self.assertEqual(self.unwound(work), "")
        self.assertEqual(seen, ["can't start new thread"])

    def test_stop_reaches_a_main_thread_that_waits(self) -> None:
        waits: tuple[Any, ...] = (threading.Lock(), threading.RLock())
        for wait in waits:
            self.scheduler.restart(self.strategy())
            self.start(_hold, wait)
            time.sleep(1)
            self.start(lambda: (time.sleep(5), self.scheduler.outside.halt(HaltReason("stopped"))))
            with self.assertRaises(KeyboardInterrupt), wait:
                self.fail()

    def test_too_many(self) -> None:
        room = self.scheduler.machine.most_threads - 1
        event = threading.Event()
        threads = [self.start(event.wait) for _ in range(room)]
        extra = threading.Thread()
        with self.assertRaisesRegex(RuntimeError, "^can't start new thread$"):
            extra.start()
        self.assertFalse(extra.is_alive())
        self.assertEqual(threading.active_count(), room + 1)
        event.set()
        self.join(*threads)
        extra.start()
        extra.join()


class UnwindingAtRandom(Unwinding, AtRandom):
    pass
