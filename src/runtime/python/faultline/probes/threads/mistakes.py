"""The three classic mistakes with shared variables, recognised in the order of reads and writes."""

from collections.abc import Callable
from functools import partial
from types import CodeType
from typing import Literal, NamedTuple

from ...report.fact import Fact
from ...report.facts import Left, half_done_read, lost_update, stale_check
from ...scheduler.thread import VirtualThread
from .variable import RecordedAccess, Summary, Variable, recorded_access

LOST_UPDATES = "lost updates"
STALE_CHECKS = "stale checks"
HALF_DONE_READS = "half-done reads"


Kind = Literal["lost updates", "stale checks", "half-done reads"]


class Mistake(NamedTuple):
    """What went wrong: `to_fact` gives the words, which are made only when somebody wants to hear them."""

    kind: Kind
    # The thread that did its part, and did no wrong.
    other: VirtualThread
    to_fact: Callable[[], Fact]


class Mistakes:
    """Follows reads and writes. A mistake is reported at the write that makes it final."""

    KINDS = (LOST_UPDATES, STALE_CHECKS, HALF_DONE_READS)

    def __init__(self, left_after: Callable[[VirtualThread, int], Left]) -> None:
        """`left_after` says how a thread left first after the read or write of this number."""
        self._left_after = left_after
        # By thread: its last write, for updates that take two.
        self._last_write: dict[VirtualThread, tuple[Variable, int, int, object, int, bool]] = {}
        # By thread: the variables that it has written since it last wrote one of them, in one call.
        self._updates: dict[VirtualThread, dict[Variable, RecordedAccess]] = {}

    def read(
        self, variable: Variable, thread: VirtualThread, value: object, call: int, serial: int, test: bool
    ) -> None:
        """`thread` has read the variable in a `call` of a function; `test` when a branch depends on it."""
        made = variable.reads[thread] = recorded_access((serial, variable.version, value, call, test))
        if test:
            variable.tests[thread] = made

    def write(self, variable: Variable, thread: VirtualThread, value: object, call: int, serial: int) -> Mistake | None:
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
            written = recorded_access((serial, version + 1, value, call, False))
            mistake = mistake or self._half_done(variable, thread, written, first[0], recorded_access(first[1:]))
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

    def counted(
        self,
        variable: Variable,
        counted: Summary,
        thread: VirtualThread,
        value: object,
        calls: Callable[[CodeType], int | None],
        serial: int,
    ) -> None:
        """`thread` has gone on accessing the variable in its turn, only counted; nobody else ran meanwhile."""
        if counted.writes and counted.last_write is not None:
            variable.version += counted.writes
            variable.value, variable.writer = value, thread
            if variable.whole is not None:
                variable.whole.version += counted.writes
                variable.whole.writer = thread
            variable.reads.pop(thread, None)
            variable.tests.pop(thread, None)
            last = self._last_write.get(thread)
            if last is not None and last[0] is variable:
                call = calls(counted.last_write.code) or 0
                self._last_write[thread] = (variable, serial, variable.version, value, call, False)
                self._updates.pop(thread, None)
        read, test = counted.last_read, counted.last_test
        for seen, kept in ((read, variable.reads), (test, variable.tests)):
            call = None if seen is None else calls(seen.code)
            if seen is not None:
                kept.pop(thread, None)
            # Whoever has come back from the call cannot write what was read in it.
            if call is not None:
                kept[thread] = recorded_access((serial, variable.version, value, call, seen is test))

    def _stale(
        self, variable: Variable, thread: VirtualThread, value: object, call: int, read: RecordedAccess
    ) -> Mistake | None:
        """The write rests on a read after which another thread has written."""
        other = variable.writer
        if other is None or other is thread or read.call != call:
            return None
        before = variable.value
        if read.test:
            return Mistake(
                STALE_CHECKS,
                other,
                lambda: stale_check(variable.label, thread.name, other.name, _text(read.value), _text(before)),
            )
        left = self._left_after(thread, read.serial)

        def to_fact() -> Fact:
            values = _text(read.value), _text(before), _text(value)
            return lost_update(variable.label, thread.name, left, other.name, *values)

        return Mistake(LOST_UPDATES, other, to_fact)

    def _half_done(
        self,
        variable: Variable,
        thread: VirtualThread,
        write: RecordedAccess,
        last: Variable,
        last_write: RecordedAccess,
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
    half: Variable, written: RecordedAccess, variable: Variable, thread: VirtualThread, value: object
) -> Mistake | None:
    for reader, new in half.reads.items():
        old = variable.reads.get(reader)
        if reader is thread or old is None or old.call != new.call:
            continue
        if min(new.serial, old.serial) > written.serial and new.version == written.version:
            names = half.label, thread.name, reader.name
            values = _text(written.value), variable.label, _text(old.value), _text(value)
            return Mistake(HALF_DONE_READS, reader, partial(half_done_read, *names, *values))
    return None


def _text(value: object) -> str | None:
    """A value as it was recorded; None where it is not known."""
    return None if value is None else str(value)
