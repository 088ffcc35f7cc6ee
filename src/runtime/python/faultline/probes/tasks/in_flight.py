"""Requests in flight: how many tasks wait on the outside world at the same time."""

import heapq
import itertools
from collections.abc import Callable

from ...report.recorder import Recorder


class InFlight:
    """A gauge of waits that only the outside world can end: sleeps, blocking calls, futures of no task.

    A wait with a known end stops counting at that end even when a busy loop notices it later: the answer has
    arrived, nobody has picked it up. Without this, tasks that block one after another would seem to overlap.
    """

    def __init__(self, recorder: Recorder, now: Callable[[], float]) -> None:
        self._recorder = recorder
        self._track = recorder.track("in flight")
        self._now = now
        # By the track of the task that waits; and those of which is known when they end. Native code looks in both.
        self.waiting: dict[int, int] = {}
        self.due: list[tuple[float, int, int]] = []
        self._serial = itertools.count()
        self._level = 0

    def begin(self, task: int, due: float | None) -> None:
        """The task of this track begins to wait; `due` is when the wait is sure to end, on the clock `now`, if that is
        known."""
        self._expire()
        serial = next(self._serial)
        self.waiting[task] = serial
        if due is not None:
            heapq.heappush(self.due, (due, serial, task))
        self._report()

    def end(self, task: int) -> None:
        """The task waits no longer. Harmless when it did not, and then cheap: it is said twice a step of any task."""
        if self.due or task in self.waiting:
            self._expire()
            self.forget(task)

    def forget(self, task: int) -> None:
        """There is no such task any more. May be called at any moment, by the garbage collector too."""
        self.waiting.pop(task, None)
        self._report()

    def _expire(self) -> None:
        if not self.due:
            return
        now = self._now()
        while self.due and self.due[0][0] <= now:
            _, serial, task = heapq.heappop(self.due)
            if self.waiting.get(task) == serial:
                del self.waiting[task]

    def _report(self) -> None:
        level = len(self.waiting)
        if level != self._level:
            self._level = level
            self._recorder.gauge(self._track, level)
