"""What happens to an exception that nobody can catch."""

import sys
from typing import Any

from ..report.tracebacks import clean
from ..source.class_of import class_of


def _type_of_hook_arguments() -> Any:
    """CPython has no name for it, and makes one only for a call of the hook."""
    found: list[Any] = []
    usual = sys.unraisablehook
    sys.unraisablehook = found.append
    try:
        _Unraisable()
    finally:
        sys.unraisablehook = usual
    return class_of(found[0])


class _Unraisable:
    def __del__(self) -> None:
        raise RuntimeError


_HookArguments = _type_of_hook_arguments()


def unraisable(error: BaseException, message: str) -> None:
    """Reports `error` by `sys.unraisablehook`, as CPython's C code does (`PyErr_FormatUnraisable`)."""
    clean(error)
    arguments = _HookArguments((type(error), error, error.__traceback__, message, None))
    try:
        sys.unraisablehook(arguments)
    except Exception as second:
        clean(second)
        message = "Exception ignored in sys.unraisablehook"
        sys.__unraisablehook__(_HookArguments((type(second), second, second.__traceback__, message, None)))
