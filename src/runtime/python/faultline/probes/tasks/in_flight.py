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
        # By the track of the task that waits.
        self._waiting: dict[int, int] = {}
        self._due: list[tuple[float, int, int]] = []
        self._serial = itertools.count()
        self._level = 0

    def begin(self, task: int, due: float | None) -> None:
        """The task of this track begins to wait; `due` is when the wait is sure to end, on the clock `now`, if that is
        known."""
        self._expire()
        serial = next(self._serial)
        self._waiting[task] = serial
        if due is not None:
            heapq.heappush(self._due, (due, serial, task))
        self._report()

    def end(self, task: int) -> None:
        """The task waits no longer. Harmless when it did not, and then cheap: it is said twice a step of any task."""
        if self._due or task in self._waiting:
            self._expire()
            self.forget(task)

    def forget(self, task: int) -> None:
        """There is no such task any more. May be called at any moment, by the garbage collector too."""
        self._waiting.pop(task, None)
        self._report()

    def _expire(self) -> None:
        if not self._due:
            return
        now = self._now()
        while self._due and self._due[0][0] <= now:
            _, serial, task = heapq.heappop(self._due)
            if self._waiting.get(task) == serial:
                del self._waiting[task]

    def _report(self) -> None:
        level = len(self._waiting)
        if level != self._level:
            self._level = level
            self._recorder.gauge(self._track, level)
