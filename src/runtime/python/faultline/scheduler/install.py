"""Puts the scheduler under the program: `time.sleep`, the clocks, and asyncio's choice of event loop."""

import asyncio
import operator
import time
from asyncio import events, runners
from collections.abc import Callable

from ..replacements import Replacements
from .awaiting import Locate
from .clock import Clock
from .event_loop import SchedulerEventLoop, SchedulerPolicy
from .scheduler import Scheduler

_CLOCKS = ("time", "monotonic", "perf_counter")

# 2^63 nanoseconds: what CPython's clocks can count.
MOST_SECONDS = 2**63 / 1e9


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
        scheduler.wait(_sleep_length(seconds))

    replacements.put(time, "sleep", sleep)
    if virtual:
        _shift_clocks(replacements, scheduler.clock)

    class EventLoop(SchedulerEventLoop):
        """The loop of this run; programs may subclass it, as they may `asyncio.SelectorEventLoop`."""

        def __init__(self) -> None:
            super().__init__(scheduler, locate)

    replacements.put(events, "_event_loop_policy", SchedulerPolicy(EventLoop))
    for name in ("EventLoop", "SelectorEventLoop"):
        if hasattr(asyncio, name):
            replacements.put(asyncio, name, EventLoop)
    for module in (asyncio, runners):
        replacements.put(module, "run", standard_run)
    # The browser's own loop counts as running; to the program there is none yet.
    running = events._get_running_loop()
    replacements.on_restore(lambda: events._set_running_loop(running))
    events._set_running_loop(None)


def _sleep_length(seconds: float) -> float:
    """The argument of `time.sleep` as CPython takes it (`_PyTime_FromSecondsObject` in pytime.c)."""
    length = seconds if isinstance(seconds, float) else operator.index(seconds)
    if length != length:
        raise ValueError("Invalid value NaN (not a number)")
    if abs(length) > MOST_SECONDS:
        raise OverflowError("timestamp too large to convert to C PyTime_t")
    if length < 0:
        raise ValueError("sleep length must be non-negative")
    return float(length)


def _shift_clocks(replacements: Replacements, clock: Clock) -> None:
    """The clocks a program can read go on from where they stand, at the pace of the run clock."""
    for name in _CLOCKS:
        start = getattr(time, name)()
        replacements.put(time, name, lambda start=start: start + clock.now())
        start_ns = getattr(time, f"{name}_ns")()
        replacements.put(time, f"{name}_ns", lambda start_ns=start_ns: start_ns + int(clock.now() * 1e9))
