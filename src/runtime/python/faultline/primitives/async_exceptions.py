"""`PyThreadState_SetAsyncExc`: how programs end a thread from outside, by way of `ctypes`."""

from collections.abc import Iterable
from typing import Any

from ..cpython.replacements import Replacements
from ..scheduler.scheduler import Scheduler

_NAME = "PyThreadState_SetAsyncExc"


def names_async_exceptions(texts: Iterable[str]) -> bool:
    """Whether a program with these files may want it."""
    return any(_NAME in text for text in texts)


def install_async_exceptions(replacements: Replacements, scheduler: Scheduler) -> None:
    """The C function knows the one thread that Pyodide has: here the exception is for one of the scheduler's."""
    # Only programs that name the function pay for loading it.
    import ctypes

    def set_async_exc(ident: Any, error: Any, /) -> int:
        """Returns how many threads have that number: 1 or 0. NULL, which is None, takes back what has not arrived."""
        number = getattr(ident, "value", ident)
        thread = next((one for one in scheduler.alive if one.ident == number), None)
        if thread is None:
            return 0
        raised = _object(error)
        if raised is None:
            thread.interruption = None
            return 1
        if thread is scheduler.current:
            raise raised

        def arrive() -> None:
            raise raised

        # It arrives when the thread goes on: what it waits for is not broken off.
        thread.interruption = arrive
        return 1

    replacements.put(ctypes.pythonapi, _NAME, set_async_exc)


def _object(error: Any) -> Any:
    """What a `py_object` holds; None if that is NULL."""
    try:
        return getattr(error, "value", error)
    except ValueError:
        return None
