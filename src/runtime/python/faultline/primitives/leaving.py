"""How a program ends itself at once: `os._exit`, `os.abort`. No finally, no exit functions, nothing more."""

import operator
import os
from typing import Any

from ..cpython.replacements import Replacements
from ..pristine.halt import HaltReason
from ..scheduler.scheduler import Scheduler

# A shell adds the number of the signal that has ended a program.
SIGNALLED = 128
_SIGABRT = 6


def install_leaving(replacements: Replacements, scheduler: Scheduler) -> None:
    """Has the run end, and not the interpreter that all of it is in."""

    def _exit(status: Any) -> None:
        """Exit to the system with specified status, without normal exit processing."""
        leave(scheduler, _as_c_int(status), "os._exit")

    def abort() -> None:
        """Abort the interpreter immediately."""
        leave(scheduler, SIGNALLED + _SIGABRT, "SIGABRT")

    replacements.put(os, "_exit", _exit)
    replacements.put(os, "abort", abort)


def leave(scheduler: Scheduler, status: int, by: str) -> None:
    """Ends the run here."""
    scheduler.outside.halt(HaltReason("exited", status=status, by=by))
    scheduler.check()


def _as_c_int(number: Any) -> int:
    """A number as C functions take it."""
    index = operator.index(number)
    if not -(2**31) <= index < 2**31:
        raise OverflowError(f"signed integer is {'greater than maximum' if index > 0 else 'less than minimum'}")
    return index
