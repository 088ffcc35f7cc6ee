"""The pools of a program: what they are called, how large they may become, and how full all of them are."""

import sys
import weakref
from types import FrameType
from typing import Any

from ...module_names import names_in
from ...recorder import Recorder
from ...stepping.attributes import own_names
from ..stage import Stage


class PoolLane:
    """A pool as it is reported: its track, how many connections it keeps, and how many are open and out."""

    def __init__(self, track: int, size: int | None) -> None:
        self.track = track
        # None for pools that keep none, or have no number for it.
        self.size = size
        self.opened = 0
        self.out = 0
        self.numbered = 0


class Pools:
    """Reports each pool when it is first asked for a connection, and the sums over all of them as gauges."""

    def __init__(self, stage: Stage) -> None:
        self._recorder: Recorder = stage.recorder
        self._root = stage.recorder.track("connections")
        self._gauges = {name: stage.recorder.track(name) for name in ("opened", "checked out", "idle", "overflow")}
        self._levels: dict[str, int] = {}
        self._known: weakref.WeakKeyDictionary[Any, PoolLane] = weakref.WeakKeyDictionary()
        self._lanes: list[PoolLane] = []
        self._names: dict[str, int] = {}

    def lane(self, pool: Any, frame: FrameType | None) -> PoolLane:
        """The lane of a pool; `frame` is the program's, where the pool's engine may have its name."""
        lane = self._known.get(pool)
        if lane is None:
            lane = self._known[pool] = self._declare(pool, frame)
            self._lanes.append(lane)
            self.count()
        return lane

    def count(self) -> None:
        """Reports what has changed of the sums."""
        opened = sum(lane.opened for lane in self._lanes)
        out = sum(lane.out for lane in self._lanes)
        self._gauge("opened", opened)
        self._gauge("checked out", out)
        self._gauge("idle", opened - out)
        sized = [lane for lane in self._lanes if lane.size is not None]
        if sized:
            # A size of 0 means "no limit", and SQLAlchemy counts no overflow then.
            self._gauge("overflow", sum(lane.opened - lane.size if lane.size else 0 for lane in sized))

    def _gauge(self, name: str, level: int) -> None:
        if self._levels.get(name) != level:
            self._levels[name] = level
            self._recorder.gauge(self._gauges[name], level)

    def _declare(self, pool: Any, frame: FrameType | None) -> PoolLane:
        recorder = self._recorder
        name = _engine_of(pool, frame) or "pool"
        count = self._names[name] = self._names.get(name, 0) + 1
        track = recorder.track(name if count == 1 else f"{name} {count}", self._root)
        kind, size, most, timeout = _limits_of(pool)
        recorder.state(track, kind, "" if timeout is None else f"{timeout:g}")
        # A limit of nothing is no limit: the track stays without a level.
        for label, value in (("size", size), ("most", most)):
            if value is not None:
                recorder.gauge(recorder.track(label, track), value)
        return PoolLane(track, size)


def _limits_of(pool: Any) -> tuple[str, int | None, int | None, float | None]:
    """A pool's kind, how many connections it keeps, how many it allows, and how long it lets a request wait."""
    kind = type(pool).__name__
    own = own_names(pool) or {}
    queue = own_names(own.get("_pool")) or {}
    size, overflow, timeout = queue.get("maxsize"), own.get("_max_overflow"), own.get("_timeout")
    if type(size) is not int or type(overflow) is not int:
        return kind, None, None, None
    most = None if overflow < 0 else size + overflow
    return kind, size, most, timeout if type(timeout) in (int, float) else None


def _engine_of(pool: Any, frame: FrameType | None) -> str | None:
    """What the program calls the engine that the pool belongs to."""
    main = names_in(sys.modules.get("__main__")) or {}
    places = [main] if frame is None else [frame.f_locals, frame.f_globals, main]
    for names in places:
        for name, value in list(names.items()):
            if type(value).__name__ == "Engine" and (own_names(value) or {}).get("pool") is pool:
                return name
    return None
