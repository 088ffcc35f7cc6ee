"""What one thread at a time can hold: the common part of `lock` and `RLock`."""

from ..scheduler.thread import VirtualThread
from .primitive import Primitive

# Seconds of a virtual clock for a look in vain: a loop of tries has to come to its end, as in real time.
A_TRY = 100e-9


class Exclusive(Primitive):
    """A holder and a line of waiting threads.

    Letting go wakes all who wait; the first to run takes it, and the others wait on. So a waiting thread is ready
    exactly while there is something to take, and a schedule may choose any of them.
    """

    __slots__ = ("__weakref__", "_owner", "_waiting")

    _owner: VirtualThread | None
    _waiting: list[VirtualThread] | None

    def _wait(self, limit: float | None) -> bool:
        """Waits until nobody holds it, for at most `limit` seconds. True: it is there to take."""
        scheduler = self._scheduler
        if limit == 0:
            scheduler.clock.waited(A_TRY)
            return False
        me = scheduler.current
        if self._waiting is None:
            self._waiting = []
        self._waiting.append(me)
        try:
            return scheduler.block("acquire", self, limit)
        finally:
            self._waiting.remove(me)

    def _taken(self) -> None:
        """The running thread has taken it: the others wait on."""
        for thread in self._waiting or ():
            self._scheduler.requeue(thread)

    def _let_go(self) -> None:
        """Nobody holds it any more."""
        self._owner = None
        for thread in self._waiting or ():
            self._scheduler.wake(thread)

    def locked(self) -> bool:
        """Whether a thread holds it."""
        self._scheduler.operation("look", self)
        return self._owner is not None

    def _not_held(self, message: str) -> RuntimeError:
        """The error of letting go what is not held. A thread that is being unwound is not to blame: it was cut short
        while taking it, and goes on unwinding."""
        self._scheduler.check()
        return RuntimeError(message)
