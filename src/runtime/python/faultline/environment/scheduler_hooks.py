"""Puts the scheduler under the program: `time.sleep`, the clocks, and asyncio's event loops."""

import asyncio
import operator
import time
from asyncio import events, runners
from collections.abc import Callable
from typing import Literal

from ..cpython.replacements import Replacements
from ..scheduler.scheduler import Scheduler
from .clocks import STARTS, make_virtual, shift_clocks
from .event_loop import install_event_loops

Clocks = Literal["real", "skipping", "virtual"]

# 2^63 nanoseconds: what CPython's clocks can count.
MOST_SECONDS = 2**63 / 1e9


def install(
    replacements: Replacements,
    scheduler: Scheduler,
    *,
    clocks: Clocks,
    standard_run: Callable[..., object],
) -> None:
    """Replaces what waits, and the clocks that a program can read: they stay (`real`), show the run clock's skips as
    well (`skipping`), or show the run clock alone from a fixed moment on (`virtual`).

    `standard_run` is CPython's own `asyncio.run`, which Pyodide has replaced by one that shares the browser's loop.
    """

    def sleep(seconds: float, /) -> None:
        scheduler.sleep(_sleep_length(seconds))

    replacements.put(time, "sleep", sleep)
    match clocks:
        case "skipping":
            shift_clocks(replacements, scheduler.clock, {name: getattr(time, name)() for name in STARTS})
        case "virtual":
            make_virtual(replacements, scheduler.clock)
        case "real":
            pass

    install_event_loops(replacements, scheduler)
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
