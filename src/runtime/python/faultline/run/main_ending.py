"""How the program ended, as its main thread says: nothing is called finished that did not come to its end."""

from collections.abc import Callable
from typing import Any

from ..environment.exits import FINISHED, NOT_FLUSHED, exited, leave_tracing, show, streams_flushed, with_status
from ..pristine.facts import is_a, is_deep, kind_of, traceback_of
from ..pristine.halt import Halt
from ..report.faults import crashed
from ..report.tracebacks import Raised, describe
from ..source.locate import Locate

# What would take the interpreter down if it were freed before the page has heard of the ending.
_kept: list[object] = []


class MainEnding:
    """`ending` is the ending; None until there is one.

    `halted` says whether the run is to end: `Halt` without that is a program's own doing, an exception like others.
    """

    def __init__(self, locate: Locate, halted: Callable[[], bool]) -> None:
        self.ending: dict[str, Any] | None = None
        # While the exception is described and shown, by a hook of the program's perhaps.
        self.showing = False
        self._locate = locate
        self._halted = halted

    def of(self, run: Callable[[Callable[[BaseException], object]], object], fell: Callable[[], object]) -> None:
        """Runs the program: `run` takes who is to hear of what the main thread raises, when it does. Before anything
        is done with what is heard, `fell` is called. Raises `Halt` when the run is to end, and nothing else."""

        def raised_by_main(error: BaseException) -> None:
            fell()
            if is_deep(error):
                _kept.extend((error, traceback_of(error)))
            self._describe(error)

        try:
            run(raised_by_main)
        except BaseException as error:
            if is_a(error, Halt) and self._halted():
                raise
            if self.ending is None and is_a(error, Halt):
                raised_by_main(error)
            elif self.ending is None:
                # Nobody has heard of it, so it came up in our code.
                self.ending = crashed(error)
        else:
            if self.ending is None:
                self.ending = FINISHED

    def flush(self) -> None:
        """Flushes what the program prints to, once its exit functions have run; where that fails it is the ending."""
        if not streams_flushed() and self.ending is not None and self.ending["kind"] in ("finished", "exited"):
            self.ending = with_status(NOT_FLUSHED, "flush")

    def _describe(self, error: BaseException) -> None:
        self.showing = True
        try:
            self.ending = self._ending_by(error)
        except BaseException as second:
            if is_a(second, Halt) and self._halted():
                raise
            self.ending = self.ending or self._last_resort(error)
        finally:
            self.showing = False

    def _ending_by(self, error: BaseException) -> dict[str, Any]:
        if is_a(error, SystemExit):
            return exited(error)
        leave_tracing()
        described = describe(error, self._locate)
        # From here on it is known, whatever showing it does.
        self.ending = {"kind": "raised", "error": described}
        exit = show(error, described["traceback"])
        return self.ending if exit is None else exited(exit)

    def _last_resort(self, error: BaseException) -> dict[str, Any]:
        kind = kind_of(error)
        bare: Raised = {
            "type": kind,
            "message": "",
            "frames": [],
            "absent": None,
            "inner": [],
            "traceback": f"{kind}\n",
        }
        return {"kind": "raised", "error": bare}
