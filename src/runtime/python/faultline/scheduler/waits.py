"""What a blocked thread waits for: a lock and who holds it, a thread that is to end, a call of the library."""

from collections.abc import Callable
from types import FrameType
from typing import Any, NamedTuple

from ..cpython.frames import outwards
from ..report import facts
from ..report.recorder import Place
from ..source.locate import Locate
from .check import FILE as CHECK
from .names import Names
from .thread import VirtualThread

# The functions that call what a thread, or a job of a pool, is made of.
_RUNNERS = ("Thread.run", "Timer.run", "WorkerContext.run", "_WorkItem.run", "_run")


class WaitOf(NamedTuple):
    """`what` is a fact, or code; at which line of the program; and which thread alone can end it, where one can."""

    what: str
    place: Place | None
    held_by: VirtualThread | None


def name_of(thread: VirtualThread) -> str:
    """What the program calls a thread."""
    return thread.name


def wait_of(
    thread: VirtualThread,
    locate: Locate,
    names: Names,
    called_thread: Callable[[VirtualThread], str] = name_of,
) -> WaitOf:
    """What a blocked thread waits for. `locate` turns file names into the learner's paths; the other two say what
    things and threads are called."""
    called, own = _call(thread.frame, locate)
    place = None if own is None else Place(locate(own.f_code.co_filename) or "", own.f_lineno)
    holder = holder_of(thread.on)
    match thread.verb:
        case "sleep":
            return WaitOf(f"sleep({_seconds(thread.on)})", place, None)
        case "join" if isinstance(thread.on, VirtualThread):
            return WaitOf(facts.end_of_thread(called_thread(thread.on)), place, thread.on)
        case "shutdown":
            other = thread.on if isinstance(thread.on, VirtualThread) else None
            end = facts.end_of_threads() if other is None else facts.end_of_thread(called_thread(other))
            return WaitOf(end, place, other)
        case "select":
            return WaitOf(facts.event_loop(), place, None)
        case "signal":
            return WaitOf(facts.signal(), place, None)
        case "descriptors":
            return WaitOf(facts.file_ready(), place, None)
        case _:
            pass
    if called is None or _is_lock(called, thread.on):
        name = names.of(thread.on, own)
        by = None if holder is None else called_thread(holder)
        return WaitOf(facts.own_lock(name) if holder is thread else facts.lock(name, by), place, holder)
    name = names.of(_receiver(called), own)
    return WaitOf(facts.call(called.f_code.co_qualname, name), place, None)


def holder_of(on: object) -> VirtualThread | None:
    """The thread that holds a lock, or None."""
    owner = getattr(on, "_owner", None)
    return owner if isinstance(owner, VirtualThread) else None


def _call(frame: FrameType | None, locate: Locate) -> tuple[FrameType | None, FrameType | None]:
    """The library's frame that the program called, and the program's frame that called it."""
    called = alone = None
    for one in outwards(frame):
        if locate(one.f_code.co_filename):
            return called, one
        if one.f_code.co_qualname in _RUNNERS or one.f_code.co_filename == CHECK:
            # Nothing of the program has called it: it is what the thread, or its job, is made of, or the check calls
            # it.
            break
        called = one
        if not one.f_code.co_name.startswith("_"):
            alone = one
    return alone or called, None


def _receiver(frame: FrameType) -> Any:
    code = frame.f_code
    return frame.f_locals.get(code.co_varnames[0]) if code.co_argcount else None


def _is_lock(called: FrameType, on: object) -> bool:
    """Whether the program took the lock itself, and not a queue or a condition on its behalf."""
    return on is not None and _receiver(called) is on


def _seconds(value: object) -> str:
    return f"{value:g}" if isinstance(value, (int, float)) else str(value)
