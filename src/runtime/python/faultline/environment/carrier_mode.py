"""The ordinary execution mode: each thread runs on a carrier, which can be suspended anywhere."""

from collections.abc import Callable
from typing import TypeVar

from ..accesses.manual_stepping import Questions
from ..accesses.monitor import Monitor
from ..coroutine_threads.unable import Unasked
from ..pristine.halt import HaltReason
from ..scheduler.clock import Clock
from ..scheduler.deadlock import explain
from ..scheduler.machine import Machine
from ..scheduler.outside import Outside
from ..scheduler.scheduler import Scheduler
from ..scheduler.steps import Steps
from ..scheduler.thread import VirtualThread
from .execution_mode import ExecutionMode
from .plan import GIL_POINTS
from .program import Program

_Pruning = TypeVar("_Pruning")
_Plain = TypeVar("_Plain")


class CarrierMode(ExecutionMode):
    """Also that of a program that starts no thread, for which any browser has carriers enough."""

    fact = None
    counts_beats = True

    def __init__(
        self, machine: Machine, clock: Clock, steps: Steps, outside: Outside, program: Program, model: str
    ) -> None:
        self.scheduler = Scheduler(machine, clock, steps, outside)
        self._steps = steps
        self._program = program
        self._gil = model == GIL_POINTS

    def explain(self, threads: list[VirtualThread]) -> HaltReason:
        return explain(threads, self._program.locate, self.scheduler.names)

    def monitor_of_run(self) -> Monitor:
        return self._monitor(hidden=False)

    def monitor_of_search(self) -> Monitor:
        return self._monitor(hidden=True)

    def questions(self, monitor: Monitor | None) -> Questions | Unasked:
        locate = self._program.locate
        return Unasked(self.scheduler, locate) if monitor is None else Questions(self.scheduler, monitor, locate)

    def explorer(self, *, pruning: Callable[[], _Pruning], plain: Callable[[], _Plain]) -> _Pruning | _Plain:
        return pruning()

    def _monitor(self, *, hidden: bool) -> Monitor:
        program = self._program
        return Monitor(program.locate, self._steps, program.stored_attributes, gil=self._gil, hidden=hidden)
