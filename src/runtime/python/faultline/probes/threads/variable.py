"""A variable that threads share: its last reads and writes, and what was only counted of them."""

import struct
from collections.abc import Callable, Mapping
from functools import partial
from types import CodeType
from typing import NamedTuple

from ...scheduler.thread import VirtualThread

# Between these lie the whole numbers that a page counts exactly.
LEAST, MOST = -(2**53), 2**53
# The bits of an address that are noted: all there are in the browser.
_ADDRESS = 2**32 - 1


class RecordedAccess(NamedTuple):
    """One read or write: when, of which version, in which call of a function, and the value, shown or a number."""

    serial: int
    version: int
    value: object
    call: int
    test: bool


# Without the detour of a class's own `__new__`: one is made for every read and write.
_new: Callable[..., RecordedAccess] = vars(tuple)["__new__"]
recorded_access: Callable[[tuple[object, ...]], RecordedAccess] = partial(_new, RecordedAccess)


class Seen(NamedTuple):
    """Where an access was seen: in which code, and its file and line."""

    code: CodeType
    file: str
    line: int


class Summary(NamedTuple):
    """What was only counted of a variable in a turn."""

    # How many accesses were not reported, and how many of them were writes that nobody has looked at.
    unreported: int
    writes: int
    # The highest whole number written among them.
    greatest: int
    last_read: Seen | None
    # The last read that a branch depended on.
    last_test: Seen | None
    last_write: Seen | None


class Counted:
    """Counts the accesses of a variable in this turn. Of the last ones it is kept where they were seen.

    `counts` is written by native code as well (`native/rules.ts`), which knows a `Seen` by its address.
    """

    __slots__ = ("accesses", "now", "counts", "value")
    _LAYOUT = struct.Struct("<IIqIII")

    def __init__(self) -> None:
        # All accesses in any turn that were looked at one by one.
        self.accesses = 0
        # Whether accesses are only counted from now on, until the turn ends.
        self.now = False
        # Looks up what the variable is.
        self.value: Callable[[], object] = lambda: None
        self.counts = bytearray()

    def begin(self) -> None:
        """Accesses are counted from now on, and there was none yet."""
        self.now = True
        self.counts = bytearray(self._LAYOUT.pack(0, 0, LEAST, 0, 0, 0))

    def read(self, seen: Seen, test: bool) -> None:
        """A read that was looked at is not reported."""
        unreported, writes, greatest, _read, last_test, last_write = self._LAYOUT.unpack(self.counts)
        at = id(seen) & _ADDRESS
        self._set(unreported + 1, writes, greatest, at, at if test else last_test, last_write)

    def write(self, seen: Seen, value: object) -> None:
        """A write that was looked at is not reported. What was read before is used up."""
        unreported, writes, greatest, *_last = self._LAYOUT.unpack(self.counts)
        if type(value) is int and greatest < value < MOST:
            greatest = value
        self._set(unreported + 1, writes, greatest, 0, 0, id(seen) & _ADDRESS)

    def summary(self, seen: Mapping[int, Seen]) -> Summary:
        """What was counted; `seen` has each place by its address."""
        unreported, writes, greatest, *last = self._LAYOUT.unpack(self.counts)
        last_read, last_test, last_write = map(seen.get, last)
        return Summary(unreported, writes, greatest, last_read, last_test, last_write)

    def _set(self, *values: int) -> None:
        self._LAYOUT.pack_into(self.counts, 0, *values)


class Variable:
    """A place that threads share. `version` counts its writes; `whole` is the container that it is part of."""

    __slots__ = (
        *("label", "track", "version", "value", "writer", "reads", "tests"),
        *("whole", "counted", "tries", "spare", "first", "shared"),
    )

    def __init__(self, label: str, spare: str | None = None) -> None:
        self.label = label
        # What its lane is called as long as `label` is only how the code says it, which is `self.x` for many; None
        # when the label is its name.
        self.spare = spare
        # How often a name has been looked for.
        self.tries = 0
        self.counted = Counted()
        self.track: int | None = None
        self.version = 0
        self.value: object = None
        self.writer: VirtualThread | None = None
        # The last read of each thread since its own last write.
        self.reads: dict[VirtualThread, RecordedAccess] = {}
        # The last read of each thread that a branch depended on, since its own last write.
        self.tests: dict[VirtualThread, RecordedAccess] = {}
        self.whole: Variable | None = None
        # Who accessed it first, and whether another thread has accessed it since.
        self.first: VirtualThread | None = None
        self.shared = False

    def accessed_by(self, thread: VirtualThread) -> None:
        """A thread accesses it."""
        if self.first is None:
            self.first = thread
        elif self.first is not thread:
            self.shared = True
