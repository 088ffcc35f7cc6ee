"""Tells what a program does with its connections from what the end of its run does to them."""

import sys

from ...scheduler.scheduler import Scheduler


def has_ended(scheduler: Scheduler) -> bool:
    """Whether what happens now is no longer the program's doing: its run, or the running thread, is being unwound,
    or the interpreter leaves."""
    return scheduler.outside.halted is not None or scheduler.current.killed > 0 or "__main__" not in sys.modules
