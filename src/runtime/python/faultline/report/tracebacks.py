"""An uncaught exception as data: CPython's own traceback, without the frames that are ours."""

from collections.abc import Callable, Iterator
from types import TracebackType
from typing import TypedDict

from ..pristine.facts import (
    MOST_ENTRIES,
    Entry,
    all_linked,
    entries_of,
    exact,
    field_of,
    is_a,
    kind_of,
    members_of,
    message_of,
    set_traceback,
    traceback_of,
)
from ..pristine.halt import Halt
from ..pristine.reporters import line_of, report_of
from ..source.ours import OURS
from .absent import Absent, absent_in

MOST_REPEATS = 3
MOST_INNER = 5
MOST_FRAMES = 200
# A program may nest groups as long as it likes.
_MOST_MEMBERS = 10_000


class Frame(TypedDict):
    """One line of a traceback; `own` is true for the learner's files."""

    file: str
    line: int | None
    function: str
    source: str
    own: bool


class Failure(TypedDict):
    """One exception: what it is and where it came from, outermost frame first; and what a browser lacks for it."""

    type: str
    message: str
    frames: list[Frame]
    absent: Absent | None


class Raised(Failure):
    """What the page gets; the same shape as `RaisedSchema` in `src/runtime/protocol.ts`.

    `inner` are the exceptions inside an exception group, `traceback` is CPython's own rendering.
    """

    inner: list[Failure]
    traceback: str


def without_ours(tb: TracebackType | None) -> TracebackType | None:
    """The same traceback with the frames of this package left out, at its head and at its tail."""
    kept: list[TracebackType] = []
    while tb is not None and len(kept) < MOST_ENTRIES:
        if not tb.tb_frame.f_code.co_filename.startswith(OURS):
            kept.append(tb)
        tb = tb.tb_next
    # Built from its end, and not by recursion: a RecursionError has some five thousand frames.
    rest: TracebackType | None = None
    for entry in reversed(kept):
        rest = TracebackType(rest, entry.tb_frame, entry.tb_lasti, entry.tb_lineno)
    return rest


def clean(error: BaseException) -> None:
    """Leaves our frames out of an exception and of all that it is linked to."""
    for one in all_linked(error):
        set_traceback(one, without_ours(traceback_of(one)))


def describe(error: BaseException, locate: Callable[[str], str | None]) -> Raised:
    """The exception for the page. `locate` names the learner's files. Raises nothing but `Halt`."""
    try:
        leaves = _leaves(error)
        # Frames of ours say what was called.
        absent = [absent_in(one) for one in (error, *leaves)]
        clean(error)
        failure, *inner = [_failure(one, locate, what) for one, what in zip((error, *leaves), absent)]
    except Halt:
        raise
    except BaseException:
        # Memory, or the depth of recursion, may have run out, and may do so again.
        failure: Failure = {"type": kind_of(error), "message": "", "frames": [], "absent": None}
        inner: list[Failure] = []
    return {
        "type": failure["type"],
        "message": failure["message"],
        "frames": failure["frames"],
        "absent": failure["absent"],
        "inner": inner,
        "traceback": report_of(error),
    }


def _failure(error: BaseException, locate: Callable[[str], str | None], absent: Absent | None) -> Failure:
    stack = list(_without_repeats(traceback_of(error)))
    # The innermost frames tell what happened, the outermost how it began.
    if len(stack) > MOST_FRAMES:
        stack = stack[: MOST_FRAMES // 4] + stack[-(MOST_FRAMES - MOST_FRAMES // 4) :]
    frames = [_frame(file, line, function, locate) for file, line, function in stack]
    file = field_of(error, SyntaxError, "filename")
    if file is not None and is_a(file, str) and file:
        frames.append(_frame(exact(file), field_of(error, SyntaxError, "lineno"), "", locate))
    return {"type": kind_of(error), "message": message_of(error), "frames": frames, "absent": absent}


def _leaves(error: BaseException) -> list[BaseException]:
    """The first exceptions inside a group that are not groups themselves."""
    leaves: list[BaseException] = []
    # The next one last.
    todo = [*reversed(members_of(error))]
    passed = 0
    while todo and len(leaves) < MOST_INNER and passed < _MOST_MEMBERS:
        part = todo.pop()
        passed += 1
        if is_a(part, BaseExceptionGroup):
            todo += reversed(members_of(part))
        else:
            leaves.append(part)
    return leaves


def _without_repeats(tb: TracebackType | None) -> Iterator[Entry]:
    """Recursion shows each line only so often, as in CPython's own tracebacks."""
    last: Entry | None = None
    count = 0
    for entry in entries_of(tb):
        last, count = entry, count + 1 if entry == last else 1
        if count <= MOST_REPEATS:
            yield entry


def _frame(file_name: str, line: object, function: str, locate: Callable[[str], str | None]) -> Frame:
    own = locate(file_name)
    # A body that fails before its first line stands at line 0, and a program may make a SyntaxError with any line.
    number = line if type(line) is int and 0 < line < 2**31 else None
    return {
        "file": own or file_name,
        "line": number,
        "function": function,
        "source": line_of(file_name, number).strip() if number else "",
        "own": own is not None,
    }
