"""Waits with an end: who is to wake when."""

import heapq
from math import inf

from .clock import Clock
from .steps import NEVER
from .thread import BLOCKED, VirtualThread


class Timers:
    """A heap of moments on the run clock. A timer whose thread waits no longer is dead."""

    def __init__(self) -> None:
        self._heap: list[tuple[float, int, int, VirtualThread]] = []
        self._serial = 0

    def add(self, thread: VirtualThread) -> None:
        """`thread` waits until its deadline at the latest."""
        if thread.deadline is not None:
            self._serial += 1
            heapq.heappush(self._heap, (thread.deadline, self._serial, thread.token, thread))

    def any(self) -> bool:
        """Whether there may be one: some may be dead."""
        return bool(self._heap)

    def next(self) -> float | None:
        """When the next living timer is due, or None when there is none."""
        heap = self._heap
        while heap:
            due, _, token, thread = heap[0]
            if thread.token == token and thread.state is BLOCKED:
                return due
            heapq.heappop(heap)
        return None

    def take(self, now: float) -> VirtualThread | None:
        """The first thread whose time has come, or None."""
        due = self.next()
        if due is None or due > now:
            return None
        return heapq.heappop(self._heap)[3]

    def steps_until_next(self, clock: Clock) -> int:
        """How many points until the first of them is due, if no time passes but theirs; else the clock says so
        itself."""
        due = self.next()
        clock.due = inf if due is None else due
        return NEVER if due is None else clock.steps_until(due)
