"""How long the running thread has had its turn, for what passes no point of the program's."""

from ..scheduler.scheduler import Scheduler
from ..scheduler.thread import VirtualThread


class Interval:
    """One for each scheduler; seconds are those of the run clock."""

    def __init__(self, scheduler: Scheduler) -> None:
        self._scheduler = scheduler
        self._began = 0.0
        scheduler.watchers.on_switch.append(self._begin)

    def is_over(self) -> bool:
        """Whether that is as long as CPython lets a thread go on while others want to."""
        return self._scheduler.clock.now() - self._began >= self._scheduler.switch_interval

    def _begin(self, _to: VirtualThread) -> None:
        self._began = self._scheduler.clock.now()
