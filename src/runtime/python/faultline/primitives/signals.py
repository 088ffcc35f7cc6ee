"""Signals, which nobody sends here but the program itself. They are the main thread's business, as in CPython."""

import _signal
import _thread
import os
import signal
import sys
from collections.abc import Callable, Iterable
from typing import Any

from ..cpython.replacements import Replacements
from ..scheduler.scheduler import Scheduler
from ..scheduler.thread import VirtualThread
from .leaving import SIGNALLED, leave

# The machine raises this one some twenty times a second while Python computes. The program never sees that.
HEARTBEAT: int | None = getattr(_signal, "SIGVTALRM", None)
set_own_handler = _signal.signal

# As they are in C: `signal` has enumerations in their place.
_DEFAULT, IGNORED = _signal.SIG_DFL, _signal.SIG_IGN
# By default these do nothing. All others end a program.
_HARMLESS = frozenset(
    getattr(signal, name) for name in ("SIGCHLD", "SIGCONT", "SIGURG", "SIGWINCH") if hasattr(signal, name)
)
_ONLY_MAIN = "signal only works in main thread of the main interpreter"
_NO_HANDLER = "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object"


def set_heartbeat(handler: Any) -> None:
    """Has `handler` called at each heartbeat, where the platform has its signal."""
    if HEARTBEAT is not None:
        set_own_handler(HEARTBEAT, handler)


class Signals:
    """Handlers, masks, and threads that wait for a signal."""

    def __init__(self, scheduler: Scheduler) -> None:
        self._scheduler = scheduler
        # Of the heartbeat's signal, which has a handler of ours.
        self._handler: Any = _DEFAULT
        self._blocked: set[int] = set()
        self._pending: set[int] = set()
        # Who waits for which, and what has come: None while nothing has.
        self._waiting: dict[VirtualThread, tuple[frozenset[int], list[int]]] = {}

    def install(self, replacements: Replacements) -> None:
        """Puts them under `signal`, `os.kill` and `_thread.interrupt_main`."""
        put = replacements.put
        for name, usual in (("signal", _signal.signal), ("getsignal", _signal.getsignal)):
            put(_signal, name, self._around(name, usual))
        for module in (_signal, signal):
            for name in ("raise_signal", "pause"):
                if hasattr(module, name):
                    put(module, name, getattr(self, name))
        for name in ("pthread_sigmask", "sigpending", "sigwait", "sigwaitinfo", "sigtimedwait"):
            if hasattr(signal, name):
                put(signal, name, getattr(self, name))
        put(os, "kill", self.kill)
        put(_thread, "interrupt_main", self.interrupt_main)

    def _around(self, name: str, usual: Callable[..., Any]) -> Callable[..., Any]:
        """`signal.signal` and `signal.getsignal` rest on these."""

        def set_handler(signalnum: int, handler: Any, /) -> Any:
            if self._scheduler.current is not self._scheduler.main:
                raise ValueError(_ONLY_MAIN)
            if signalnum != HEARTBEAT:
                return usual(signalnum, handler)
            if not callable(handler) and handler not in (_DEFAULT, IGNORED):
                raise TypeError(_NO_HANDLER)
            before, self._handler = self._handler, handler
            return before

        def get_handler(signalnum: int, /) -> Any:
            return self._handler if signalnum == HEARTBEAT else usual(signalnum)

        return set_handler if name == "signal" else get_handler

    def kill(self, pid: int, signalnum: int, /) -> None:
        """Kill a process with a signal. There is but this one."""
        if pid not in (0, os.getpid()):
            raise ProcessLookupError(3, "No such process")
        if signalnum:
            self.raise_signal(signalnum)

    def raise_signal(self, signalnum: int, /) -> None:
        """Send a signal to the executing process."""
        number = int(signalnum)
        if number not in signal.valid_signals():
            raise OSError(22, "Invalid argument")
        for thread, (numbers, come) in self._waiting.items():
            if number in numbers and not come:
                come.append(number)
                self._scheduler.wake(thread)
                return
        if number in self._blocked:
            self._pending.add(number)
        else:
            self._deliver(number)

    def interrupt_main(self, signum: int = signal.SIGINT, /) -> None:
        """Simulate the arrival of the given signal in the main thread."""
        if callable(signal.getsignal(signum)):
            self._deliver(signum)

    def _deliver(self, number: int) -> None:
        handler = signal.getsignal(number)
        if number in (signal.SIGKILL, signal.SIGSTOP) or handler == _DEFAULT:
            if number not in _HARMLESS:
                leave(self._scheduler, SIGNALLED + number, signal.Signals(number).name)
            return
        if not callable(handler):
            return
        main = self._scheduler.main
        numbers, come = self._waiting.get(main, (frozenset(), []))
        if main in self._waiting and not numbers:
            come.append(number)
            self._scheduler.wake(main)
        if self._scheduler.current is main:
            handler(number, sys._getframe(2))
        else:
            # It arrives when the main thread goes on: what it waits for is not broken off.
            main.interruption = lambda: handler(number, None)

    def pause(self) -> None:
        """Wait until a signal arrives."""
        self._wait(frozenset())

    def sigwait(self, sigset: Iterable[int], /) -> Any:
        """Wait for a signal."""
        return signal.Signals(self._wait_for(sigset, None))

    def sigwaitinfo(self, sigset: Iterable[int], /) -> Any:
        """Wait synchronously until one of the signals in *sigset* is delivered."""
        return _info(self._wait_for(sigset, None))

    def sigtimedwait(self, sigset: Iterable[int], timeout: float, /) -> Any:
        """Like sigwaitinfo(), but with a timeout."""
        if timeout < 0:
            raise ValueError("timeout must be non-negative")
        return _info(self._wait_for(sigset, timeout))

    def _wait_for(self, sigset: Iterable[int], timeout: float | None) -> int | None:
        numbers = frozenset(map(int, sigset))
        for number in sorted(self._pending & numbers):
            self._pending.discard(number)
            return number
        come = self._wait(numbers, timeout)
        return come[0] if come else None

    def _wait(self, numbers: frozenset[int], timeout: float | None = None) -> list[int]:
        me, come = self._scheduler.current, list[int]()
        self._waiting[me] = numbers, come
        try:
            while not come and self._scheduler.block("signal", None, timeout):
                pass
        finally:
            del self._waiting[me]
        return come

    def pthread_sigmask(self, how: int, mask: Iterable[int], /) -> set[Any]:
        """Fetch and/or change the signal mask of the calling thread."""
        before, numbers = {signal.Signals(one) for one in self._blocked}, set(map(int, mask))
        match how:
            case signal.SIG_BLOCK:
                self._blocked |= numbers
            case signal.SIG_UNBLOCK:
                self._blocked -= numbers
            case signal.SIG_SETMASK:
                self._blocked = numbers
            case _:
                raise OSError(22, "Invalid argument")
        for number in sorted(self._pending - self._blocked):
            self._pending.discard(number)
            self._deliver(number)
        return before

    def sigpending(self) -> set[Any]:
        """Examine pending signals."""
        return {signal.Signals(number) for number in self._pending}


def _info(number: int | None) -> Any:
    """What is known of a signal that the program has sent itself; None for none."""
    return None if number is None else signal.struct_siginfo((number, 0, 0, os.getpid(), 0, 0, 0))
