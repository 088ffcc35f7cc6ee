"""Rules: what native code does at an instruction so that no look of Python's is needed there.

`native/rules.ts` applies them. Where nothing native is, looks are taken, and do the same.
"""

import struct
from typing import NamedTuple

from .steps import InstructionCallback

# What is looked at: one value or two, a call, a location, a call for a scalar, the next of a range; whose location: a
# module's, on the value stack, a cell.
_ONE_PLAIN, _TWO_PLAIN, _QUIET_CALL, _LOCATION, _SCALAR_CALL, _LONE_RANGE = 1, 2, 3, 4, 5, 6
OF_GLOBALS, ON_STACK, IN_CELL = 0, 1, 2
# Kind, whose, its number, how deep the key lies and the key, how deep the value lies, where it was seen, a flag.
_RULE = struct.Struct("<IIIiIiII")
_NONE = -1
# The key of what makes one scalar of others, for `Steps.know_location`.
MAKES_SCALARS = 1


class Ruled(NamedTuple):
    """A look that need not be taken where its rule can be applied."""

    look: InstructionCallback
    rule: bytes


def one_plain(depth: int, *, once: bool = False, scalar: bool = False) -> bytes:
    """Nothing is looked at where the value so deep is plain. `once`: not again after the iterator of a range. `scalar`:
    only where there is no other value in it."""
    return _RULE.pack(_ONE_PLAIN, 0, depth, _NONE, scalar, _NONE, 0, once)


def two_plain(*, scalar: bool = False) -> bytes:
    """Nothing is looked at where both values on top are plain, or scalars."""
    return _RULE.pack(_TWO_PLAIN, 0, 0, _NONE, scalar, _NONE, 0, 0)


def scalar_call(arguments: int) -> bytes:
    """Nothing is looked at where what is called is known, under the key `MAKES_SCALARS`, and so many scalars are
    given."""
    return _RULE.pack(_SCALAR_CALL, 0, arguments, _NONE, 0, _NONE, 0, 0)


def lone_range() -> bytes:
    """Nothing is looked at where a loop goes over a range by an iterator that nobody else has."""
    return _RULE.pack(_LONE_RANGE, 0, 0, _NONE, 0, _NONE, 0, 0)


def quiet_call(below: int) -> bytes:
    """Nothing is looked at where what is called, with the type of what lies `below`, is known to access nothing."""
    return _RULE.pack(_QUIET_CALL, 0, below, _NONE, 0, _NONE, 0, 0)


class Key(NamedTuple):
    """What of its owner a location is: the object so deep on the value stack, or one address that is the same each
    time."""

    depth: int | None
    address: int


def location(whose: int, number: int, key: Key, value: int | None, seen: int, *, test: bool) -> bytes:
    """A access is counted where the location is known: a write of the value so deep, or a read."""
    depth = _NONE if key.depth is None else key.depth
    return _RULE.pack(_LOCATION, whose, number, depth, key.address, _NONE if value is None else value, seen, test)
