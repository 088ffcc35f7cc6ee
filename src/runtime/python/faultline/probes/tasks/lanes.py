"""The lanes of asyncio tasks: each is closed when its task ends, or when nobody is left who holds the task."""

import asyncio
import weakref
from collections.abc import Callable
from typing import Any

from ...report.recorder import Place, Recorder

AnyTask = asyncio.Task[Any]


class Lane:
    """One task in the picture."""

    __slots__ = ("closed", "span", "track", "watched")

    def __init__(self, track: int, span: int) -> None:
        self.track = track
        self.span = span
        self.closed = False
        # Tells when the task is collected, for as long as it is kept.
        self.watched: _Watched | None = None


class _Watched(weakref.ref[AnyTask]):
    """A task that may be collected, as it would be without us."""

    __slots__ = ("key",)
    key: int


class TaskLanes:
    """Lanes below `tasks`, by task. Tasks are held weakly, and never hashed: a subclass may have a hash of its own."""

    def __init__(self, recorder: Recorder, gone: Callable[[Lane], None]) -> None:
        self._recorder = recorder
        self.root = recorder.track("tasks")
        self._gone = gone
        # Those of tasks that live, by their addresses.
        self.alive: dict[int, Lane] = {}
        # The tracks of those that are open, in the same way, for native code.
        self.open_tracks: dict[int, int] = {}
        # By address. What is freed with such a task may wake it once more.
        self._destroyed: dict[int, Lane] = {}

    def of(self, task: AnyTask) -> Lane | None:
        """The lane of a task; None when it has none."""
        return self.alive.get(id(task)) or self._destroyed.get(id(task))

    def begins(self, task: AnyTask) -> None:
        """A task is about to be made, where another one may have been."""
        self._destroyed.pop(id(task), None)

    def open(self, task: AnyTask, label: str, name: str, place: Place | None) -> Lane:
        """A task has been made at `place`."""
        track = self._recorder.track(label, self.root)
        lane = Lane(track, self._recorder.open(track, name, place))
        lane.watched = _Watched(task, self._collected)
        lane.watched.key = id(task)
        self.alive[id(task)] = lane
        self.open_tracks[id(task)] = track
        return lane

    def close(self, lane: Lane, outcome: str) -> None:
        """The task of the lane has ended."""
        if not lane.closed:
            lane.closed = True
            if lane.watched is not None:
                self.open_tracks.pop(lane.watched.key, None)
            self._recorder.close(lane.track, lane.span, outcome)

    def _collected(self, watched: _Watched) -> None:
        # Before anything else can be made at the same address.
        lane = self.alive.pop(watched.key)
        if not lane.closed:
            # "Task was destroyed but it is pending!"
            self._gone(lane)
            self.close(lane, "destroyed")
            self._destroyed[watched.key] = lane
