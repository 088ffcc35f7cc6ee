"""Allowance: how much of a run the memory probe may take for looking."""

from collections.abc import Callable

# Seconds that are free, so that a short run is seen in detail, and the share of what comes after.
FREE = 0.15
SHARE = 0.08

# Without a clock: what a line of the program and a look at one object count as, in seconds.
LINE = 2e-6
OBJECT = 2e-7
LOOK = 5e-5


class Allowance:
    """Adds up what looking has cost. `now` is a clock."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._start = now()
        self._spent = 0.0

    def allows(self) -> bool:
        """Whether another look is within bounds."""
        return self._spent <= FREE + SHARE * (self._now() - self._start)

    def spend(self, seconds: float) -> None:
        """A look has cost so much."""
        self._spent += seconds
