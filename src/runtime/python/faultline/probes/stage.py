"""What a probe is, and what it is given to work with."""

from collections.abc import Callable
from typing import Any, NamedTuple, Protocol, TypeVar

from ..accesses.monitor import Monitor
from ..cpython.replacements import Replacements
from ..report.recorder import Recorder
from ..scheduler.scheduler import Scheduler
from ..source.locate import Locate

Callback = TypeVar("Callback", bound=Callable[..., Any])


def _as_it_is(callback: Callback) -> Callback:
    return callback


class Stage(NamedTuple):
    """What a probe works with during one run."""

    recorder: Recorder
    replacements: Replacements
    scheduler: Scheduler
    locate: Locate
    # Follows the program's instructions; None for a run without a schedule.
    monitor: Monitor | None
    # The file that runs as `__main__`; what is no file of the program's where it is none.
    entry: str
    # Around a callback that neither the scheduler nor `replacements` calls: where it fails, the probe is taken out.
    guarded: Callable[[Any], Any] = _as_it_is


class Probe(Protocol):
    """Watches one thing. It never changes what the program computes, and replaces only through the stage."""

    def finish(self) -> None:
        """The program has ended: report what is still open."""
