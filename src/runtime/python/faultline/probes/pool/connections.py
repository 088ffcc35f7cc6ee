"""The life of each connection: opened, taken by whom, given back how, closed."""

import sys
import weakref
from types import FrameType
from typing import Any, NamedTuple

from ...cpython.frames import own_frame
from ...report.recorder import Place
from ..stage import Stage
from .ending import has_ended
from .pools import PoolLane, Pools


class _Holder(NamedTuple):
    """Who has taken a connection: what SQLAlchemy has handed out for it, and the span of that checkout."""

    fairy: weakref.ref[Any]
    span: int


class _Lane:
    """A connection as it is reported."""

    def __init__(self, track: int, pool: PoolLane) -> None:
        self.track = track
        self.pool = pool
        # More than one where a pool hands out the same connection to all.
        self.holders: list[_Holder] = []
        self.open = True
        # Its record is no longer the pool's: it will be closed, not given back.
        self.detached = False


class Connections:
    """One track for each connection, with a span for each time that it is out.

    Records are held weakly: a connection that nobody keeps must still be collected, as it would be without us.
    """

    def __init__(self, stage: Stage, pools: Pools) -> None:
        self._recorder = stage.recorder
        self._scheduler = stage.scheduler
        self._locate = stage.locate
        self._pools = pools
        self._opens = stage.recorder.track("connects")
        self._lanes: weakref.WeakKeyDictionary[Any, _Lane] = weakref.WeakKeyDictionary()
        # By the address of the driver's connection, for as long as it is open.
        self._by_driver: dict[int, _Lane] = {}

    def opened(self, dbapi: Any, record: Any) -> None:
        """A pool has opened a connection. A record may open another after it has lost one."""
        frame, place = self._here()
        pool = self._pools.lane(_pool_of(record), frame)
        track = self._recorder.track(f"connection {next(pool.numbers)}", pool.track)
        lane = self._lanes[record] = self._by_driver[id(dbapi)] = _Lane(track, pool)
        # Should the record be dropped with its pool, nobody will say that the connection is closed.
        weakref.finalize(record, self._gone, lane, id(dbapi)).atexit = False
        self._recorder.state(track, "idle", None, place)
        self._recorder.tally(self._opens, 1, place)
        pool.opened += 1
        self._pools.count()

    def taken(self, _dbapi: Any, record: Any, fairy: Any) -> None:
        """A request has got the connection."""
        lane = self._lanes.get(record)
        if lane is None or any(holder.fairy() is fairy for holder in lane.holders):
            return
        frame, place = self._here()
        name = "" if frame is None else frame.f_code.co_qualname
        lane.holders.append(_Holder(weakref.ref(fairy), self._recorder.open(lane.track, name, place)))
        self._recorder.state(lane.track, "out", self._scheduler.current.name, place)
        if len(lane.holders) == 1:
            lane.pool.out += 1
        self._pools.count()

    def returned(self, record: Any, by: str, fairy: Any) -> bool:
        """It is back from who had `fairy`: `by` the program (`returned`), or by itself. False where it was not out."""
        lane = self._lanes.get(record)
        if lane is None or not lane.holders:
            return False
        self._leaves(lane, _who_had(fairy, lane.holders), by)
        if lane.open and not lane.holders:
            self._recorder.state(lane.track, "idle")
        self._pools.count()
        return True

    def invalidated(self, _dbapi: Any, record: Any, _error: Any) -> None:
        """It no longer works, and is closed."""
        lane = self._lanes.get(record)
        if lane is not None:
            self._recorder.mark(lane.track, "invalidated", "bad", self._here()[1])

    def detached(self, _dbapi: Any, record: Any) -> None:
        """It has left its pool: from now on it belongs to whoever has it."""
        lane = self._lanes.pop(record, None)
        if lane is not None:
            lane.detached = True
            lane.pool.detached += 1
            self._recorder.mark(lane.track, "detached", "note", self._here()[1])
            self._end(lane, "detached")
            self._pools.count()

    def closed(self, dbapi: Any, _record: Any = None) -> None:
        """The connection to the database is closed."""
        lane = self._by_driver.get(id(dbapi))
        if lane is not None:
            self._gone(lane, id(dbapi))

    def track_of(self, driver: Any) -> int | None:
        """The track of the connection that the driver knows as `driver`."""
        lane = self._by_driver.get(id(driver))
        return None if lane is None else lane.track

    def _gone(self, lane: _Lane, driver: int) -> None:
        if not lane.open or has_ended(self._scheduler):
            return
        lane.open = False
        if self._by_driver.get(driver) is lane:
            del self._by_driver[driver]
        self._end(lane, "closed")
        self._recorder.state(lane.track, "closed")
        lane.pool.opened -= 1
        if lane.detached:
            lane.pool.detached -= 1
        self._pools.count()

    def _end(self, lane: _Lane, outcome: str) -> None:
        for holder in list(lane.holders):
            self._leaves(lane, holder, outcome)

    def _leaves(self, lane: _Lane, holder: _Holder, outcome: str) -> None:
        lane.holders.remove(holder)
        self._recorder.close(lane.track, holder.span, outcome)
        if not lane.holders:
            lane.pool.out -= 1

    def _here(self) -> tuple[FrameType | None, Place | None]:
        frame = own_frame(sys._getframe(1), self._locate)
        if frame is None:
            return None, None
        return frame, Place(self._locate(frame.f_code.co_filename) or "", frame.f_lineno)


def _who_had(fairy: Any, holders: list[_Holder]) -> _Holder:
    """Whose checkout is over. Where something was let go, its fairy is dead, and another stands in for it."""
    for wanted in (fairy, None):
        for holder in holders:
            if holder.fairy() is wanted:
                return holder
    return holders[-1]


def _pool_of(record: Any) -> Any:
    """The pool of a connection's record, which keeps it to itself."""
    return record._ConnectionRecord__pool
