"""How CPython lets a program go: exit statuses, and the last traceback."""

import sys
import traceback
from typing import Any

from .fallback.unable import as_raised
from .recorder import LANE
from .scheduler.awaiting import Locate
from .scheduler.halt import Halt, HaltReason


def exited(exit: SystemExit) -> dict[str, Any]:
    """The ending that `python main.py` would make of `sys.exit(...)`; see `_Py_HandleSystemExit` in CPython."""
    code = exit.code
    if code is None:
        return {"kind": "finished"}
    if isinstance(code, int):
        return with_status(code)
    message = ""
    try:
        message = str(code)
        print(message, file=sys.stderr)
    except Halt:
        raise
    except BaseException:
        pass  # it cannot be turned into text, or the program has closed its stderr, so nobody hears it
    return {"kind": "exited", "status": 1, "message": message}


def with_status(status: int) -> dict[str, Any]:
    """The ending with an exit status, of which a shell sees the lowest eight bits."""
    seen = status & 0xFF
    return {"kind": "exited", "status": seen, "message": ""} if seen else {"kind": "finished"}


def halted(reason: HaltReason, limits: dict[str, int], locate: Locate) -> dict[str, Any]:
    """The ending of a run that was cut short."""
    match reason.kind:
        case "stopped":
            return {"kind": "stopped"}
        case "stuck":
            return {"kind": "stuck", "waits": reason.details, "cycle": reason.cycle}
        case "unable":
            return as_raised(reason, locate)
        case "exited":
            return with_status(reason.status)
        case _:
            reached = {"lanes": limits["events"] // LANE, "output": limits["outputChars"]}
            return {"kind": "capped", "what": reason.kind, "limit": reached[reason.kind]}


def show(error: BaseException) -> None:
    """Prints the traceback as CPython does at the end of a program, by the program's own hook if it set one."""
    hook = sys.excepthook
    try:
        hook(type(error), error, error.__traceback__)
    except Halt:
        raise
    except BaseException as second:
        if hook is traceback.print_exception:
            # Pyodide's, in Python. The program has changed what it works with; CPython's own can do without that.
            second = error
        # What CPython does when the hook itself fails. It raises nothing, whatever has become of stderr.
        sys.__excepthook__(type(second), second, second.__traceback__)


def leave_tracing() -> None:
    """The program is over, so its trace and profile functions are no longer to be called."""
    sys.settrace(None)
    sys.setprofile(None)
