"""Whether a moment is in the midst of a switch from one thread to another."""

from collections.abc import Iterator
from itertools import takewhile
from types import FrameType

from ..cpython.frames import outwards
from ..source.ours import OURS
from .scheduler import Scheduler
from .turns import Turns

# The files of the two, as their code knows them.
_SWITCHING = frozenset({Turns.check.__code__.co_filename, Scheduler.block.__code__.co_filename})


def is_switching(frame: FrameType | None) -> bool:
    """Whether what is interrupted in `frame` is the scheduler, or called by it."""
    return any(one.f_code.co_filename in _SWITCHING for one in ours_around(frame))


def ours_around(frame: FrameType | None) -> Iterator[FrameType]:
    """From `frame` outwards, the frames of our own code up to the first that is none."""
    return takewhile(lambda one: one.f_code.co_filename.startswith(OURS), outwards(frame))
