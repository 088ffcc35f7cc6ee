"""Round robin: after so many points the next thread goes on, by number."""

from collections.abc import Sequence

from ..thread import VirtualThread


class RoundRobin:
    """Every thread gets `every` points in turn."""

    def __init__(self, every: int) -> None:
        self._every = every
        self._last = 0

    def budget(self, step: int) -> int:
        return self._every

    def preempt(self, step: int, current: VirtualThread, ready: Sequence[VirtualThread]) -> VirtualThread:
        self._last = current.number
        return self.pick(step, ready)

    def pick(self, step: int, ready: Sequence[VirtualThread]) -> VirtualThread:
        last = self._last
        for thread in ready:
            if thread.number > last:
                break
        else:
            thread = ready[0]
        self._last = thread.number
        return thread
