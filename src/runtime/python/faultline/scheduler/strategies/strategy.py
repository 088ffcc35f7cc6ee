"""What a strategy is: who goes on where a switch may happen."""

from collections.abc import Sequence
from typing import Protocol

from ..steps import NEVER
from ..thread import VirtualThread


class Strategy(Protocol):
    """Asked by the scheduler; `step` counts switch points of all threads.

    A strategy is deterministic: the same questions get the same answers.
    """

    def budget(self, step: int) -> int:
        """How many points may pass before `preempt` is asked; at least 1."""
        ...

    def preempt(self, step: int, current: VirtualThread, ready: Sequence[VirtualThread]) -> VirtualThread:
        """Who goes on at a point; `ready`, by number, includes `current`."""
        ...

    def pick(self, step: int, ready: Sequence[VirtualThread]) -> VirtualThread:
        """Who goes on when the running thread waits or has ended; `ready` is not empty, by number."""
        ...


def longest_ready(ready: Sequence[VirtualThread]) -> VirtualThread:
    """The thread that has been ready, or has waited for what it got, for longest."""
    return min(ready, key=_since)


def _since(thread: VirtualThread) -> tuple[int, int]:
    return thread.since, thread.number


class Cooperative:
    """Nobody is preempted: threads take turns where they wait."""

    def budget(self, step: int) -> int:
        return NEVER

    def preempt(self, step: int, current: VirtualThread, ready: Sequence[VirtualThread]) -> VirtualThread:
        return current

    def pick(self, step: int, ready: Sequence[VirtualThread]) -> VirtualThread:
        return longest_ready(ready)
