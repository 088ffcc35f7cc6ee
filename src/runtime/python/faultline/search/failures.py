"""Exceptions that end an execution, as outcomes: one failure is one outcome, whatever addresses it tells."""

from collections.abc import Iterator

from ..report.addresses import without_those_of
from ..scheduler.paths import things_in
from .outcomes import Outcome

# So many of a chain of exceptions may tell their addresses.
_MOST_CAUSES = 10


def failed_by(raised: list[BaseException]) -> Outcome | None:
    """The outcome of a main thread that an exception has ended, unless that was `sys.exit()` in good order."""
    for error in raised:
        if not isinstance(error, SystemExit) or error.code not in (None, 0):
            return Outcome("failed", named(error))
    return None


def named(error: BaseException) -> str:
    """An exception in words that are the same whatever addresses it tells."""
    try:
        text = without_those_of(str(error), _at_hand(error))
    except Exception:
        text = ""
    name = type(error).__name__
    return f"{name}: {text}"[:300] if text else name


def _at_hand(error: BaseException) -> Iterator[object]:
    """An exception, those that it came of, what they were made with, and what the code that raised it had among its
    variables, and what those have: it may tell their addresses."""
    came_of: BaseException | None = error
    for _ in range(_MOST_CAUSES):
        if came_of is None:
            break
        yield from things_in(came_of)
        yield from things_in(came_of.args)
        came_of = came_of.__cause__ or came_of.__context__
    trace = error.__traceback__
    while trace is not None:
        yield from things_in(dict(trace.tb_frame.f_locals))
        yield from things_in(trace.tb_frame.f_globals)
        trace = trace.tb_next
