"""Manual: the person says who goes on, and how far."""

from collections.abc import Callable, Sequence
from typing import Literal

from ..thread import VirtualThread
from .replay import Decision, Replay
from .strategy import longest_ready

Stride = Literal["instruction", "line", "shared"]

# Asks the person; gives the number of the chosen thread and the stride.
Ask = Callable[[int, "VirtualThread | None", Sequence[VirtualThread]], tuple[int, Stride]]


class Manual:
    """Follows earlier decisions, then asks at every point at which the stride of the last answer is over, from the step
    `first` on: until there nobody has been asked before.

    `crossed` tells whether the running thread has reached a new line (`"line"`) or is about to access what threads
    share (`"shared"`).
    """

    def __init__(
        self, decisions: Sequence[Decision], first: int, ask: Ask, crossed: Callable[[VirtualThread, Stride], bool]
    ) -> None:
        self._replay = Replay(decisions)
        self._first = first
        self._ask = ask
        self._crossed = crossed
        self._stride: Stride = "instruction"

    @property
    def strayed(self) -> int | None:
        """As in `Replay`."""
        return self._replay.strayed

    def budget(self, step: int) -> int:
        return max(1, self._first - step) if self._replay.over else self._replay.budget(step)

    def preempt(self, step: int, current: VirtualThread, ready: Sequence[VirtualThread]) -> VirtualThread:
        if not self._replay.over:
            return self._replay.preempt(step, current, ready)
        if step < self._first or (self._stride != "instruction" and not self._crossed(current, self._stride)):
            return current
        return self._chosen(step, current, ready)

    def pick(self, step: int, ready: Sequence[VirtualThread]) -> VirtualThread:
        if not self._replay.over:
            return self._replay.pick(step, ready)
        if step < self._first:
            return longest_ready(ready)
        return self._chosen(step, None, ready)

    def _chosen(self, step: int, current: VirtualThread | None, ready: Sequence[VirtualThread]) -> VirtualThread:
        number, self._stride = self._ask(step, current, ready)
        chosen = next((thread for thread in ready if thread.number == number), None)
        return chosen or current or ready[0]
