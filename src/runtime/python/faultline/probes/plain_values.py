"""Looks at instructions that may have a container before them, and mostly have a number: loops over ranges, sums."""

import sys
from collections.abc import Callable
from types import FrameType

from ..scheduler.steps import FRAME, Look
from ..stepping.sites import Site
from ..stepping.value_stack import ValueStack
from .increments import DISABLE

# Types whose values are no containers that can change, nor know one. By their addresses.
_PLAIN = frozenset(
    map(id, (int, float, complex, str, bytes, bool, type(None), tuple, frozenset, range, enumerate, zip, map, filter))
) | frozenset(id(type(iter(one))) for one in (range(0), range(2**70), (), "", "\xe9", b""))
_RANGE = id(type(iter(range(0))))
# How the name of a site begins that takes the next number of a range.
_OF_RANGE = "range("


class PlainValues:
    """What it does not know to be plain it leaves to `watch`."""

    def __init__(self, stack: ValueStack) -> None:
        self._kind = stack.kind

    def look(self, site: Site, watch: Callable[[FrameType], object]) -> Look | None:
        """A look for a site, or None where more than such values are looked at."""
        kind, plain, frame_of = self._kind, _PLAIN, sys._getframe

        # A loop over a range needs no second look.
        done = DISABLE if site.kind == "next" and site.name.startswith(_OF_RANGE) else None

        def one() -> object:
            frame = frame_of(FRAME)
            found = kind(frame, depth)
            if found == _RANGE:
                return done
            if found not in plain:
                watch(frame)
            return None

        def two() -> None:
            frame = frame_of(FRAME)
            if kind(frame, 0) not in plain or kind(frame, 1) not in plain:
                watch(frame)

        match site.kind:
            case "next" | "contains":
                depth = 0
                return one
            case "whole":
                depth = site.number
                return one
            case "both" | "in place":
                return two
        return None
