"""Where one execution of a search could go on with another thread than it does."""

from ..scheduler.scheduler import Scheduler
from ..scheduler.thread import READY
from .explorer import Guided


class Choices:
    """Offers them to the strategy of the execution, and carries out what it chooses."""

    def __init__(self, scheduler: Scheduler, guided: Guided) -> None:
        self._scheduler = scheduler
        self._guided = guided
        self._switched_in = -1
        self._last_offered = -1

    def switched(self) -> None:
        """Another thread goes on."""
        self._switched_in = self._scheduler.steps.passed()

    def offer(self) -> bool:
        """A switch may happen here, if the thread has passed a switch point since it last did what matters. Returns
        whether others have run."""
        scheduler = self._scheduler
        step = scheduler.steps.passed()
        if step == self._switched_in or step == self._last_offered:
            return False
        self._last_offered = step
        ready = [thread for thread in scheduler.alive if thread.state is READY]
        if len(ready) > 1:
            chosen = self._guided.visible(scheduler.current, ready)
            if chosen is not scheduler.current:
                scheduler.preempt(chosen)
                return True
        return False

    def give_way(self) -> bool:
        """Lets another thread run, as this one only waits. Returns whether there is one."""
        scheduler = self._scheduler
        others = [thread for thread in scheduler.alive if thread.state is READY and thread is not scheduler.current]
        if not others or scheduler.steps.passed() == self._switched_in:
            return False
        scheduler.preempt(self._guided.pick(scheduler.steps.passed(), others))
        return True
