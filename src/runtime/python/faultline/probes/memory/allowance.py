"""Allowance: how much of a run the memory probe may take for looking."""

from collections.abc import Callable

# Seconds that are free, so that a short run is seen in detail, and the share of what comes after.
FREE = 0.2
SHARE = 0.08

# What a look costs, and what it costs for each object, in seconds in a browser. An estimate: measured, a busy machine
# would be seen in less detail than an idle one.
LOOK = 2e-4
OBJECT = 2e-7
# Without a clock: how long a step of the program takes.
STEP = 1e-6


class Allowance:
    """Adds up what looking costs. `now` is a clock."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._start = now()
        self._spent = 0.0

    def allows(self) -> bool:
        """Whether another look is within bounds."""
        return self._spent <= FREE + SHARE * self.elapsed()

    def elapsed(self) -> float:
        """Seconds of the run so far."""
        return self._now() - self._start

    def spend(self, seconds: float) -> None:
        """A look has cost so much."""
        self._spent += seconds
