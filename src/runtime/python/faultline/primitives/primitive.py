"""What all primitives share: the scheduler of the run."""

from collections.abc import Callable
from typing import ClassVar

from ..scheduler.scheduler import Scheduler


class Primitive:
    """Base of the primitives. `install_threads` gives all of them the scheduler, and what makes all of them fresh."""

    __slots__ = ()
    _scheduler: ClassVar[Scheduler]
    _fresh: ClassVar[Callable[[], None]]
