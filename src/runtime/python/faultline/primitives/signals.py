"""Signals are the main thread's business: only it may set handlers, and only it is interrupted."""

import _thread
import signal
import sys
from collections.abc import Callable
from typing import Any

from ..replacements import Replacements
from ..scheduler.scheduler import Scheduler


def install_signals(replacements: Replacements, scheduler: Scheduler) -> None:
    """Tells the main thread from the others, which all run in the one thread that Pyodide has."""

    def for_main_only(usual: Callable[..., Any]) -> Callable[..., Any]:
        def set_handler(signalnum: int, handler: Any) -> Any:
            if scheduler.current is not scheduler.main:
                raise ValueError("signal only works in main thread of the main interpreter")
            return usual(signalnum, handler)

        return set_handler

    def interrupt_main(signum: int = signal.SIGINT, /) -> None:
        """Simulate the arrival of the given signal in the main thread."""
        handler = signal.getsignal(signum)
        if not callable(handler):
            return
        if scheduler.current is scheduler.main:
            handler(signum, sys._getframe(1))
        else:
            # It arrives when the main thread goes on: what it waits for is not broken off.
            scheduler.main.interruption = lambda: handler(signum, None)

    replacements.wrap(signal, "signal", for_main_only)
    replacements.put(_thread, "interrupt_main", interrupt_main)
