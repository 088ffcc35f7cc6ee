"""asyncio on the scheduler: CPython's own event loops and policies, whose selectors wait on the run clock."""

import asyncio
import inspect
import selectors
from asyncio import base_events, events, selector_events, unix_events
from collections.abc import Callable
from typing import Any, NoReturn

from ..cpython.replacements import Replacements
from ..report.absent import NO_SIGNALS
from ..scheduler.scheduler import Scheduler
from ..scheduler.thread import VirtualThread
from .no_network import refuse_network
from .no_processes import refuse_processes

# No file of a program's ever has this number.
_BELL_NUMBER = 2**30

# Seconds that a round takes in which a loop has nothing to wait for, measured on CPython 3.13: `await
# asyncio.sleep(0)`, again and again. A loop that polls is to see time pass, though its own code is not followed.
A_ROUND = 4e-6


class Bell:
    """Stands where a loop has a pair of sockets: another thread rings, and the loop's `select` returns."""

    def __init__(self, scheduler: Scheduler) -> None:
        self._scheduler = scheduler
        self.rung = False
        self.listener: VirtualThread | None = None

    def send(self, data: bytes) -> int:
        """Another thread has something for the loop: it is not to wait."""
        self.rung = True
        if self.listener is not None:
            self._scheduler.wake(self.listener)
        return len(data)

    def fileno(self) -> int:
        return _BELL_NUMBER

    def close(self) -> None:
        """Nothing to let go of."""


def install_event_loops(replacements: Replacements, scheduler: Scheduler) -> None:
    """Replaces what a loop waits with, so that every way to make one leads to CPython's own: tasks, futures, timers,
    policies and debug mode are the real ones. A program may bring a selector or a loop of its own."""

    def make_bell(loop: Any) -> None:
        loop._ssock = loop._csock = Bell(scheduler)
        loop._internal_fds += 1

    replacements.wrap(selector_events.BaseSelectorEventLoop, "_make_self_pipe", lambda _usual: make_bell)
    for cls in vars(selectors).values():
        if isinstance(cls, type) and issubclass(cls, selectors._BaseSelectorImpl) and "select" in vars(cls):
            replacements.wrap(cls, "select", lambda usual: _waiting(usual, scheduler))
    replacements.wrap(unix_events._UnixSelectorEventLoop, "add_signal_handler", lambda _usual: _no_signals)
    replacements.wrap(base_events.BaseEventLoop, "call_soon_threadsafe", lambda usual: _noticed(usual, scheduler))
    replacements.wrap(base_events.BaseEventLoop, "shutdown_default_executor", _without_threads)
    refuse_network(replacements)
    refuse_processes(replacements)


def _waiting(usual: Callable[..., list[Any]], scheduler: Scheduler) -> Callable[..., list[Any]]:
    def select(selector: Any, timeout: float | None = None) -> list[Any]:
        loop = events._get_running_loop()
        bell: Any = getattr(loop, "_csock", None)
        if type(bell) is not Bell:
            bell = None
        on = selector if loop is None else loop
        scheduler.operation("get", on)
        found = usual(selector, 0) if selector.get_map() else []
        if found:
            # Others get their turn, as a file may go on being ready.
            scheduler.block("select", on, 0)
        elif (bell is not None and bell.rung) or (timeout is not None and timeout <= 0):
            # Nothing to wait for. An endless loop of ready callbacks must still be possible to stop.
            scheduler.clock.waited(A_ROUND)
            if scheduler.must_give_way():
                scheduler.block("select", on, 0)
            else:
                scheduler.check()
        else:
            if bell is not None:
                bell.listener = scheduler.current
            try:
                scheduler.block("select", on, timeout)
            finally:
                if bell is not None:
                    bell.listener = None
            found = usual(selector, 0) if selector.get_map() else []
        if bell is not None:
            bell.rung = False
        scheduler.notify("got", on)
        return found

    return select


def _no_signals(loop: Any, sig: int, callback: Callable[..., object], *args: object) -> NoReturn:
    if asyncio.iscoroutine(callback) or inspect.iscoroutinefunction(callback):
        raise TypeError("coroutines cannot be used with add_signal_handler()")
    loop._check_signal(sig)
    loop._check_closed()
    raise NotImplementedError(NO_SIGNALS)


def _noticed(usual: Callable[..., Any], scheduler: Scheduler) -> Callable[..., Any]:
    def call_soon_threadsafe(loop: Any, *args: Any, **options: Any) -> Any:
        scheduler.operation("put", loop)
        handle = usual(loop, *args, **options)
        scheduler.notify("put", loop)
        return handle

    return call_soon_threadsafe


def _without_threads(usual: Callable[..., Any]) -> Callable[..., Any]:
    async def shutdown_default_executor(loop: Any, *timeout: Any, **options: Any) -> None:
        """CPython's own waits in a thread. An executor that never got a thread has nothing to wait for, and saying
        so hides the error that the program made."""
        executor: Any = getattr(loop, "_default_executor", None)
        if executor is not None and not getattr(executor, "_threads", True):
            loop._executor_shutdown_called = True
            executor.shutdown(wait=False)
            return
        await usual(loop, *timeout, **options)

    return shutdown_default_executor
