"""What all primitives share: the scheduler of the run."""

from typing import ClassVar, Protocol

from ..scheduler.scheduler import Scheduler


class _Fresh(Protocol):
    def __call__(self) -> None: ...

    def has_hooks_added(self) -> bool: ...


class Primitive:
    """Base of the primitives. `install_threads` gives all of them the scheduler, and what makes all of them fresh."""

    __slots__ = ()
    _scheduler: ClassVar[Scheduler]
    _fresh: ClassVar["_Fresh"]
