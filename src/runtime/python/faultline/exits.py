"""How CPython lets a program go: exit statuses, and the last traceback."""

import sys
from typing import Any

from .scheduler.scheduler import Halt


def exited(exit: SystemExit) -> dict[str, Any]:
    """The ending that `python main.py` would make of `sys.exit(...)`; see `_Py_HandleSystemExit` in CPython."""
    code = exit.code
    if code is None or code == 0:
        return {"kind": "finished"}
    if isinstance(code, int):
        return {"kind": "exited", "status": code & 0xFF, "message": ""}
    try:
        print(code, file=sys.stderr)
    except (ValueError, AttributeError, OSError):
        pass  # the program has closed its stderr, so nobody hears the message
    return {"kind": "exited", "status": 1, "message": str(code)}


def show(error: BaseException) -> None:
    """Prints the traceback as CPython does at the end of a program, by the program's own hook if it set one."""
    try:
        sys.excepthook(type(error), error, error.__traceback__)
    except Halt:
        raise
    except BaseException as second:
        # What CPython does when the hook itself fails. It raises nothing, whatever has become of stderr.
        sys.__excepthook__(type(second), second, second.__traceback__)
