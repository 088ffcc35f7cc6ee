"""Which thread holds which lock, and how many wait for it."""

from sys import _getframe
from types import CodeType, FrameType

from ...cpython.frames import real_back
from ...report.recorder import STATE
from ...scheduler.thread import VirtualThread
from ...source.ours import OURS
from ..stage import Stage

# Locks beyond have no lanes.
_MOST_LANES = 1000
# So many instructions are remembered at a time.
_MOST_CALLERS = 1000

# Of an instruction that calls: the number of its file, and its line. `_FURTHER_OUT`: whoever has called that is meant;
# `_LIBRARY`: nobody is notified.
_Caller = tuple[int, int]
_FURTHER_OUT: _Caller = (-1, -1)
_LIBRARY: _Caller = (-1, 0)


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
        # By the address of an instruction; with its code, so that the address is not used again.
        self._callers: dict[int, tuple[_Caller, CodeType]] = {}
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
        frame = _getframe(1)
        while (caller := self._place_of(frame)) is _FURTHER_OUT:
            back = real_back(frame)
            if back is None:
                return
            frame = back
        # What a queue or a condition does with its own lock is no news.
        if caller is _LIBRARY:
            return
        if track is None:
            name = None if len(self._locks) >= _MOST_LANES else self._scheduler.names.kept(on, frame)
            if name is None:
                return
            track = self._tracks[id(on)] = self._recorder.track(name, self._root)
            self._locks.append(on)
        number = self._recorder.number
        self._recorder.put(STATE, track, *caller, number(state), -1 if holder is None else number(holder))

    def _place_of(self, frame: FrameType) -> _Caller:
        """The place that a frame has come to, remembered: locks are taken very often, by few instructions."""
        code = frame.f_code
        at = id(code) + frame.f_lasti
        known = self._callers.get(at)
        if known is not None:
            return known[0]
        caller = _FURTHER_OUT
        if not code.co_filename.startswith(OURS):
            file = self._locate(code.co_filename)
            caller = _LIBRARY if file is None else (self._recorder.number_of_path(file), frame.f_lineno)
        if len(self._callers) >= _MOST_CALLERS:
            self._callers.clear()
        self._callers[at] = caller, code
        return caller
