"""Looking at an event: the one thing that `threading` does to a lock's data without the lock."""

import threading
from sys import _getframe
from typing import Protocol

from ..cpython.replacements import Replacements
from ..scheduler.scheduler import Scheduler


class _Event(Protocol):
    """`threading.Event`, as it is inside."""

    _cond: "_Condition"
    _flag: bool


class _Condition(Protocol):
    _lock: object


def install_event(replacements: Replacements, scheduler: Scheduler) -> None:
    """Lets the scheduler know when the program asks whether an event is set."""

    def is_set(self: "_Event") -> bool:
        """Return true if and only if the internal flag is true."""
        # `threading` asks its own events in order to start and end threads.
        if _getframe(1).f_globals is not threading.__dict__:
            scheduler.operation("look", self._cond._lock)
        return self._flag

    replacements.put(threading.Event, "is_set", is_set)
