"""A fault of ours, as a short text that a person can read and send us."""

from types import TracebackType
from typing import Any

from ..pristine.facts import is_a, kind_of, text_of, traceback_of
from ..pristine.halt import Halt
from ..source.ours import OURS

# The part of a run that is ours and no probe's: what is done when the program is over.
AFTERWARDS = "afterwards"

_MOST_MESSAGE = 300
_MOST_FAULTS = 10
_MOST_LINES = 30
_FOLDER = OURS.rpartition("/")[0]


def fault_of(error: BaseException) -> str:
    """Where in our code `error` came up. Of the program's code it says nothing but where it was called."""
    kept = [*_lines(traceback_of(error))][-_MOST_LINES:]
    return "\n".join([*kept, f"{kind_of(error)}: {text_of(error)[:_MOST_MESSAGE]}"])


def crashed(error: BaseException) -> dict[str, Any]:
    """The ending of a run that a fault of ours has ended, or the want of memory for telling how it ended."""
    cause = "memory" if is_a(error, MemoryError) else "fault"
    return {"kind": "crashed", "cause": cause, "reason": fault_of(error)}


class Faults:
    """What of ours has failed in a run that goes on without it: `reported` says of each which part it is, and where."""

    def __init__(self) -> None:
        self.reported: list[dict[str, str]] = []

    def add(self, part: str, error: BaseException) -> None:
        """`part` has failed: the name of a probe, or `AFTERWARDS`."""
        if len(self.reported) < _MOST_FAULTS:
            self.reported.append({"part": part, "report": fault_of(error)})

    def noted(self, part: str) -> "_Noted":
        """A context: what fails in it is noted, and no more."""
        return _Noted(self, part)


class _Noted:
    """Its own class, as those of `contextlib` work with built-in names that the program may have replaced."""

    def __init__(self, faults: Faults, part: str) -> None:
        self._faults = faults
        self._part = part

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, _traceback: object) -> bool:
        # A run that is to end has ended by then, and a program may raise `Halt` itself.
        if error is not None and not is_a(error, Halt):
            self._faults.add(self._part, error)
        return True


def _lines(tb: TracebackType | None) -> list[str]:
    lines: list[str] = []
    while tb is not None:
        code = tb.tb_frame.f_code
        file = code.co_filename
        if file.startswith(OURS):
            line = f"{file[len(_FOLDER) + 1 :]}, line {tb.tb_lineno}, in {code.co_qualname}"
        else:
            line = "(code that is not Faultline's)"
        if not lines or line != lines[-1]:
            lines.append(line)
        tb = tb.tb_next
    return lines
