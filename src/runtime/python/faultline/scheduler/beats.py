"""Beats that the program's own points make: at the same ones in every run, while a heartbeat comes when real time
says."""

from collections.abc import Callable

from .steps import NEVER

# As many points as a switch, and the start of a thread, take as long as.
A_SWITCH, A_START = 50, 200


class Beats:
    """None are due until they are counted."""

    def __init__(self) -> None:
        self._every = NEVER
        self._beat: Callable[[], None] = lambda: None
        # At which step the next one is due. Sooner, where something has taken as long as so many points.
        self.due = NEVER

    def count(self, every: int, step: int, beat: Callable[[], None]) -> None:
        """Has `beat` called each time that `every` points more have been passed, from `step` on."""
        self._every, self._beat, self.due = every, beat, step + every

    def make(self, step: int) -> None:
        """One is due at this step. May raise `Halt`."""
        self.due = step + self._every
        self._beat()
