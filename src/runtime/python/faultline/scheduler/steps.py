"""Counts switch points: how many the program has passed, and when the next one matters."""

import struct
import sys
from collections.abc import Callable
from types import CodeType, FrameType
from typing import Any

from . import counting

# Types whose values are no containers that can change, nor know one. That of the iterator of a range comes first, then
# `int`, and six more of scalars, which have no other value in them: native code knows them by that.
_FIRST = (type(iter(range(0))), int, bool, type(None), str, float, complex, bytes)
_ITERATORS = (enumerate, zip, map, filter, *(type(iter(one)) for one in (range(2**70), (), "", "\xe9", b"")))
_PLAIN: tuple[type, ...] = (*_FIRST, tuple, range, frozenset, *_ITERATORS)

# So many points away is never.
NEVER = 2**60

Tick = Callable[[CodeType | None, int], None]
# Looks at an instruction that is about to be executed, in the frame that it is given: most need none. One that returns
# `sys.monitoring.DISABLE` need not be called there again, unless only some instructions are points and this is one.
InstructionCallback = Callable[[FrameType], object]

# Bytes of an instruction in the table of `native/steps.ts`, and how many there is room for at first.
_ENTRY = 16
_ROOM = 1024


# Makes the functions of a count.
_maker: Any = counting


class Steps:
    """The count of switch points passed by all threads.

    `tick` is called at every point, so it does nothing but count down; what `tell` was given is called at the point
    where the count armed by `arm` is used up.
    """

    def __init__(self) -> None:
        # Hears of a look that has failed, and may answer for it.
        self.look_failed: Callable[[BaseException], object] = _raise
        made = _maker.make()
        self.tick, self.at_instruction, self.arm, self.passed, self._add, begin, self._follow, self._know = made[:8]
        # `know_location(owner, key, counts)`: accesses of what is at these addresses are counted in `counts`, until
        # `forget_locations()`; without counts the call of it accesses nothing, for good. `wrote(counts)`: the location
        # that was written last, or None for one that is not counted.
        self.know_location, self.wrote, self.forget_locations = made[8:11]
        # The functions hold nothing of what they are given, nor of what was made with them.
        self._made = made
        disable = getattr(getattr(sys, "monitoring", None), "DISABLE", None)
        look_failed: Callable[[BaseException], object] = lambda error: self.look_failed(error)
        plain = struct.pack(f"<{len(_PLAIN)}I", *(id(one) & 0xFFFFFFFF for one in _PLAIN))
        self._begin, self._called = begin, (_ignore, look_failed, disable, plain)
        self.tell(_ignore)
        self._every = False
        self._table = bytearray()
        # What is known of each instruction, by its address. Keeps looks.
        self._known: dict[int, tuple[CodeType, int, bool, InstructionCallback | None, bytes | None]] = {}
        self._make_room(_ROOM)
        self.arm(NEVER)

    def tell(self, reached: Tick) -> None:
        """Has `reached` called from now on."""
        # Kept, as the functions hold nothing, until they have been given another.
        called = (reached, *self._called[1:])
        self._begin(*called)
        self._called = called

    def follow(self, *, every: bool) -> None:
        """Every instruction is a point, or only those that are known to be."""
        self._every = every
        # A search follows the same program again, as new code.
        known, self._known = self._known, {}
        self._make_room(_ROOM)
        known.clear()

    def know(
        self,
        code: CodeType,
        offset: int,
        *,
        point: bool,
        callback: InstructionCallback | None,
        rule: bytes | None = None,
    ) -> None:
        """Whether an instruction is a point, what looks at it, and by which rule (`rules.py`) it need not."""
        known = self._known[id(code) + offset] = (code, offset, point, callback, rule)
        if len(self._known) * 2 * _ENTRY > len(self._table):
            self._make_room(len(self._known) * 4)
        else:
            self._know(*known)

    def forget_looks(self) -> None:
        """Nothing looks any more; points are still counted."""
        # Kept until the table refers to none of them: a collection meanwhile may run code that is followed.
        known, self._known = self._known, {}
        for at, (code, offset, point, _callback, _rule) in known.items():
            self._known[at] = (code, offset, point, None, None)
            self._know(*self._known[at])
        known.clear()

    def count(self) -> None:
        """Counts a step that is no point: the choice of who goes on when a thread waits or ends."""
        self._add(1)

    def restart(self) -> None:
        """Sets the count to zero."""
        self.arm(NEVER)
        self._add(-self.passed())

    def _make_room(self, instructions: int) -> None:
        # Half of it at least stays empty: a search for what is not there ends at an empty place.
        room = max(_ROOM, 1 << (max(instructions, 2 * len(self._known)) - 1).bit_length())
        table = bytearray(room * _ENTRY)
        self._follow(table, self._every)
        self._table = table
        for known in self._known.values():
            self._know(*known)


def count_natively(native: Any) -> None:
    """From now on steps are counted by native code, which `worker/native.ts` has put there."""
    global _maker
    _maker = native


def _ignore(_code: CodeType | None, _offset: int) -> None:
    """Nobody is interested in points yet."""


def _raise(error: BaseException) -> None:
    raise error
