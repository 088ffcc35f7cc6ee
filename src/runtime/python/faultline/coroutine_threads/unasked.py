"""Stepping by hand, where nobody can be asked: Python would have to stand still meanwhile."""

from collections.abc import Sequence

from ..pristine.halt import Halt
from ..report.facts import nobody_to_ask
from ..scheduler.scheduler import Scheduler
from ..scheduler.strategies.manual import Stride
from ..scheduler.thread import VirtualThread
from ..source.locate import Locate
from .unable import unable


class Unasked:
    """Stands where `Questions` would, and ends the run at the first question."""

    def __init__(self, scheduler: Scheduler, locate: Locate) -> None:
        self._scheduler = scheduler
        self._locate = locate

    def ask(self, _step: int, current: VirtualThread | None, _ready: Sequence[VirtualThread]) -> tuple[int, Stride]:
        """Raises `Halt`."""
        frame = None if current is None else current.frame
        self._scheduler.outside.halt(unable(nobody_to_ask(), frame, self._locate))
        raise Halt

    def crossed(self, _thread: VirtualThread, _stride: Stride) -> bool:
        """Every point is one to ask at."""
        return True
