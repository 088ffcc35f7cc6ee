"""Rewriting takes time that is not the program's."""

from collections.abc import Callable
from typing import TypeVar

from ..scheduler.clock import Clock
from ..scheduler.machine import Machine
from ..scheduler.outside import Outside

_Made = TypeVar("_Made")


class Aside:
    """Calls what the run is not to count."""

    def __init__(self, machine: Machine, clock: Clock, outside: Outside) -> None:
        self._machine = machine
        self._clock = clock
        self._outside = outside

    def __call__(self, work: Callable[[], _Made]) -> _Made:
        began = self._machine.now()
        try:
            return work()
        finally:
            took = self._machine.now() - began
            self._clock.leave_out(took)
            self._outside.rewriting += took
