"""The run clock: real time, plus the waiting that fast forward has skipped."""

from collections.abc import Callable


# Beyond 2^53 the page cannot count exactly.
MOST_MICROS = 2**52


class Clock:
    """Seconds since the run began.

    At real pace nothing is ever skipped and this is wall-clock time. In fast forward each wait is skipped in no
    time, so the clock is virtual: computing still takes its real time, waiting takes none.
    """

    def __init__(self, real: Callable[[], float]) -> None:
        self._real = real
        self._start = real()
        self.skipped = 0.0

    def now(self) -> float:
        """Run-clock seconds."""
        return self._real() - self._start + self.skipped

    def micros(self) -> int:
        """Run-clock microseconds, as the recorder wants them."""
        return min(int(self.now() * 1_000_000), MOST_MICROS)

    def wall(self) -> float:
        """Real seconds since the run began."""
        return self._real() - self._start

    def restart(self) -> None:
        """Sets the run clock to zero."""
        self._start = self._real()
        self.skipped = 0.0

    def skip(self, seconds: float) -> None:
        """Lets `seconds` pass without waiting."""
        self.skipped += seconds
