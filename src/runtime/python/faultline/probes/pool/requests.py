"""Requests for a connection: who waits for one, for how long, and who gives up."""

import sys
from collections.abc import Callable
from typing import Any

from ...cpython.frames import own_frame
from ...pristine.halt import Halt
from ...report.recorder import Place
from ...scheduler.thread import VirtualThread
from ..stage import Stage
from .pools import Pools


class _Request:
    """One call of `pool.connect()`; `span` is set once it has had to wait."""

    def __init__(self, name: str, place: Place | None) -> None:
        self.name = name
        self.place = place
        self.span: int | None = None


class Requests:
    """One track for each thread that has waited, with a span for each wait."""

    def __init__(self, stage: Stage, pools: Pools) -> None:
        self._recorder = stage.recorder
        self._scheduler = stage.scheduler
        self._locate = stage.locate
        self._pools = pools
        self._root = stage.recorder.track("requests")
        self._waiting = stage.recorder.track("waiting")
        self._timeouts = stage.recorder.track("timeouts")
        self._tracks: dict[VirtualThread, int] = {}
        # A thread may ask from within an answer: an event of the pool may run the program's code.
        self._asking: dict[VirtualThread, list[_Request]] = {}
        self._count = 0
        stage.scheduler.watchers.on_block.append(self._blocked)

    def around(self, timeout: type[BaseException]) -> Callable[[Callable[[Any], Any]], Callable[[Any], Any]]:
        """Wraps a pool's `connect`; `timeout` is what it raises when it gives up."""

        def wrapper(original: Callable[[Any], Any]) -> Callable[[Any], Any]:
            def connect(pool: Any) -> Any:
                thread = self._scheduler.current
                frame = own_frame(sys._getframe(1), self._locate)
                self._pools.lane(pool, frame)
                request = self._begin(thread, frame)
                outcome: str | None = "served"
                try:
                    return original(pool)
                except Halt:
                    # The run ends while it still waits: that is what happened.
                    outcome = None
                    raise
                except BaseException as error:
                    outcome = "timed out" if issubclass(type(error), timeout) else "failed"
                    # The first frame is this one. A program that goes through them must not find it.
                    if error.__traceback__ is not None:
                        error.__traceback__ = error.__traceback__.tb_next
                    raise
                finally:
                    self._end(thread, request, outcome)

            return connect

        return wrapper

    def _begin(self, thread: VirtualThread, frame: Any) -> _Request:
        place = None if frame is None else Place(self._locate(frame.f_code.co_filename) or "", frame.f_lineno)
        request = _Request("" if frame is None else frame.f_code.co_qualname, place)
        self._asking.setdefault(thread, []).append(request)
        return request

    def _blocked(self, thread: VirtualThread) -> None:
        asking = self._asking.get(thread)
        # A sleep is SQLite's wait for a lock, not for a connection.
        if not asking or thread.verb == "sleep" or asking[-1].span is not None:
            return
        track = self._tracks.get(thread)
        if track is None:
            track = self._tracks[thread] = self._recorder.track(thread.name, self._root)
        request = asking[-1]
        request.span = self._recorder.open(track, request.name, request.place)
        self._change(1)

    def _end(self, thread: VirtualThread, request: _Request, outcome: str | None) -> None:
        """The call is over; without an outcome only because the run is."""
        self._asking[thread].remove(request)
        if request.span is not None and outcome is not None:
            self._recorder.close(self._tracks[thread], request.span, outcome, request.place)
            self._change(-1)
        if outcome == "timed out":
            self._recorder.tally(self._timeouts, 1, request.place)

    def _change(self, by: int) -> None:
        self._count += by
        self._recorder.gauge(self._waiting, self._count)
