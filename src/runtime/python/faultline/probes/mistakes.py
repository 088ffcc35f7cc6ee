"""The three classic mistakes with shared variables, recognised in the order of reads and writes."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from ..scheduler.thread import VirtualThread

LOST_UPDATES = "lost updates"
STALE_CHECKS = "stale checks"
HALF_DONE_READS = "half-done reads"


class Access(NamedTuple):
    """One read or write: when, of which version, in which call of a function, and the value, shown or a number."""

    serial: int
    version: int
    value: object
    call: int
    test: bool


# Without the detour of a class's own `__new__`: one is made for every read and write.
access: Callable[[tuple[object, ...]], Access] = partial(tuple.__new__, Access)  # type: ignore[arg-type]


class Variable:
    """A place that threads share. `version` counts its writes; `whole` is the container that it is part of."""

    __slots__ = ("label", "track", "version", "value", "writer", "reads", "tests", "whole")

    def __init__(self, label: str) -> None:
        self.label = label
        self.track: int | None = None
        self.version = 0
        self.value: object = None
        self.writer: VirtualThread | None = None
        # The last read of each thread since its own last write.
        self.reads: dict[VirtualThread, Access] = {}
        # The last read of each thread that a branch depended on, since its own last write.
        self.tests: dict[VirtualThread, Access] = {}
        self.whole: Variable | None = None


class Mistake(NamedTuple):
    """What went wrong: `tell` gives the words, which are made only when somebody wants to hear them."""

    kind: str
    # The thread that did its part, and did no wrong.
    other: VirtualThread
    tell: Callable[[], "Words"]


class Words(NamedTuple):
    """A mistake in words: `short` names it, `why` says it of the other thread, `sentence` tells all of it."""

    short: str
    why: str
    sentence: str


class Mistakes:
    """Follows reads and writes. A mistake is reported at the write that makes it final."""

    KINDS = (LOST_UPDATES, STALE_CHECKS, HALF_DONE_READS)

    def __init__(self) -> None:
        # By thread: its last write, for updates that take two.
        self._last_write: dict[VirtualThread, tuple[Variable, int, int, object, int, bool]] = {}
        # By thread: the variables that it has written since it last wrote one of them, in one call.
        self._updates: dict[VirtualThread, dict[Variable, Access]] = {}

    def read(
        self, variable: Variable, thread: VirtualThread, value: object, call: int, serial: int, test: bool
    ) -> None:
        """`thread` has read the variable in a `call` of a function; `test` when a branch depends on it."""
        made = variable.reads[thread] = access((serial, variable.version, value, call, test))
        if test:
            variable.tests[thread] = made

    def write(
        self, variable: Variable, thread: VirtualThread, value: object, call: int, serial: int
    ) -> Mistake | None:
        """`thread` writes the variable. Returns what has gone wrong by it."""
        mistake = None
        version = variable.version
        read = variable.reads.pop(thread, None)
        # By number: names cost a call each, and this is done at every write.
        if read is not None and read[1] != version:
            mistake = self._stale(variable, thread, value, call, read)
        if variable.tests:
            # It may have read the variable once more since it looked, in order to change it.
            test = variable.tests.pop(thread, None)
            if mistake is None and test is not None and test[1] != version:
                mistake = self._stale(variable, thread, value, call, test)
        first = self._last_write.get(thread)
        if first is not None and first[0] is not variable:
            written = access((serial, version + 1, value, call, False))
            mistake = mistake or self._half_done(variable, thread, written, first[0], access(first[1:]))
        elif self._updates:
            self._updates.pop(thread, None)
        variable.version = version = version + 1
        variable.value = value
        variable.writer = thread
        self._last_write[thread] = (variable, serial, version, value, call, False)
        if variable.whole is not None:
            variable.whole.version += 1
            variable.whole.writer = thread
        return mistake

    def _stale(
        self, variable: Variable, thread: VirtualThread, value: object, call: int, read: Access
    ) -> Mistake | None:
        """The write rests on a read after which another thread has written."""
        other = variable.writer
        if other is None or other is thread or read.call != call:
            return None
        before = variable.value
        if read.test:
            return Mistake(STALE_CHECKS, other, lambda: _stale_check(variable.label, thread, other, read.value, before))
        return Mistake(
            LOST_UPDATES, other, lambda: _lost_update(variable.label, thread, other, read.value, before, value)
        )

    def _half_done(
        self, variable: Variable, thread: VirtualThread, write: Access, last: Variable, last_write: Access
    ) -> Mistake | None:
        """Another thread has read both halves of an update between its two writes."""
        update = self._updates.get(thread)
        if last_write.call != write.call or (update is not None and variable in update):
            # Another update begins.
            update = {}
        elif update is None:
            update = {last: last_write}
        found = None
        for half, written in update.items():
            found = found or _read_between(half, written, variable, thread, write.value)
        self._updates[thread] = {**update, variable: write}
        return found


def _read_between(
    half: Variable, written: Access, variable: Variable, thread: VirtualThread, value: object
) -> Mistake | None:
    for reader, new in half.reads.items():
        old = variable.reads.get(reader)
        if reader is thread or old is None or old.call != new.call:
            continue
        if min(new.serial, old.serial) > written.serial and new.version == written.version:
            one, other = (half.label, written.value), (variable.label, old.value, value)
            return Mistake(HALF_DONE_READS, reader, lambda: _half_done_read(thread, reader, one, other))
    return None


def _stale_check(
    name: str, thread: VirtualThread, other: VirtualThread, seen: object, before: object
) -> Words:
    return Words(
        f"stale check of {name}",
        f"changed {name} after the check",
        f"{thread.name} looked at {name} and saw {_said(seen)}; {other.name} wrote {_said(before)}; "
        f"{thread.name} went on as if nothing had changed.",
    )


def _lost_update(
    name: str, thread: VirtualThread, other: VirtualThread, seen: object, before: object, value: object
) -> Words:
    again = " again" if value is not None and value == before else ""
    return Words(
        f"lost update of {name}",
        f"overwrote {name} = {_said(before)}",
        f"{thread.name} read {_said(seen)} and was switched out; {other.name} wrote {_said(before)}; "
        f"{thread.name} wrote {_said(value)}{again}.",
    )


def _half_done_read(
    thread: VirtualThread, reader: VirtualThread, half: tuple[str, object], whole: tuple[str, object, object]
) -> Words:
    (first, new), (second, old, value) = half, whole
    return Words(
        f"half-done update of {first}",
        "read it half done",
        f"{thread.name} wrote {first} = {_said(new)}; {reader.name} read it and {second} = {_said(old)}; "
        f"only then {thread.name} wrote {second} = {_said(value)}.",
    )


def _said(value: object) -> str:
    return "it" if value is None else str(value)
