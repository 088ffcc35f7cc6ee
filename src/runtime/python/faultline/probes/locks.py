"""Which thread holds which lock, and how many wait for it."""

import sys

from ..recorder import Place
from ..scheduler.naming import outwards
from ..scheduler.thread import VirtualThread
from ..ours import OURS
from .stage import Stage

# Locks beyond have no lanes.
_MOST_LANES = 1000


class Locks:
    """Reports the locks that the program's own code takes as lanes below `locks`."""

    def __init__(self, stage: Stage) -> None:
        self._recorder = stage.recorder
        self._scheduler = stage.scheduler
        self._locate = stage.locate
        self._root = stage.recorder.track("locks")
        self._tracks: dict[int, int] = {}
        # Keeps the addresses of known locks from being used again.
        self._locks: list[object] = []
        self._waiting: dict[int, int] = {}
        stage.scheduler.watchers.on_happened.append(self._happened)

    def waits(self, thread: VirtualThread) -> None:
        """`thread` has begun to wait for something."""
        self._count(thread, 1)

    def waits_no_more(self, thread: VirtualThread) -> None:
        """`thread` is ready again."""
        self._count(thread, -1)

    def _count(self, thread: VirtualThread, change: int) -> None:
        track = self._tracks.get(id(thread.on))
        if track is not None:
            waiting = self._waiting[track] = max(0, self._waiting.get(track, 0) + change)
            self._recorder.gauge(track, waiting)

    def _happened(self, what: str, on: object) -> None:
        if what not in ("acquired", "released"):
            return
        state, holder = ("held", self._scheduler.current.name) if what == "acquired" else ("free", None)
        track = self._tracks.get(id(on))
        if track is not None and not self._recorder.draws(track):
            # Who calls is not asked then: that takes longer than all else here.
            known = track
            self._recorder.leave_out(known, lambda: self._recorder.write_state(known, state, holder))
            return
        # The caller of the lock itself: what a queue or a condition does with its own lock is no news.
        frame = next(frame for frame in outwards(sys._getframe(1)) if not frame.f_code.co_filename.startswith(OURS))
        file = self._locate(frame.f_code.co_filename)
        if file is None:
            return
        if track is None:
            name = None if len(self._locks) >= _MOST_LANES else self._scheduler.names.kept(on, frame)
            if name is None:
                return
            track = self._tracks[id(on)] = self._recorder.track(name, self._root)
            self._locks.append(on)
        self._recorder.write_state(track, state, holder, Place(file, frame.f_lineno))
