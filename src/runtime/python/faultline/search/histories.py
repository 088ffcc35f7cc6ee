"""Tells executions apart by who saw what, and not by the order of steps that do not depend on each other.

Two executions in which every thread has seen the same writes in the same order are the same Mazurkiewicz trace, and
leave the program in the same state. CHESS prunes by it ("happens-before caching": M. Musuvathi and S. Qadeer,
Iterative Context Bounding for Systematic Testing of Multithreaded Programs, PLDI 2007). Unlike sleep sets it stays
complete when preemptions are bounded.
"""

from collections.abc import Hashable
from typing import Any

# A history is the number of its last event; events are told apart exactly, not by a hash that might collide.
History = int
NOTHING: History = 0


class Histories:
    """Numbers for events: the same number for the same event after the same history. Kept over all executions."""

    def __init__(self) -> None:
        self._numbers: dict[Hashable, History] = {}

    def after(self, *event: Hashable) -> History:
        """The number of an event, given all that it depends on."""
        numbers = self._numbers
        number = numbers.get(event)
        if number is None:
            number = numbers[event] = len(numbers) + 1
        return number


class Execution:
    """The histories of the threads of one execution, and of the places they share."""

    def __init__(self, histories: Histories) -> None:
        self._after = histories.after
        self.threads: dict[int, History] = {0: NOTHING}
        self._writes: dict[Any, History] = {}
        self._reads: dict[Any, set[History]] = {}

    def state(self) -> tuple[Hashable, ...]:
        """What tells the state of the program from all others."""
        return tuple(sorted(self.threads.items()))

    def last_write(self, place: Any) -> History:
        """The write that a read of this place would see now."""
        return self._writes.get(place, NOTHING)

    def read(self, thread: int, place: Any) -> None:
        """`thread` sees what the last write has left."""
        seen = self._writes.get(place, NOTHING)
        history = self.threads[thread] = self._after("read", self.threads[thread], seen)
        self._reads.setdefault(place, set()).add(history)

    def write(self, thread: int, place: Any) -> None:
        """`thread` writes after the last write, and after those who have read it."""
        readers = tuple(sorted(self._reads.pop(place, ())))
        seen = self._writes.get(place, NOTHING)
        history = self._after("write", self.threads[thread], seen, readers)
        self.threads[thread] = self._writes[place] = history

    def begin(self, thread: int, parent: int) -> None:
        """`parent` has started `thread`."""
        self.threads[thread] = self._after("begin", self.threads[parent], thread)
        self.threads[parent] = self._after("began", self.threads[parent])

    def woken(self, thread: int, by: int) -> None:
        """What `by` has done ends the wait of `thread`."""
        self.threads[thread] = self._after("woken", self.threads[thread], self.threads[by])

    def note(self, thread: int, what: Hashable) -> None:
        """`thread` has learnt something that is no write of another thread, e.g. the time."""
        self.threads[thread] = self._after("note", self.threads[thread], what)
