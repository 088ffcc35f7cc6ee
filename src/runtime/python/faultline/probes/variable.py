"""A variable that threads share: its last reads and writes, and what was only counted of them."""

from collections.abc import Callable
from functools import partial
from types import CodeType
from typing import NamedTuple

from ..scheduler.thread import VirtualThread


# Between these lie the whole numbers that a page counts exactly.
LEAST, MOST = -(2**53), 2**53


class Access(NamedTuple):
    """One read or write: when, of which version, in which call of a function, and the value, shown or a number."""

    serial: int
    version: int
    value: object
    call: int
    test: bool


# Without the detour of a class's own `__new__`: one is made for every read and write.
access: Callable[[tuple[object, ...]], Access] = partial(tuple.__new__, Access)  # type: ignore[arg-type]


class Seen(NamedTuple):
    """Where a touch was seen: in which code, and its file and line."""

    code: CodeType
    file: str
    line: int


class Counted:
    """What was only counted of a variable in this turn. Of the last touches it is kept where they were seen."""

    __slots__ = ("touches", "now", "untold", "writes", "greatest", "last_read", "last_test", "last_write", "value")

    def __init__(self) -> None:
        # All touches in any turn that were looked at one by one.
        self.touches = 0
        # Whether touches are only counted from now on, until the turn ends.
        self.now = False
        # Looks up what the variable is.
        self.value: Callable[[], object] = lambda: None
        self.begin()

    def begin(self) -> None:
        """Nothing was counted yet."""
        # How many touches were not told, and how many of them were writes that nobody has looked at.
        self.untold = self.writes = 0
        # The highest whole number written among them.
        self.greatest = LEAST
        self.last_read: Seen | None = None
        # The last read that a branch depended on.
        self.last_test: Seen | None = None
        self.last_write: Seen | None = None

    def read(self, seen: Seen, test: bool) -> None:
        """A read is not told."""
        self.untold += 1
        self.last_read = seen
        if test:
            self.last_test = seen

    def write(self, seen: Seen, value: object) -> None:
        """A write is not told."""
        self.untold += 1
        self.last_write = seen
        # What was read before is used up.
        self.last_read = self.last_test = None
        if type(value) is int and self.greatest < value < MOST:
            self.greatest = value


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
        self.reads: dict[VirtualThread, Access] = {}
        # The last read of each thread that a branch depended on, since its own last write.
        self.tests: dict[VirtualThread, Access] = {}
        self.whole: Variable | None = None
        # Who touched it first, and whether another thread has touched it since.
        self.first: VirtualThread | None = None
        self.shared = False

    def touched_by(self, thread: VirtualThread) -> None:
        """A thread touches it."""
        if self.first is None:
            self.first = thread
        elif self.first is not thread:
            self.shared = True
