"""What tells one way of running a program's threads from another: its scheduler, its monitors, its searches."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from ..accesses.manual_stepping import Questions
from ..accesses.monitor import Monitor
from ..coroutine_threads.unable import Unasked
from ..pristine.halt import HaltReason
from ..report.fact import Fact
from ..scheduler.scheduler import Scheduler
from ..scheduler.thread import VirtualThread

_Pruning = TypeVar("_Pruning")
_Plain = TypeVar("_Plain")


class ExecutionMode(Protocol):
    """Chosen once for a run or a search; nobody else asks which it is."""

    scheduler: Scheduler
    # What is to be said of how the threads were run; None where they ran as they should.
    fact: Fact | None
    # Whether a run with a schedule beats after so many points, and not at the heartbeat.
    counts_beats: bool

    def explain(self, threads: list[VirtualThread]) -> HaltReason:
        """Why no thread can go on."""
        ...

    def monitor_of_run(self) -> Monitor | None:
        """What follows accesses in a run with a schedule; None where they cannot be followed."""
        ...

    def monitor_of_search(self) -> Monitor | None:
        """What follows the executions of a search; None where the program's code counts its points itself."""
        ...

    def questions(self, monitor: Monitor | None) -> Questions | Unasked:
        """Who asks the person that steps by hand."""
        ...

    def explorer(self, *, pruning: Callable[[], _Pruning], plain: Callable[[], _Plain]) -> _Pruning | _Plain:
        """What tries all schedules: one that follows accesses to leave some out, or one that tries each."""
        ...
