"""Stepping by hand, where nobody can be asked: Python would have to stand still meanwhile."""

from collections.abc import Sequence

from ..pristine.halt import Halt
from ..scheduler.scheduler import Scheduler
from ..scheduler.strategies.manual import Stride
from ..scheduler.thread import VirtualThread
from ..source.locate import Locate
from .unable import NOBODY_TO_ASK, unable


class Unasked:
    """Stands where `Questions` would, and ends the run at the first question."""

    def __init__(self, scheduler: Scheduler, locate: Locate) -> None:
        self._scheduler = scheduler
        self._locate = locate

    def ask(self, _step: int, current: VirtualThread | None, _ready: Sequence[VirtualThread]) -> tuple[int, Stride]:
        """Raises `Halt`."""
        frame = None if current is None else current.frame
        self._scheduler.outside.halt(unable(NOBODY_TO_ASK, frame, self._locate))
        raise Halt

    def crossed(self, _thread: VirtualThread, _stride: Stride) -> bool:
        """Every point is one to ask at."""
        return True
