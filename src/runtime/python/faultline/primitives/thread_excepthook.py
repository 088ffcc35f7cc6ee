"""What is said of an exception that ends a thread."""

import _thread
import sys
import threading
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from ..cpython.replacements import Replacements
from ..pristine.halt import Halt
from ..report.tracebacks import clean
from ..scheduler.scheduler import Scheduler
from .appearance import known_as


def install_last_words(replacements: Replacements, scheduler: Scheduler) -> None:
    """Has threads fail as in CPython, and those that are being unwound end without a word."""
    replacements.wrap(threading, "_make_invoke_excepthook", _quiet_when_unwound(scheduler))
    excepthook = _by_number(_thread._excepthook, scheduler)
    replacements.put(_thread, "_excepthook", excepthook)
    for name in ("excepthook", "__excepthook__"):
        replacements.put(threading, name, excepthook)


def _by_number(usual: Callable[[Any], None], scheduler: Scheduler) -> Callable[[Any], None]:
    """Around the usual hook, which calls a thread that has no object by its number, and knows others than we do."""

    def excepthook(args: Any, /) -> None:
        """Handle uncaught Thread.run() exception."""
        if isinstance(args, threading.ExceptHookArgs) and args.thread is None:
            number = SimpleNamespace(name=scheduler.current.ident, _stderr=None)
            args = threading.ExceptHookArgs((*args[:3], number))
        usual(args)

    known_as(excepthook, "_thread", "_excepthook")
    return excepthook


def _quiet_when_unwound(scheduler: Scheduler) -> Callable[[Callable[[], Any]], Callable[[], Any]]:
    """Around what makes the last resort of a thread's exceptions. A thread that is being unwound has no last words."""

    def around(original: Callable[[], Any]) -> Callable[[], Any]:
        def make() -> Callable[[threading.Thread], None]:
            invoke = original()

            def invoke_excepthook(thread: threading.Thread) -> None:
                scheduler.check()
                error = sys.exc_info()[1]
                if error is None or isinstance(error, Halt):
                    return
                clean(error)
                if not isinstance(error, SystemExit):
                    scheduler.failed(error)
                invoke(thread)

            return invoke_excepthook

        return make

    return around
