"""Realistic: as rarely as the interpreter really switches, on the virtual clock."""

import random
from collections.abc import Callable, Sequence

from ..thread import VirtualThread
from .strategy import longest_ready

# How many bytecodes a thread of a free-threaded interpreter gets ahead of the others at most.
MOST_AHEAD = 8


class SwitchInterval:
    """A thread that others wait for gives up the GIL after the switch interval (`take_gil` in CPython's
    ceval_gil.c)."""

    def __init__(self, points: Callable[[], int]) -> None:
        # How many points the switch interval lasts: the program may change it.
        self._points = points

    def budget(self, step: int) -> int:
        return self._points()

    def preempt(self, step: int, current: VirtualThread, ready: Sequence[VirtualThread]) -> VirtualThread:
        others = [thread for thread in ready if thread is not current]
        return longest_ready(others) if others else current

    def pick(self, step: int, ready: Sequence[VirtualThread]) -> VirtualThread:
        return longest_ready(ready)


class SideBySide:
    """Without a GIL all threads advance at once: each gets a few bytecodes ahead of the others, never much."""

    def __init__(self) -> None:
        self._random = random.Random(0).random

    def budget(self, step: int) -> int:
        return 1 + int(self._random() * MOST_AHEAD)

    def preempt(self, step: int, current: VirtualThread, ready: Sequence[VirtualThread]) -> VirtualThread:
        return self.pick(step, [thread for thread in ready if thread is not current] or ready)

    def pick(self, step: int, ready: Sequence[VirtualThread]) -> VirtualThread:
        return longest_ready(ready)
