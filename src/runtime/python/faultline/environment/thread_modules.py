"""Puts the primitives under the standard library, wherever it has kept CPython's own."""

import logging
import queue
import sys
import tempfile
import threading
from asyncio import events, mixins
from typing import Any

from ..cpython.internals import THREADING
from ..cpython.replacements import Replacements
from ..primitives.descriptors import install_descriptors
from ..primitives.event import install_event
from ..primitives.identity import install_identities
from ..primitives.leaving import install_leaving
from ..primitives.lock import Lock
from ..primitives.primitive import Primitive
from ..primitives.rlock import RLock
from ..primitives.signals import Signals
from ..primitives.starting import Starting
from ..primitives.switch_interval import install_switch_interval
from ..primitives.thread_excepthook import install_last_words
from ..primitives.unraisable import unraisable
from ..pristine.halt import Halt
from ..scheduler.scheduler import SWITCH_INTERVAL, Scheduler
from ..scheduler.thread import BLOCKED
from .free_threaded import install_free_threaded
from .fresh_modules import Fresh
from .patch_modules import patch

__all__ = ["exit_threads", "fresh", "install_free_threaded", "install_threads"]


def install_threads(replacements: Replacements, scheduler: Scheduler) -> None:
    """Makes threads, and everything that waits for threads, the scheduler's."""
    replacements.put(Primitive, "_scheduler", scheduler)
    starting = Starting(scheduler)
    patch(replacements, starting)
    _replace_locks_in_use(replacements)
    install_identities(replacements)
    install_switch_interval(replacements, scheduler)
    Signals(scheduler).install(replacements)
    install_leaving(replacements, scheduler)
    install_descriptors(replacements, scheduler)
    install_event(replacements, scheduler)
    install_last_words(replacements, scheduler)
    # Both only compare times, so any clock will do that the waits agree with.
    replacements.put(queue, "time", scheduler.now)
    replacements.put(threading, "_time", scheduler.now)
    replacements.put(Primitive, "_fresh", Fresh(replacements, starting))
    fresh(scheduler)


def fresh(scheduler: Scheduler) -> None:
    """Makes everything again as it is when a program begins, for the next program in this interpreter. The scheduler
    has been restarted before."""
    scheduler.switch_interval = SWITCH_INTERVAL
    Primitive._fresh()


def exit_threads(scheduler: Scheduler) -> None:
    """What the interpreter does when the main thread has ended: the pools' exit, then it waits for all threads that
    are no daemons."""
    if _keeps_until_exit(scheduler):
        scheduler.outside.exits()
    try:
        THREADING._shutdown()
    except Halt:
        raise
    except BaseException as error:
        scheduler.check()
        unraisable(error, f"Exception ignored on threading shutdown {threading!r}")


def _keeps_until_exit(scheduler: Scheduler) -> bool:
    """Whether threads wait for nothing but the main thread's end, or hooks are to be called at it. What they hold then
    they have held to the end of the program."""
    others = [thread for thread in scheduler.alive if thread is not scheduler.current]
    busy = any(not one.daemon and (one.state is not BLOCKED or one.deadline is not None) for one in others)
    return not busy and (bool(others) or Primitive._fresh.has_hooks_added())


def _replace_locks_in_use(replacements: Replacements) -> None:
    """Locks that modules made when they were imported, and may hold while the program's code runs."""
    put = replacements.put
    put(logging, "_lock", RLock())
    put(logging.lastResort, "lock", RLock())
    for handler in logging.root.handlers:
        put(handler, "lock", RLock())
    put(events, "_lock", Lock())
    put(mixins, "_global_lock", Lock())
    put(tempfile, "_once_lock", Lock())
    warnings: Any = sys.modules.get("_py_warnings")
    if warnings is not None:
        put(warnings, "_lock", RLock())
