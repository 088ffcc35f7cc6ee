"""Finds the instructions that race: that access a place which another thread accesses with no order between the two.

Where nothing races, it is enough to switch threads where they use locks and wait (M. Musuvathi and S. Qadeer, PLDI
2007, theorem 1). Order is known by vector clocks, as in FastTrack (C. Flanagan and S. N. Freund, PLDI 2009).
"""

from typing import Any

from ..accesses.sites import Site

# An instruction: the file, first line and name of its code, and what it does.
Where = tuple[str, int, str, Site]
# By thread: how far into it something has been seen.
Clocks = dict[int, int]


class _Place:
    """The last write and the reads since, each with its thread's time and the instruction."""

    __slots__ = ("reads", "write")

    def __init__(self) -> None:
        self.write: tuple[int, int, Where] | None = None
        self.reads: dict[int, tuple[int, Where]] = {}


class Races:
    """`sites` grows from execution to execution: instructions stay the same, places and orders do not."""

    def __init__(self) -> None:
        self.sites: set[Where] = set()
        self.begin()

    def begin(self) -> None:
        """Another execution."""
        self._clocks: dict[int, Clocks] = {0: {0: 1}}
        self._left: dict[Any, Clocks] = {}
        self._places: dict[Any, _Place] = {}

    def start(self, thread: int, parent: int) -> None:
        """`parent` has started `thread`, which has seen all that it had."""
        self._clocks[thread] = {**self._clocks[parent], thread: 1}
        self._tick(parent)

    def leave(self, thread: int, what: Any) -> None:
        """`thread` releases a lock or ends: who takes it, or waits for the end, will have seen what it has."""
        self._join(self._left.setdefault(what, {}), self._clocks[thread])
        self._tick(thread)

    def take(self, thread: int, what: Any) -> None:
        """`thread` acquires the lock, or has waited for the end."""
        left = self._left.get(what)
        if left is not None:
            self._join(self._clocks[thread], left)

    def woken(self, thread: int, by: int) -> None:
        """What `by` has done ends the wait of `thread`."""
        self._join(self._clocks[thread], self._clocks[by])
        self._tick(by)

    def access(self, place: Any, thread: int, where: Where, *, write: bool) -> bool:
        """A thread accesses a place. Returns whether this shows a race that was not known."""
        known = self._places.get(place)
        if known is None:
            known = self._places[place] = _Place()
        clocks = self._clocks[thread]
        before = len(self.sites)
        last = known.write
        if last is not None and last[1] > clocks.get(last[0], 0):
            self.sites |= {last[2], where}
        if write:
            for reader, (time, there) in known.reads.items():
                if time > clocks.get(reader, 0):
                    self.sites |= {there, where}
            known.write = (thread, clocks[thread], where)
            known.reads = {}
        else:
            known.reads[thread] = (clocks[thread], where)
        return len(self.sites) > before

    def _tick(self, thread: int) -> None:
        self._clocks[thread][thread] += 1

    @staticmethod
    def _join(into: Clocks, other: Clocks) -> None:
        for thread, time in other.items():
            if time > into.get(thread, 0):
                into[thread] = time
