"""An uncaught exception as data: CPython's own traceback, without the frames that are ours."""

import linecache
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import TypedDict

# Frames of this package are never part of what the learner did.
OURS = __file__.rpartition("/")[0]


class Frame(TypedDict):
    """One line of a traceback; `own` is true for the learner's files."""

    file: str
    line: int | None
    function: str
    source: str
    own: bool


class Raised(TypedDict):
    """What the page is told; the same shape as `RaisedSchema` in `src/runtime/protocol.ts`."""

    type: str
    message: str
    frames: list[Frame]
    traceback: str


def without_ours(tb: TracebackType | None) -> TracebackType | None:
    """The same traceback with the frames of this package left out, at its head and at its tail."""
    if tb is None:
        return None
    rest = without_ours(tb.tb_next)
    if tb.tb_frame.f_code.co_filename.startswith(OURS):
        return rest
    return TracebackType(rest, tb.tb_frame, tb.tb_lasti, tb.tb_lineno)


def clean(error: BaseException) -> None:
    """Leaves our frames out of an exception and of all that it is linked to."""
    todo = [error]
    seen: set[int] = set()
    while todo:
        current = todo.pop()
        if id(current) in seen:
            continue
        seen.add(id(current))
        current.__traceback__ = without_ours(current.__traceback__)
        todo += [linked for linked in (current.__cause__, current.__context__) if linked is not None]
        if isinstance(current, BaseExceptionGroup):
            todo += current.exceptions


def describe(error: BaseException, locate: Callable[[str], str | None]) -> Raised:
    """The exception for the page. `locate` names the learner's files."""
    clean(error)
    report = traceback.TracebackException.from_exception(error)
    frames = [_frame(frame.filename, frame.lineno, frame.name, locate) for frame in report.stack]
    if isinstance(error, SyntaxError) and error.filename:
        frames.append(_frame(error.filename, error.lineno, "", locate))
    return {
        "type": type(error).__qualname__,
        "message": _message(error),
        "frames": frames,
        "traceback": "".join(report.format()),
    }


def _message(error: BaseException) -> str:
    if isinstance(error, SyntaxError) and error.msg:
        return error.msg
    try:
        return str(error)
    except Exception:
        return "(the exception could not be turned into text)"


def _frame(file_name: str, line: int | None, function: str, locate: Callable[[str], str | None]) -> Frame:
    own = locate(file_name)
    return {
        "file": own or file_name,
        "line": line,
        "function": function,
        "source": linecache.getline(file_name, line).strip() if line else "",
        "own": own is not None,
    }
