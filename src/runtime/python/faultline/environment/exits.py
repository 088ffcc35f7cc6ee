"""How CPython lets a program go: exit statuses, and the last traceback."""

import sys
import traceback
from typing import Any

from ..coroutine_threads.unable import as_ending
from ..primitives.unraisable import unraisable
from ..pristine.facts import all_linked, answers_itself, field_of, is_a, is_deep, text_of, traceback_of
from ..pristine.halt import Halt, HaltReason
from ..pristine.reporters import report_of
from ..report.recorder import LANE
from ..report.tracebacks import clean
from ..source.locate import Locate

# What CPython exits with when it could not flush what was printed, whatever else was asked for (`Py_RunMain` in
# main.c).
NOT_FLUSHED = 120

FINISHED: dict[str, Any] = {"kind": "finished"}

# Pyodide's own hook, and CPython's.
_HOOKS = (sys.excepthook, sys.__excepthook__, traceback.print_exception)
_ABSENT = object()
_set_trace, _set_profile = sys.settrace, sys.setprofile


def exited(exit: SystemExit) -> dict[str, Any]:
    """The ending that `python main.py` would make of `sys.exit(...)`; see `_Py_HandleSystemExit` in CPython."""
    code: object = exit
    try:
        code = exit.code
    except Halt:
        raise
    except BaseException:
        pass  # CPython then takes the exception itself for the message
    if code is None:
        return FINISHED
    if is_a(code, int):
        number = int.__int__(code)
        # More than a C `long long` holds is reported as -1.
        return with_status(number if -(2**63) <= number < 2**63 else -1)
    message = text_of(code, "")
    _write(f"{message}\n")
    return {"kind": "exited", "status": 1, "message": message}


def with_status(status: int, by: str | None = None) -> dict[str, Any]:
    """The ending with an exit status, of which a shell sees the lowest eight bits. `by` is what has ended the program,
    if it was not `SystemExit`."""
    seen = status & 0xFF
    ending = {"kind": "exited", "status": seen, "message": ""}
    return ({**ending, "by": by} if by else ending) if seen else FINISHED


def halted(reason: HaltReason, limits: dict[str, int], locate: Locate) -> dict[str, Any]:
    """The ending of a run that was cut short."""
    match reason.kind:
        case "stopped":
            return {"kind": "stopped"}
        case "stuck":
            return {"kind": "stuck", "waits": [*reason.details], "cycle": [*reason.cycle]}
        case "unable":
            return as_ending(reason, locate)
        case "exited":
            return with_status(reason.status, reason.by)
        case _:
            reached = {"lanes": limits["events"] // LANE, "output": limits["outputChars"]}
            return {"kind": "capped", "what": reason.kind, "limit": reached[reason.kind]}


def show(error: BaseException, report: str) -> SystemExit | None:
    """Prints the report `report` as CPython does at the end of a program, by the program's own hook if it set one.
    Returns the `SystemExit` by which that has ended the program, if it has; see `_PyErr_PrintEx` in CPython."""
    hook = vars(sys).get("excepthook", _ABSENT)
    if hook is _ABSENT:
        _write("sys.excepthook is missing\n")
    if hook is _ABSENT or any(hook is usual for usual in _HOOKS):
        if hook is _ABSENT or not _shown_as_usual(hook, error):
            _write(report)
        return None
    try:
        hook(type(error), error, traceback_of(error))
    except Halt:
        raise
    except SystemExit as exit:
        return exit
    except BaseException as second:
        clean(second)
        _write(f"Error in sys.excepthook:\n{report_of(second)}\nOriginal exception was:\n{report}")
    return None


def _shown_as_usual(hook: Any, error: BaseException) -> bool:
    """CPython's own report of a name that a module lacks imports the module again, to see which name may have been
    meant: what its body prints is printed twice. Of nothing else does it make a difference who makes the report."""
    if is_deep(error) or any(answers_itself(one) for one in all_linked(error)):
        return False
    if all(field_of(one, ImportError, "name_from") is None for one in all_linked(error)):
        return False
    try:
        hook(type(error), error, traceback_of(error))
    except Halt:
        raise
    except BaseException:
        return False  # the program has changed what it works with
    return True


def leave_tracing() -> None:
    """The program is over, so its trace and profile functions are no longer to be called."""
    _set_trace(None)
    _set_profile(None)


def _write(text: str) -> None:
    stderr = vars(sys).get("stderr")
    try:
        if stderr is not None:
            stderr.write(text)
    except Halt:
        raise
    except BaseException:
        pass  # the program has closed its stderr, so nobody hears it


def streams_flushed() -> bool:
    """Flushes what the program prints to, as `flush_std_files` in pylifecycle.c does. Whether that has worked."""
    worked = True
    for name in ("stdout", "stderr"):
        stream = vars(sys).get(name)
        try:
            if stream is not None and not _is_closed(stream):
                stream.flush()
        except Halt:
            raise
        except BaseException as error:
            worked = False
            if name == "stdout":
                unraisable(error, "Exception ignored while flushing sys.stdout")
    return worked


def _is_closed(stream: Any) -> bool:
    try:
        return bool(stream.closed)
    except Halt:
        raise
    except BaseException:
        return False
