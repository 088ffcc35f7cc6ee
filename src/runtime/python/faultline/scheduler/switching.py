"""Whether a moment is in the midst of a switch from one thread to another."""

from types import FrameType

from ..ours import OURS
from .scheduler import Scheduler
from .turns import Turns

# The files of the two, as their code knows them.
_SWITCHING = frozenset({Turns.check.__code__.co_filename, Scheduler.block.__code__.co_filename})


def is_switching(frame: FrameType | None) -> bool:
    """Whether what is interrupted in `frame` is the scheduler, or called by it."""
    while frame is not None and frame.f_code.co_filename.startswith(OURS):
        if frame.f_code.co_filename in _SWITCHING:
            return True
        frame = frame.f_back
    return False
