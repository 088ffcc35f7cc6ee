"""Looking at an event: the one thing that `threading` does to a lock's data without the lock."""

import sys
import threading

from ..cpython.replacements import Replacements
from ..scheduler.scheduler import Scheduler


def install_event(replacements: Replacements, scheduler: Scheduler) -> None:
    """Lets the scheduler know when the program asks whether an event is set."""

    def is_set(self: threading.Event) -> bool:
        """Return true if and only if the internal flag is true."""
        # `threading` asks its own events in order to start and end threads.
        if sys._getframe(1).f_globals is not vars(threading):
            scheduler.operation("look", self._cond._lock)  # type: ignore[attr-defined]
        return self._flag  # type: ignore[attr-defined, no-any-return]

    replacements.put(threading.Event, "is_set", is_set)
