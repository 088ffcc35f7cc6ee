"""Starting threads and ending them: the functions of `_thread` that are about the threads themselves."""

import asyncio
import sys
import threading
from collections.abc import Callable
from contextvars import Context
from typing import Any

from ..pristine.halt import Halt
from ..scheduler.scheduler import Scheduler
from ..scheduler.thread import DONE
from .handle import ThreadHandle, handle_of
from .local import forget_locals_of
from .unraisable import unraisable


class Starting:
    """The threads of a run, as `_thread` starts, counts and waits for them."""

    def __init__(self, scheduler: Scheduler) -> None:
        self._scheduler = scheduler
        # Those that the interpreter waits for at exit.
        self._to_wait_for: list[ThreadHandle] = []

    def restart(self) -> None:
        """A program begins: it has started no thread."""
        self._to_wait_for.clear()

    def start_joinable_thread(
        self, function: Callable[[], object], handle: ThreadHandle | None = None, daemon: bool = True
    ) -> ThreadHandle:
        """*For internal use only*: start a new thread. Returns a handle with a method to join it."""
        if not callable(function):
            raise TypeError("thread function must be callable")
        if handle is None:
            handle = ThreadHandle()
        elif not isinstance(handle, ThreadHandle):  # pyright: ignore[reportUnnecessaryIsInstance]  # a program may err
            raise TypeError("'handle' must be a _ThreadHandle")
        if handle.ident:
            raise RuntimeError("thread already started")
        self._start(function, handle, bool(daemon))
        return handle

    def start_new_thread(
        self, function: Callable[..., object], args: tuple[Any, ...], kwargs: dict[str, Any] | None = None, /
    ) -> int:
        """Start a new thread and return its identifier."""
        if not callable(function):
            raise TypeError("first arg must be callable")
        if not isinstance(args, tuple):  # pyright: ignore[reportUnnecessaryIsInstance]  # a program may err
            raise TypeError("2nd arg must be a tuple")
        if kwargs is not None and not isinstance(kwargs, dict):  # pyright: ignore[reportUnnecessaryIsInstance]  # as above
            raise TypeError("optional 3rd arg must be a dictionary")
        handle = ThreadHandle()
        self._start(function, handle, True, args, kwargs or {})
        return handle.ident

    def shutdown(self) -> None:
        """Waits until all threads that are no daemons have ended."""
        me = self._scheduler.current.ident
        while True:
            handle = next((one for one in self._to_wait_for if one.ident != me), None)
            if handle is None:
                return
            handle.wait_at_exit()

    def make_thread_handle(self, ident: int) -> ThreadHandle:
        """*For internal use only*: the handle of a thread that runs."""
        thread = next((one for one in self._scheduler.threads if one.ident == ident), None)
        return handle_of(thread, ident)

    def get_ident(self) -> int:
        """A nonzero number that no other thread of the run has."""
        return self._scheduler.current.ident

    def get_main_thread_ident(self) -> int:
        """*For internal use only*: what `get_ident()` is in the main thread."""
        return self._scheduler.threads[0].ident

    def count(self) -> int:
        """How many threads have been started and run still."""
        return sum(thread.state is not DONE for thread in self._scheduler.threads) - 1

    def set_name(self, name: str) -> None:
        """The running thread has got a new name."""
        self._scheduler.current.name = name

    def _start(
        self,
        function: Callable[..., object],
        handle: ThreadHandle,
        daemon: bool,
        args: tuple[Any, ...] = (),
        kwargs: dict[str, Any] | None = None,
    ) -> None:
        scheduler = self._scheduler
        scheduler.operation("start", handle)

        def body() -> None:
            try:
                _run(scheduler, function, args, kwargs or {})
            finally:
                forget_locals_of(scheduler.current)
                if not daemon:
                    self._to_wait_for.remove(handle)
                handle._set_done()

        handle.start(scheduler.spawn(body, daemon, _name_of(function)))
        if not daemon:
            self._to_wait_for.append(handle)


def _run(scheduler: Scheduler, function: Callable[..., object], args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
    """Calls `function` in the state that a thread begins with, which its carrier may have lost to an earlier one."""
    asyncio._set_running_loop(None)
    if sys.gettrace() is not None:
        sys.settrace(None)
    if sys.getprofile() is not None:
        sys.setprofile(None)
    try:
        Context().run(function, *args, **kwargs)
    except (SystemExit, Halt):
        pass
    except BaseException as error:
        scheduler.failed(error)
        unraisable(error, f"Exception ignored in thread started by {function!r}")


def _name_of(function: Callable[..., object]) -> str:
    owner = getattr(function, "__self__", None)
    if isinstance(owner, threading.Thread):
        named: Any = owner
        name: str = named._name
        return name
    return str(getattr(function, "__name__", type(function).__name__))
