"""Replay: the decisions of an earlier run, then nobody is preempted."""

from collections.abc import Sequence

from ..steps import NEVER
from ..thread import VirtualThread
from .strategy import longest_ready

Decision = tuple[int, int]


class Replay:
    """`strayed` is the first step whose decision could not be followed, as the program is another one; else None."""

    def __init__(self, decisions: Sequence[Decision]) -> None:
        self._decisions = decisions
        self._next = 0
        self._strayed: int | None = None

    def budget(self, step: int) -> int:
        while self._next < len(self._decisions) and self._decisions[self._next][0] < step:
            self._stray(step)
        if self._next == len(self._decisions):
            return NEVER
        return max(1, self._decisions[self._next][0] - step)

    def preempt(self, step: int, current: VirtualThread, ready: Sequence[VirtualThread]) -> VirtualThread:
        return self._decided(step, ready) or current

    def pick(self, step: int, ready: Sequence[VirtualThread]) -> VirtualThread:
        return self._decided(step, ready) or longest_ready(ready)

    @property
    def strayed(self) -> int | None:
        """Asked when the program has ended: a decision that was never asked for was not followed either."""
        return self._decisions[self._next][0] if self._strayed is None and not self.over else self._strayed

    @property
    def over(self) -> bool:
        """Whether all decisions have been followed."""
        return self._next == len(self._decisions)

    def _decided(self, step: int, ready: Sequence[VirtualThread]) -> VirtualThread | None:
        if self._next == len(self._decisions) or self._decisions[self._next][0] != step:
            return None
        number = self._decisions[self._next][1]
        chosen = next((thread for thread in ready if thread.number == number), None)
        if chosen is None:
            self._stray(step)
        else:
            self._next += 1
        return chosen

    def _stray(self, step: int) -> None:
        self._next += 1
        if self._strayed is None:
            self._strayed = step
