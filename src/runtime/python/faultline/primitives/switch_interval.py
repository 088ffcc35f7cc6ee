"""`sys.setswitchinterval`: how long a thread may run before another gets its turn."""

import sys
from typing import Any

from ..cpython.replacements import Replacements
from ..scheduler.scheduler import Scheduler


def install_switch_interval(replacements: Replacements, scheduler: Scheduler) -> None:
    """Hands the program's switch interval to the scheduler, as `scheduler.switch_interval` in seconds."""

    def setswitchinterval(interval: Any, /) -> None:
        if not isinstance(interval, float):
            if not hasattr(interval, "__float__") and not hasattr(interval, "__index__"):
                raise TypeError(f"must be real number, not {type(interval).__name__}")
            interval = float(interval)
        if interval <= 0:
            raise ValueError("switch interval must be strictly positive")
        # Whole microseconds are what CPython keeps.
        scheduler.switch_interval = int(interval * 1e6) * 1e-6

    def getswitchinterval() -> float:
        return scheduler.switch_interval

    replacements.wrap(sys, "setswitchinterval", lambda _original: setswitchinterval)
    replacements.wrap(sys, "getswitchinterval", lambda _original: getswitchinterval)
