"""Finds loops that only wait: threads that look at the same things again and again while nothing changes."""

from collections import deque
from collections.abc import Iterable
from inspect import CO_OPTIMIZED
from types import FrameType
from typing import Any, NamedTuple

from ..accesses.sites import Site
from ..cpython.frames import real_back
from ..cpython.value_stack import ValueStack
from ..source.class_of import class_of
from .histories import Execution, History

_PLAIN = frozenset({int, float, bool, str, bytes})
_ORDERED = frozenset({list, tuple, deque})
_COUNTED = frozenset({dict, set, bytearray})
_NONE: dict[object, object] = {}
_ITERABLES: tuple[Iterable[object], ...] = (
    *((), [], _NONE, _NONE.values(), _NONE.items(), set[object](), "", "\xe9", b"", range(0), range(2**70)),
    deque[object](),
)
_ITERATORS: frozenset[type] = frozenset({type(iter(one)) for one in _ITERABLES} | {type(reversed(list[object]()))})


class _Stood(NamedTuple):
    """How a thread has stood at an instruction: after what, with these variables of its own, and with all else."""

    history: History
    reads: int
    own: tuple[int, ...]
    frame_snapshot: tuple[Any, ...] | None


class Spins:
    """One for each execution. A loop spins when a thread stands at the same instruction with the same variables, its
    own and its callers', and all that it has read since it last stood there would be read the same again.

    Letting it go on would lead to the state it is in, so a fair scheduler lets others run instead (M. Musuvathi and
    S. Qadeer, Fair Stateless Model Checking, PLDI 2008).
    """

    def __init__(self, execution: Execution, stack: ValueStack) -> None:
        self._execution = execution
        self._stack = stack
        # By thread: what it has read since it last did anything else.
        self._reads: dict[int, list[tuple[Any, History]]] = {}
        self._stood: dict[tuple[int, int, Site], _Stood] = {}

    def spins(self, thread: int, site: Site, frame: FrameType) -> bool:
        """Whether reading at `site` would only repeat what has been."""
        reads = self._reads.setdefault(thread, [])
        if not reads and not frame.f_code.co_flags & CO_OPTIMIZED:
            return False
        here, own = (thread, id(frame), site), _variables(frame, self._stack)
        stood, history = self._stood.get(here), self._execution.threads[thread]
        if stood is None or stood.own != own or stood.reads >= len(reads):
            self._stood[here] = _Stood(history, len(reads), own, None)
            return False
        # All of it only where it may be a turn of a loop.
        frame_snapshot = _frame_snapshot(frame, self._stack)
        self._stood[here] = _Stood(history, len(reads), own, frame_snapshot)
        if stood.frame_snapshot != frame_snapshot:
            return False
        last_write = self._execution.last_write
        if any(last_write(place) != seen for place, seen in reads[stood.reads :]):
            return False
        # It is in the same state again, so turns of the loop do not tell executions apart.
        self._execution.threads[thread] = stood.history
        self._stood[here] = _Stood(stood.history, len(reads), own, frame_snapshot)
        return True

    def read(self, thread: int, place: Any) -> None:
        """The thread reads; it has not got further by that alone."""
        self._reads.setdefault(thread, []).append((place, self._execution.last_write(place)))

    def moved(self, thread: int) -> None:
        """The thread has written, waited or taken a lock."""
        if self._reads.pop(thread, None):
            self._stood = {here: stood for here, stood in self._stood.items() if here[0] != thread}


def _variables(frame: FrameType, stack: ValueStack) -> tuple[int, ...]:
    code = frame.f_code
    if not code.co_flags & CO_OPTIMIZED:
        return () if frame.f_locals is frame.f_globals else tuple(map(id, frame.f_locals.values()))
    if code.co_cellvars or code.co_freevars:
        # What is in the cells counts, not the cells.
        return tuple(map(id, frame.f_locals.values()))
    return stack.words_of_variables(frame, code.co_nlocals)


def _frame_snapshot(frame: FrameType | None, stack: ValueStack) -> tuple[Any, ...]:
    """All that tells one turn of a loop from the next: of the frame, and of those that have called it, as a loop may be
    in any of them."""
    found: list[Any] = []
    while frame is not None:
        found.append(frame.f_lasti)
        found += map(_mark, frame.f_locals.values())
        # The iterator of a loop has no name.
        found += map(_left, stack.all(frame))
        frame = real_back(frame)
    return tuple(found)


def _mark(value: Any) -> Any:
    """What changes when the value does, where nobody else may have noticed; see `accesses/private.py`."""
    kind = class_of(value)
    if kind in _PLAIN:
        # Not where it is: the place of a number is used again.
        return kind, value
    if kind in _ORDERED:
        return id(value), *map(id, value)
    return (id(value), len(value)) if kind in _COUNTED else id(value)


def _left(value: Any) -> int | None:
    """How much is still to come of an iterator that is built in."""
    kind = class_of(value)
    return value.__length_hint__() if kind in _ITERATORS else None
