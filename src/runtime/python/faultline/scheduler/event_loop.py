"""asyncio on the scheduler: the standard event loop, with a selector that waits on the run clock."""

import asyncio
import time
from asyncio import base_events, events
from collections.abc import Callable
from typing import Any

from .awaiting import Locate, awaiting, name_of
from .scheduler import Scheduler

# The name before Python 3.14 had no underscore.
_Policy: Any = getattr(events, "_BaseDefaultEventLoopPolicy", None) or events.BaseDefaultEventLoopPolicy


class _Selector:
    """Stands where `selectors` would: there are no sockets, so selecting is waiting."""

    def __init__(self, loop: "SchedulerEventLoop", scheduler: Scheduler, locate: Locate) -> None:
        self._loop = loop
        self._scheduler = scheduler
        self._locate = locate

    def select(self, timeout: float | None = None) -> list[Any]:
        if timeout is None:
            self._scheduler.wait_forever(waits_of(self._loop, self._locate))
        elif timeout > 0:
            self._scheduler.wait(timeout)
        else:
            # Nothing to wait for. An endless loop of ready callbacks must still be possible to stop.
            self._scheduler.check()
        return []

    def close(self) -> None:
        """Nothing to let go of."""


class SchedulerEventLoop(base_events.BaseEventLoop):
    """CPython's own `BaseEventLoop`, so tasks, futures, timers and debug mode are the real ones.

    The method is that of `TestLoop` in CPython's `test.test_asyncio.utils`: supply a selector and a clock.
    """

    def __init__(self, scheduler: Scheduler, locate: Locate) -> None:
        super().__init__()
        self._selector = _Selector(self, scheduler, locate)

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

    def _process_events(self, event_list: list[Any]) -> None:
        """The selector never reports an event."""

    def _write_to_self(self) -> None:
        """Wakes a selecting loop from another thread; while there is one thread, nobody selects meanwhile."""


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
