"""What tells a search nothing of a program: what `threading` does to start and end threads, and when a turn comes."""

import threading
from types import FrameType

from ..scheduler.awaiting import Locate
from ..scheduler.naming import BACK
from ..scheduler.thread import VirtualThread

# By address: hashing code reads all of it.
_NAMES = frozenset({"start", "_bootstrap_inner", "_delete"})
_BOOKKEEPING = frozenset(id(getattr(threading.Thread, name).__code__) for name in _NAMES)


def is_bookkeeping(frame: FrameType, locate: Locate) -> bool:
    """Whether a lock that is used in `frame` is used to start or end a thread. Nothing that a program can notice
    depends on the order of that, unless it counts its threads."""
    # No generator over the frames: this is asked at each use of a lock in each execution of a search.
    one: FrameType | None = frame
    back = BACK
    while one is not None:
        code = one.f_code
        # What a thread is for, be it the library's, is not how it is started.
        if locate(code.co_filename) is not None or code.co_name == "run":
            return False
        if code.co_name in _NAMES and id(code) in _BOOKKEEPING:
            return True
        one = back(one)
    return False


def is_turn(thread: VirtualThread) -> bool:
    """Whether what it waits for is that others have had their turn: `time.sleep(0)`."""
    return thread.verb == "sleep" and thread.on == 0


def until(thread: VirtualThread, deadline: float) -> int | str:
    """What a wait with a deadline tells of the time. When it is the thread's turn again makes no difference, so that a
    loop that lets others go first is seen to do nothing else."""
    return "turn" if is_turn(thread) else round(deadline * 1e9)
