"""What tells a search nothing of a program: what `threading` does to start and end threads, and when a turn comes."""

import threading
from sys import _getframe
from types import FrameType

from ..cpython.frames import BACK
from ..scheduler.thread import VirtualThread
from ..source.locate import Locate

# By address: hashing code reads all of it.
_NAMES = ("start", "_bootstrap_inner", "_delete")
_BOOKKEEPING = frozenset(id(getattr(threading.Thread, name).__code__) for name in _NAMES)
_THREADING = threading.Thread.start.__code__.co_filename
# How many frames of ours are between the use of a lock and those who ask here.
_OURS = 5


class Bookkeeping:
    """One for each execution: whether a lock is used to start or end a thread. Nothing that a program can notice
    depends on the order of that, unless it counts its threads."""

    def __init__(self, locate: Locate) -> None:
        self._locate = locate
        # By thread: what it has begun to use, and whether for this. A wait for it may lie between its begin and its
        # end.
        self._begun: dict[int, tuple[object, bool]] = {}

    def begins(self, thread: int, on: object) -> bool:
        """The running thread is about to use `on`."""
        answer = self._is_bookkeeping()
        self._begun[thread] = on, answer
        return answer

    def ends(self, thread: int, on: object) -> bool:
        """The running thread has used `on`."""
        begun = self._begun.pop(thread, None)
        return begun[1] if begun is not None and begun[0] is on else self._is_bookkeeping()

    def _is_bookkeeping(self) -> bool:
        # No generator over the frames: this is asked at each use of a lock in each execution of a search.
        frame: FrameType | None = _getframe(_OURS)
        back, locate, bookkeeping = BACK, self._locate, _BOOKKEEPING
        while frame is not None:
            code = frame.f_code
            if id(code) in bookkeeping:
                return True
            # What a thread is for, be it the library's, is not how it is started.
            if code.co_name == "run" or (code.co_filename != _THREADING and locate(code.co_filename) is not None):
                return False
            frame = back(frame)
        return False


def is_turn(thread: VirtualThread) -> bool:
    """Whether what it waits for is that others have had their turn: `time.sleep(0)`."""
    return thread.verb == "sleep" and thread.on == 0


def until(thread: VirtualThread, deadline: float) -> int | str:
    """What a wait with a deadline tells of the time. When it is the thread's turn again makes no difference, so that a
    loop that lets others go first is seen to do nothing else."""
    return "turn" if is_turn(thread) else round(deadline * 1e9)
