"""What a probe is, and what it is given to work with."""

from typing import NamedTuple, Protocol

from ..recorder import Recorder
from ..replacements import Replacements
from ..scheduler.awaiting import Locate
from ..scheduler.scheduler import Scheduler
from ..stepping.monitor import Monitor


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


class Probe(Protocol):
    """Watches one thing. It never changes what the program computes, and replaces only through the stage."""

    def finish(self) -> None:
        """The program has ended: report what is still open."""
