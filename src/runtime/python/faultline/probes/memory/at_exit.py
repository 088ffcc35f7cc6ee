"""What is held until exit functions run: seen before they do, as they let go of it, and it was held all the same."""

import atexit
import weakref
from typing import Any, NamedTuple

from ...cpython.internals import THREADING
from ...report.recorder import Place

_finalizers: Any = weakref.finalize

Lines = dict[Place | None, tuple[int, int]]


class Moment(NamedTuple):
    """What there is: live objects by class, bytes, and what each line has allocated, where that can be reported."""

    counts: dict[str, int]
    bytes: int
    lines: Lines | None


class ExitFunctions:
    """Knows which were there before the program began."""

    def __init__(self) -> None:
        self._before = _registered()

    def any(self) -> bool:
        """Whether the program, or what it uses, has had something put off until it ends."""
        return any(now > before for now, before in zip(_registered(), self._before))


def _registered() -> tuple[int, int, int]:
    return atexit._ncallbacks(), len(THREADING._threading_atexits), len(_finalizers._registry)


def held(at_exit: Moment, after: Moment, left: Moment) -> Moment:
    """What was held when the program came to its last line: what there was `at_exit`, without the late garbage, which
    is the difference between what there was `after` the exit functions and what a last collection has `left`."""
    counts = {label: max(0, _with(at_exit.counts, after.counts, left.counts, label)) for label in at_exit.counts}
    size = at_exit.bytes - after.bytes + left.bytes
    if at_exit.lines is None or after.lines is None or left.lines is None:
        return Moment(counts, size, None)
    lines = {place: _line(at_exit.lines, after.lines, left.lines, place) for place in at_exit.lines}
    return Moment(counts, size, lines)


def _with(first: dict[str, int], minus: dict[str, int], plus: dict[str, int], label: str) -> int:
    return first[label] - minus.get(label, 0) + plus.get(label, 0)


def _line(first: Lines, minus: Lines, plus: Lines, place: Place | None) -> tuple[int, int]:
    none = (0, 0)
    (size, blocks), (less, fewer), (more, further) = first[place], minus.get(place, none), plus.get(place, none)
    return size - less + more, blocks - fewer + further
