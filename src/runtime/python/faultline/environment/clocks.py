"""The clocks that a program can read: put on the run clock."""

import datetime
import logging
import os
import time
import warnings
from collections.abc import Callable
from typing import Any

from ..cpython.replacements import Replacements
from ..scheduler.clock import Clock

# What the clocks show when a virtual run begins: any fixed moment, so that runs repeat.
STARTS = {"time": 1_767_225_600.0, "monotonic": 1000.0, "perf_counter": 1000.0}
# Which of them the clocks of the operating system are.
_BY_NUMBER = {
    "CLOCK_REALTIME": "time",
    "CLOCK_MONOTONIC": "monotonic",
    "CLOCK_MONOTONIC_RAW": "monotonic",
    "CLOCK_BOOTTIME": "monotonic",
    "CLOCK_PROCESS_CPUTIME_ID": "process_time",
    "CLOCK_THREAD_CPUTIME_ID": "process_time",
}
_DEPRECATED = (
    "datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. Use timezone-aware "
    "objects to represent datetimes in UTC: datetime.datetime.now(datetime.UTC)."
)


def shift_clocks(replacements: Replacements, clock: Clock, starts: dict[str, float]) -> None:
    """The clocks go on from where they start, at the pace of the run clock."""
    for name, start in starts.items():
        replacements.put(time, name, lambda start=start: start + clock.read())
        replacements.put(time, f"{name}_ns", lambda start=int(start * 1e9): start + int(clock.read() * 1e9))
    _shift_calendar(replacements)


def _shift_calendar(replacements: Replacements) -> None:
    """What asks for the time itself when it is given none."""
    now = time.time

    def of_seconds(usual: Callable[..., Any]) -> Callable[..., Any]:
        def since(*args: Any) -> Any:
            return usual(now()) if not args or (len(args) == 1 and args[0] is None) else usual(*args)

        return since

    for name in ("localtime", "gmtime", "ctime"):
        replacements.wrap(time, name, of_seconds)
    local = time.localtime
    replacements.wrap(time, "asctime", lambda usual: lambda *args: usual(*(args or (local(),))))
    replacements.wrap(
        time, "strftime", lambda usual: lambda *args: usual(*args, local()) if len(args) == 1 else usual(*args)
    )


def make_virtual(replacements: Replacements, clock: Clock) -> None:
    """All clocks show the run clock alone, those that a real run leaves alone too."""
    shift_clocks(replacements, clock, STARTS)
    for name in ("process_time", "thread_time"):
        if hasattr(time, name):
            replacements.put(time, name, clock.computed)
            replacements.put(time, f"{name}_ns", lambda: int(clock.computed() * 1e9))
    _number_clocks(replacements)
    replacements.put(os, "times", lambda: os.times_result((clock.computed(), 0.0, 0.0, 0.0, time.monotonic())))
    # What log records count their own time from.
    began: Any = STARTS["time"]
    nanoseconds = isinstance(vars(logging)["_startTime"], int)
    replacements.put(logging, "_startTime", int(began * 1e9) if nanoseconds else began)
    _shift_dates(replacements)


def _number_clocks(replacements: Replacements) -> None:
    numbers = {getattr(time, name): shown for name, shown in _BY_NUMBER.items() if hasattr(time, name)}
    read = {number: (getattr(time, name), getattr(time, f"{name}_ns")) for number, name in numbers.items()}

    def by_number(index: int) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        def around(usual: Callable[..., Any]) -> Callable[..., Any]:
            def gettime(clk_id: Any, /) -> Any:
                clocks = read.get(clk_id) if type(clk_id) is int else None
                return usual(clk_id) if clocks is None else clocks[index]()

            return gettime

        return around

    for index, name in enumerate(("clock_gettime", "clock_gettime_ns")):
        if hasattr(time, name):
            replacements.wrap(time, name, by_number(index))


def _shift_dates(replacements: Replacements) -> None:
    """`datetime.now` and `utcnow` are C and read the system's clock; `today` asks `time.time`, which follows already.

    The class has to stay the one that it is, for `isinstance` and `pickle`: so its two methods are replaced in it.
    """
    kind = datetime.datetime
    from_timestamp: Any = kind.__dict__["fromtimestamp"]
    current = time.time

    def now(cls: type, tz: Any = None) -> Any:
        return from_timestamp.__get__(None, cls)(current(), tz)

    def utcnow(cls: type) -> Any:
        warnings.warn(_DEPRECATED, DeprecationWarning, stacklevel=2)
        return from_timestamp.__get__(None, cls)(current(), datetime.UTC).replace(tzinfo=None)

    for function in (now, utcnow):
        name = function.__name__
        function.__doc__ = kind.__dict__[name].__doc__
        function.__module__, function.__qualname__ = "datetime", f"datetime.{name}"
        replacements.put_in_type(kind, name, classmethod(function))
