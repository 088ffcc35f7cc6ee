"""An uncaught exception as data: CPython's own traceback, without the frames that are ours."""

import ast
import builtins
import itertools
import sys
import tokenize
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any, TypedDict

from .lines_of_source import line_of

# Frames of this package are never part of what the learner did.
OURS = __file__.rpartition("/")[0]

# What CPython's report loads only when it needs it. The program may have files of these names.
_NEEDED = {"ast": ast, "tokenize": tokenize}
_REPORTERS = frozenset({"traceback", "linecache"})

MOST_REPEATS = 3
MOST_INNER = 5
MOST_FRAMES = 200


class Frame(TypedDict):
    """One line of a traceback; `own` is true for the learner's files."""

    file: str
    line: int | None
    function: str
    source: str
    own: bool


class Failure(TypedDict):
    """One exception: what it is and where it came from, outermost frame first."""

    type: str
    message: str
    frames: list[Frame]


class Raised(Failure):
    """What the page is told; the same shape as `RaisedSchema` in `src/runtime/protocol.ts`.

    `inner` are the exceptions inside an exception group, `traceback` is CPython's own rendering.
    """

    inner: list[Failure]
    traceback: str


def without_ours(tb: TracebackType | None) -> TracebackType | None:
    """The same traceback with the frames of this package left out, at its head and at its tail."""
    kept = []
    while tb is not None:
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
    try:
        return _described(error, locate)
    except Exception:
        # The program has changed what the report is made with. It has failed all the same: CPython, too, has a shorter
        # report for that.
        kind, message = type(error).__qualname__, _message(error)
        short = f"{kind}: {message}\n" if message else f"{kind}\n"
        return {"type": kind, "message": message, "frames": [], "inner": [], "traceback": short}


def _described(error: BaseException, locate: Callable[[str], str | None]) -> Raised:
    with _loading_nothing():
        report = traceback.TracebackException.from_exception(error)
        failure = _failure(error, report, locate)
        inner = [
            _failure(leaf, traceback.TracebackException.from_exception(leaf), locate)
            for leaf in itertools.islice(_leaves(error), MOST_INNER)
        ]
    return {**failure, "inner": inner, "traceback": "".join(report.format())}


@contextmanager
def _loading_nothing() -> Iterator[None]:
    """Loads no module of the program's meanwhile. CPython's report of an `ImportError` imports the module again to see
    which name may have been meant; the traceback that is printed does that, as it should, and this one must not.
    Nor does it ask a module of the program's that has the name of one of Python's."""
    usual = builtins.__import__

    def loaded_only(name: str, *rest: Any, **options: Any) -> Any:
        if name in _NEEDED and rest and rest[0].get("__name__") in _REPORTERS:
            return _NEEDED[name]
        if name not in sys.modules and name.partition(".")[0] not in sys.stdlib_module_names:
            raise ImportError(name)
        return usual(name, *rest, **options)

    builtins.__import__ = loaded_only
    try:
        yield
    finally:
        builtins.__import__ = usual


def _failure(
    error: BaseException, report: traceback.TracebackException, locate: Callable[[str], str | None]
) -> Failure:
    stack = list(_without_repeats(report.stack))
    # The innermost frames tell what happened, the outermost how it began.
    if len(stack) > MOST_FRAMES:
        stack = stack[: MOST_FRAMES // 4] + stack[-(MOST_FRAMES - MOST_FRAMES // 4) :]
    frames = [_frame(frame.filename, frame.lineno, frame.name, locate) for frame in stack]
    if isinstance(error, SyntaxError) and error.filename:
        frames.append(_frame(error.filename, error.lineno, "", locate))
    return {"type": type(error).__qualname__, "message": _message(error), "frames": frames}


def _leaves(error: BaseException) -> Iterator[BaseException]:
    """The exceptions inside a group that are not groups themselves."""
    if isinstance(error, BaseExceptionGroup):
        for part in error.exceptions:
            if isinstance(part, BaseExceptionGroup):
                yield from _leaves(part)
            else:
                yield part


def _without_repeats(stack: traceback.StackSummary) -> Iterator[traceback.FrameSummary]:
    """Recursion shows each line only so often, as in CPython's own tracebacks."""
    last, count = None, 0
    for frame in stack:
        key = frame.filename, frame.lineno, frame.name
        last, count = key, count + 1 if key == last else 1
        if count <= MOST_REPEATS:
            yield frame


def _message(error: BaseException) -> str:
    if isinstance(error, SyntaxError) and error.msg:
        return error.msg
    try:
        return str(error)
    except BaseException:
        return "(the exception could not be turned into text)"


def _frame(file_name: str, line: int | None, function: str, locate: Callable[[str], str | None]) -> Frame:
    own = locate(file_name)
    # A body that fails before its first line stands at line 0, and a program may make a SyntaxError with any line.
    line = line if type(line) is int and line > 0 else None
    return {
        "file": own or file_name,
        "line": line,
        "function": function,
        "source": line_of(file_name, line).strip() if line else "",
        "own": own is not None,
    }
