"""The pools of a program: what they are called, how large they may become, and how full all of them are."""

import itertools
import sys
import weakref
from collections.abc import Iterator
from types import FrameType
from typing import Any

from ...accesses.attributes import own_names
from ...report.recorder import Recorder
from ...source.module_names import names_in
from ..stage import Stage
from .ending import has_ended


class PoolLane:
    """A pool as it is reported: its track, how many connections it keeps, and how many are open and out."""

    def __init__(self, track: int, size: int | None, numbers: Iterator[int]) -> None:
        self.track = track
        # None for pools that keep none, or have no number for it.
        self.size = size
        # Those of its connections. Who takes its place counts on.
        self.numbers = numbers
        self.opened = 0
        self.out = 0
        # Open connections that it has let go of, to make another in their place.
        self.detached = 0
        # Its engine has another one, or nobody has it: it is there only in connections that are still open.
        self.left = False

    def overflow(self) -> int:
        """How many more are open than it keeps."""
        # A size of 0 means "no limit", and SQLAlchemy counts no overflow then.
        return self.opened - self.detached - self.size if self.size else 0


class Pools:
    """Reports each pool when it is first asked for a connection, and the sums over all of them as gauges."""

    def __init__(self, stage: Stage) -> None:
        self._recorder: Recorder = stage.recorder
        self._scheduler = stage.scheduler
        self._root = stage.recorder.track("connections")
        self._gauges = {name: stage.recorder.track(name) for name in ("opened", "checked out", "idle", "overflow")}
        self._levels: dict[str, int] = {}
        self._known: weakref.WeakKeyDictionary[Any, PoolLane] = weakref.WeakKeyDictionary()
        # An engine keeps its dialect, also when it disposes of its pool and makes another.
        self._of_dialect: weakref.WeakKeyDictionary[Any, PoolLane] = weakref.WeakKeyDictionary()
        self._lanes: list[PoolLane] = []
        self._names: dict[str, int] = {}

    def lane(self, pool: Any, frame: FrameType | None) -> PoolLane:
        """The lane of a pool; `frame` is the program's, where the pool's engine may have its name."""
        lane = self._known.get(pool)
        if lane is None:
            dialect = _dialect_of(pool)
            before = None if dialect is None else self._of_dialect.get(dialect)
            lane = self._known[pool] = self._declare(pool, frame, before)
            if dialect is not None:
                self._of_dialect[dialect] = lane
            weakref.finalize(pool, self._gone, lane).atexit = False
            self._lanes.append(lane)
            self.count()
        return lane

    def count(self) -> None:
        """Reports what has changed of the sums."""
        self._lanes = [lane for lane in self._lanes if lane.opened > 0 or not lane.left]
        opened = sum(lane.opened for lane in self._lanes)
        out = sum(lane.out for lane in self._lanes)
        self._gauge("opened", opened)
        self._gauge("checked out", out)
        self._gauge("idle", opened - out)
        sized = [lane for lane in self._lanes if lane.size is not None and not lane.left]
        if sized or "overflow" in self._levels:
            self._gauge("overflow", sum(lane.overflow() for lane in sized))

    def _gone(self, lane: PoolLane) -> None:
        if lane.left or has_ended(self._scheduler):
            return
        lane.left = True
        self._recorder.state(lane.track, "gone")
        self.count()

    def _gauge(self, name: str, level: int) -> None:
        if self._levels.get(name) != level:
            self._levels[name] = level
            self._recorder.gauge(self._gauges[name], level)

    def _declare(self, pool: Any, frame: FrameType | None, before: PoolLane | None) -> PoolLane:
        """Reports a pool; `before` is the one that its engine has disposed of, whose limits it has."""
        recorder = self._recorder
        kind, size, most, timeout = _limits_of(pool)
        state = kind, "" if timeout is None else f"{timeout:g}"
        if before is not None:
            before.left = True
            recorder.state(before.track, *state)
            return PoolLane(before.track, size, before.numbers)
        name = _engine_of(pool, frame) or "pool"
        count = self._names[name] = self._names.get(name, 0) + 1
        track = recorder.track(name if count == 1 else f"{name} {count}", self._root)
        recorder.state(track, *state)
        # A limit of nothing is no limit: the track stays without a level.
        for label, value in (("size", size), ("most", most)):
            if value is not None:
                recorder.gauge(recorder.track(label, track), value)
        return PoolLane(track, size, itertools.count(1))


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


def _dialect_of(pool: Any) -> Any:
    """The dialect of the pool's engine. Pools without an engine share one, which is no sign of anything."""
    dialect = (own_names(pool) or {}).get("_dialect")
    shared = any(vars(cls).get("_dialect") is dialect for cls in type(pool).__mro__)
    return None if shared else dialect


def _engine_of(pool: Any, frame: FrameType | None) -> str | None:
    """What the program calls the engine that the pool belongs to."""
    main = names_in(sys.modules.get("__main__")) or {}
    places = [main] if frame is None else [frame.f_locals, frame.f_globals, main]
    for names in places:
        for name, value in list(names.items()):
            if type(value).__name__ == "Engine" and (own_names(value) or {}).get("pool") is pool:
                return name
    return None
