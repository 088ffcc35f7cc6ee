"""Puts the scheduler under the program: `time.sleep`, the clocks, and asyncio's choice of event loop."""

import asyncio
import time
from asyncio import events, runners
from collections.abc import Callable

from ..replacements import Replacements
from .awaiting import Locate
from .clock import Clock
from .event_loop import SchedulerEventLoop, SchedulerPolicy
from .scheduler import Scheduler

_CLOCKS = ("time", "monotonic", "perf_counter")


def install(
    replacements: Replacements,
    scheduler: Scheduler,
    locate: Locate,
    *,
    virtual: bool,
    standard_run: Callable[..., object],
) -> None:
    """Replaces what waits. With `virtual`, the clocks that a program can read show the run clock's skips as well.

    `standard_run` is CPython's own `asyncio.run`, which Pyodide has replaced by one that shares the browser's loop.
    """

    def sleep(seconds: float, /) -> None:
        if seconds < 0:
            raise ValueError("sleep length must be non-negative")
        scheduler.wait(seconds)

    replacements.put(time, "sleep", sleep)
    if virtual:
        _shift_clocks(replacements, scheduler.clock)

    def make_loop() -> SchedulerEventLoop:
        return SchedulerEventLoop(scheduler, locate)

    replacements.put(events, "_event_loop_policy", SchedulerPolicy(make_loop))
    for name in ("EventLoop", "SelectorEventLoop"):
        if hasattr(asyncio, name):
            replacements.put(asyncio, name, make_loop)
    for module in (asyncio, runners):
        replacements.put(module, "run", standard_run)
    # The browser's own loop counts as running; to the program there is none yet.
    events._set_running_loop(None)


def _shift_clocks(replacements: Replacements, clock: Clock) -> None:
    """The clocks a program can read go on from where they stand, at the pace of the run clock."""
    for name in _CLOCKS:
        start = getattr(time, name)()
        replacements.put(time, name, lambda start=start: start + clock.now())
        start_ns = getattr(time, f"{name}_ns")()
        replacements.put(time, f"{name}_ns", lambda start_ns=start_ns: start_ns + int(clock.now() * 1e9))
