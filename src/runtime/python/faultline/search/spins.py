"""Finds loops that only wait: threads that look at the same things again and again while nothing changes."""

from types import FrameType
from typing import Any

from ..stepping.sites import Site
from .histories import Execution, History


class Spins:
    """One for each execution. A loop spins when a thread stands at the same instruction with the same variables, and
    all that it has read since it last stood there would be read the same again.

    Letting it go on would lead to the state it is in, so a fair scheduler lets others run instead (M. Musuvathi and
    S. Qadeer, Fair Stateless Model Checking, PLDI 2008).
    """

    def __init__(self, execution: Execution) -> None:
        self._execution = execution
        # By thread: what it has read since it last did anything else.
        self._reads: dict[int, list[tuple[Any, History]]] = {}
        self._stood: dict[tuple[int, int, Site], tuple[int, tuple[int, ...]]] = {}

    def spins(self, thread: int, site: Site, frame: FrameType) -> bool:
        """Whether reading at `site` would only repeat what has been."""
        reads = self._reads.setdefault(thread, [])
        if not reads and frame.f_locals is frame.f_globals:
            return False
        here = (thread, id(frame), site)
        stood = self._stood.get(here)
        now = (len(reads), _variables(frame))
        self._stood[here] = now
        if stood is None or stood[1] != now[1] or stood[0] >= now[0]:
            return False
        last_write = self._execution.last_write
        return all(last_write(place) == seen for place, seen in reads[stood[0] :])

    def read(self, thread: int, place: Any) -> None:
        """The thread reads; it has not got further by that alone."""
        self._reads.setdefault(thread, []).append((place, self._execution.last_write(place)))

    def moved(self, thread: int) -> None:
        """The thread has written, waited or taken a lock."""
        if self._reads.pop(thread, None):
            self._stood = {here: stood for here, stood in self._stood.items() if here[0] != thread}


def _variables(frame: FrameType) -> tuple[int, ...]:
    if frame.f_locals is frame.f_globals:
        return ()
    return tuple(map(id, frame.f_locals.values()))
