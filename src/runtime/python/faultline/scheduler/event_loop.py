"""asyncio on the scheduler: the standard event loop, with a selector that waits on the run clock."""

import asyncio
import time
from asyncio import base_events, events
from collections.abc import Callable
from typing import Any, ClassVar

from .awaiting import Locate, awaiting, name_of
from .scheduler import Scheduler
from .thread import VirtualThread

# The name before Python 3.14 had no underscore.
_Policy: Any = getattr(events, "_BaseDefaultEventLoopPolicy", None) or events.BaseDefaultEventLoopPolicy


class _Selector:
    """Stands where `selectors` would: there are no sockets, so selecting is waiting."""

    def __init__(self, loop: "SchedulerEventLoop", scheduler: Scheduler) -> None:
        self._loop = loop
        self._scheduler = scheduler
        self._selecting: VirtualThread | None = None
        self._called = False

    def select(self, timeout: float | None = None) -> list[Any]:
        self._scheduler.operation("get", self._loop)
        if self._called or (timeout is not None and timeout <= 0):
            # Nothing to wait for. An endless loop of ready callbacks must still be possible to stop.
            self._scheduler.check()
        else:
            self._selecting = self._scheduler.current
            try:
                self._scheduler.block("select", self._loop, timeout)
            finally:
                self._selecting = None
        self._called = False
        self._scheduler.tell("got", self._loop)
        return []

    def call(self) -> None:
        """Another thread has something for the loop: it is not to wait."""
        self._called = True
        if self._selecting is not None:
            self._scheduler.wake(self._selecting)

    def close(self) -> None:
        """Nothing to let go of."""


class SchedulerEventLoop(base_events.BaseEventLoop):
    """CPython's own `BaseEventLoop`, so tasks, futures, timers and debug mode are the real ones.

    The method is that of `TestLoop` in CPython's `test.test_asyncio.utils`: supply a selector and a clock.
    """

    scheduler: ClassVar[Scheduler]

    def __init__(self) -> None:
        super().__init__()
        self._selector = _Selector(self, self.scheduler)

    def time(self) -> float:
        """The program's monotonic clock, which the scheduler has replaced."""
        return time.monotonic()

    def close(self) -> None:
        super().close()
        self._selector.close()

    async def shutdown_default_executor(self, timeout: float | None = None) -> None:
        """CPython's own waits in a thread. An executor that never got a thread has nothing to wait for, and saying
        so hides the error that the program made."""
        executor: Any = getattr(self, "_default_executor", None)
        if executor is not None and not executor._threads:
            self._executor_shutdown_called = True
            executor.shutdown(wait=False)
            return
        await super().shutdown_default_executor(*(() if timeout is None else (timeout,)))

    def call_soon_threadsafe(self, *args: Any, **options: Any) -> Any:
        """CPython's own, noticed."""
        self.scheduler.operation("put", self)
        handle = super().call_soon_threadsafe(*args, **options)
        self.scheduler.tell("put", self)
        return handle

    def _process_events(self, event_list: list[Any]) -> None:
        """The selector never reports an event."""

    def _write_to_self(self) -> None:
        """Wakes the loop from another thread."""
        self._selector.call()


class SchedulerPolicy(_Policy):  # type: ignore[misc]
    """Makes every new loop one of ours: `asyncio.run`, `Runner`, `new_event_loop`."""

    def __init__(self, make_loop: Callable[[], SchedulerEventLoop]) -> None:
        super().__init__()
        self._make_loop = make_loop

    def new_event_loop(self) -> SchedulerEventLoop:
        return self._make_loop()


def waits_of(loop: asyncio.AbstractEventLoop, locate: Locate) -> list[str]:
    """Who waits for what, a line a task, oldest task first."""
    lines = []
    for task in sorted(asyncio.all_tasks(loop), key=_age):
        wait = awaiting(task, locate)
        if wait is not None:
            where = f" ({wait.place.file}, line {wait.place.line})" if wait.place else ""
            lines.append(f"{name_of(task)} waits for {wait.what}{where}")
    return lines


def _age(task: "asyncio.Task[Any]") -> tuple[int, str]:
    name = task.get_name()
    number = name.rpartition("-")[2]
    return (int(number) if number.isdigit() else 0, name)
