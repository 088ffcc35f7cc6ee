"""Threads: their life, their names and numbers, and those of the lower module `_thread`."""

import _thread
import contextvars
import threading
import time
from typing import Any

from faultline.environment.thread_modules import exit_threads

from .threads_case import AtRandom, ThreadsCase


class Threads(ThreadsCase):
    def test_a_life(self) -> None:
        thread = threading.Thread(target=time.sleep, args=(2,))
        self.assertEqual((thread.is_alive(), thread.ident), (False, None))
        self.assertEqual(repr(thread), "<Thread(Thread-1 (sleep), initial)>")
        with self.assertRaisesRegex(RuntimeError, "^cannot join thread before it is started$"):
            thread.join()
        thread.start()
        self.assertTrue(thread.is_alive())
        self.assertEqual(repr(thread), f"<Thread(Thread-1 (sleep), started {thread.ident})>")
        with self.assertRaisesRegex(RuntimeError, "^threads can only be started once$"):
            thread.start()
        thread.join(1)
        self.assertTrue(thread.is_alive())
        thread.join(-1)
        thread.join()
        thread.join()
        self.assertNow(2)
        self.assertFalse(thread.is_alive())
        self.assertEqual(repr(thread), f"<Thread(Thread-1 (sleep), stopped {thread.ident})>")
        self.assertRaises(RuntimeError, thread.start)

    def test_a_thread_cannot_join_itself(self) -> None:
        with self.assertRaisesRegex(RuntimeError, "^cannot join current thread$"):
            threading.current_thread().join()

    def test_a_subclass(self) -> None:
        class Own(threading.Thread):
            def run(self) -> None:
                self.seen = threading.current_thread()

        thread = Own(name="mine")
        thread.start()
        thread.join()
        self.assertIs(thread.seen, thread)
        self.assertEqual(repr(thread), f"<Own(mine, stopped {thread.ident})>")

    def test_names(self) -> None:
        names = [self.start(time.sleep, 1).name, threading.Thread().name, threading.Thread(name="mine").name]
        self.assertEqual(names, ["Thread-1 (sleep)", "Thread-2", "mine"])
        self.assertEqual(threading.current_thread().name, "MainThread")

    def test_who_is_there(self) -> None:
        main = threading.main_thread()
        threads = [self.start(time.sleep, 1) for _ in range(3)]
        self.assertEqual(threading.enumerate(), [main, *threads])
        self.assertEqual(threading.active_count(), 4)
        self.assertEqual(_thread._count(), 3)
        self.assertIs(threading.current_thread(), main)
        self.assertEqual(main.ident, threading.get_ident())
        self.join(*threads)
        self.assertEqual(threading.enumerate(), [main])

    def test_numbers(self) -> None:
        seen: list[tuple[int, int]] = []
        threads = [self.start(lambda: seen.append((threading.get_ident(), threading.get_native_id()))) for _ in "ab"]
        self.join(*threads)
        self.assertEqual(sorted(seen), sorted((thread.ident, thread.native_id) for thread in threads))
        self.assertEqual(len({ident for ident, _ in seen} | {threading.get_ident()}), 3)
        self.assertNotIn(0, [ident for ident, _ in seen])

    def test_daemons_are_inherited(self) -> None:
        kinds: list[bool] = []
        self.join(self.start(lambda: kinds.append(threading.Thread().daemon), daemon=True))
        self.join(self.start(lambda: kinds.append(threading.Thread().daemon)))
        self.assertEqual(kinds, [True, False])
        thread = self.start(time.sleep, 1)
        with self.assertRaisesRegex(RuntimeError, "^cannot set daemon status of active thread$"):
            thread.daemon = True

    def test_what_others_wait_for_at_exit(self) -> None:
        done: list[str] = []

        def late() -> None:
            time.sleep(2)
            done.append("late")
            self.start(lambda: (time.sleep(1), done.append("later")))

        self.start(late)
        self.start(lambda: (time.sleep(100), done.append("daemon")), daemon=True)
        exit_threads(self.scheduler)
        self.assertEqual(done, ["late", "later"])
        self.assertNow(3)
        exit_threads(self.scheduler)

    def test_a_context_of_its_own(self) -> None:
        colour = contextvars.ContextVar("colour", default="none")
        colour.set("red")
        seen: list[str] = []

        def work() -> None:
            seen.append(colour.get())
            colour.set("blue")

        self.join(self.start(work))
        _thread.start_new_thread(work, ())
        time.sleep(1)
        _thread.start_new_thread(work, ())
        time.sleep(1)
        self.assertEqual((seen, colour.get()), (["none"] * 3, "red"))

    def test_trace_functions_are_called_in_threads_started_later(self) -> None:
        events: list[str] = []

        def trace(frame: Any, event: str, _argument: Any) -> None:
            if frame.f_code.co_name == "work":
                events.append(event)

        def work() -> None:
            pass

        for install in (threading.settrace, threading.setprofile):
            install(trace)
            self.join(self.start(work))
            install(None)
            self.join(self.start(work))
        self.assertEqual(events, ["call", "call", "return"])


class LowerModule(ThreadsCase):
    def test_threads_of_the_lower_module(self) -> None:
        seen: list[Any] = []

        def work(*args: Any, **kwargs: Any) -> None:
            seen.append((args, kwargs, _thread.get_ident(), threading.current_thread().daemon))

        ident = _thread.start_new_thread(work, (1,), {"a": 2})
        time.sleep(1)
        self.assertEqual(seen, [((1,), {"a": 2}, ident, True)])
        wrong: tuple[tuple[Any, ...], ...] = ((), (3, ()), (work, 3), (work, (), 3), (work, (), {}, 1))
        for arguments in wrong:
            self.assertRaises(TypeError, _thread.start_new_thread, *arguments)

    def test_handles(self) -> None:
        handle = _thread._ThreadHandle()
        self.assertEqual((handle.ident, handle.is_done()), (0, False))
        self.assertEqual(repr(handle), "<_thread._ThreadHandle object: ident=0>")
        self.assertRaisesRegex(RuntimeError, "^thread not started$", handle.join)
        self.assertRaisesRegex(RuntimeError, "^thread not started$", handle._set_done)
        errors: list[str] = []

        def join_itself() -> None:
            try:
                handle.join()
            except RuntimeError as error:
                errors.append(str(error))

        self.assertIs(_thread.start_joinable_thread(join_itself, handle=handle), handle)
        handle.join(5)
        self.assertEqual((errors, handle.is_done()), (["Cannot join current thread"], True))
        with self.assertRaisesRegex(RuntimeError, "^thread already started$"):
            _thread.start_joinable_thread(join_itself, handle=handle)


class ThreadsAtRandom(Threads, AtRandom):
    pass
