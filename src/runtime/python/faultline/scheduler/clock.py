"""The run clock: real time with skips, or a virtual one that counts what the program does."""

import time
from collections.abc import Callable
from math import inf, nan
from typing import Any, Protocol

from ..cpython.native_state import NativeState
from .steps import NEVER

# Beyond 2^53 the page cannot count exactly.
MOST_MICROS = 2**52
# So often library code may read a virtual clock at one step; then it is taken for a busy wait, which has to come to its
# end, and each look takes this many seconds.
FREE_LOOKS = 100
A_LOOK = 10e-6
# What `time.sleep(0)` takes: a call of the operating system, and the GIL let go and taken.
A_YIELD = 2e-6

# Numbers of a real clock that native code knows, in seconds: when it began, or not a number; those that were skipped;
# and what was read last.
_BEGAN, _SKIPPED, _LATEST = range(3)
_NUMBERS = 3

# What native code reads, and what makes the function that does, where there is one.
_SYSTEM = time.perf_counter
_native: Any = None


class Clock(Protocol):
    """Seconds since the run began."""

    @property
    def skipped(self) -> float:
        """Seconds of waiting that took no real time."""
        ...

    @property
    def latest(self) -> float:
        """What `micros` has read last, in seconds."""
        ...

    # When somebody waits to be woken, and what is called when that has come without a step.
    due: float
    on_due: Callable[[], object]

    def now(self) -> float:
        """Run-clock seconds."""
        ...

    def read(self) -> float:
        """The same, asked by the program."""
        ...

    def computed(self) -> float:
        """Seconds that the program has computed, asked by the program."""
        ...

    @property
    def micros(self) -> Callable[[], int]:
        """Tells run-clock microseconds, as the recorder wants them."""
        ...

    def wall(self) -> float:
        """Real seconds since the run began."""
        ...

    def restart(self) -> None:
        """Sets the run clock to zero."""
        ...

    def skip(self, seconds: float) -> None:
        """Lets `seconds` pass without waiting."""
        ...

    def waited(self, seconds: float) -> None:
        """The run has really waited for `seconds`."""
        ...

    def yielded(self) -> None:
        """The program has let others go first, which takes its time."""
        ...

    def leave_out(self, seconds: float) -> None:
        """The last `seconds` of real time were ours, and are no part of the run."""
        ...

    def steps_until(self, moment: float) -> int:
        """How many switch points of the program until `moment` is past."""
        ...


class RealClock:
    """Real time, plus the waiting that fast forward has skipped.

    At real pace nothing is ever skipped and this is wall-clock time. In fast forward each wait is skipped in no
    time, so the clock is virtual: computing still takes its real time, waiting takes none.

    Until `restart` it stands at zero. What probes declare before the program begins would otherwise lie later than
    what the program does in the time that setting up has taken.
    """

    def __init__(self, real: Callable[[], float]) -> None:
        self._real = real
        state = NativeState(_NUMBERS)
        self._seconds = memoryview(state).cast("d")
        self._seconds[_BEGAN] = nan
        # Asked at every event.
        native = _native if real is _SYSTEM else None
        self.micros: Callable[[], int] = self._micros if native is None else native.micros(state)
        # Time passes by itself here: whoever is due is woken at a beat.
        self.due = inf
        self.on_due: Callable[[], object] = _nothing

    @property
    def skipped(self) -> float:
        return self._seconds[_SKIPPED]

    @property
    def latest(self) -> float:
        return self._seconds[_LATEST]

    def now(self) -> float:
        return self.wall() + self._seconds[_SKIPPED]

    read = now

    def computed(self) -> float:
        """Not told apart from real waiting."""
        return self.wall()

    def _micros(self) -> int:
        now = self._seconds[_LATEST] = self.now()
        micros = int(now * 1_000_000)
        return micros if micros < MOST_MICROS else MOST_MICROS

    def wall(self) -> float:
        began = self._seconds[_BEGAN]
        return self._real() - began if began == began else 0.0

    def restart(self) -> None:
        self._seconds[_BEGAN] = self._real()
        self._seconds[_SKIPPED] = 0.0

    def skip(self, seconds: float) -> None:
        self._seconds[_SKIPPED] += seconds

    def waited(self, seconds: float) -> None:
        """Real time has passed by itself."""

    def yielded(self) -> None:
        """Here too."""

    def leave_out(self, seconds: float) -> None:
        # What has not begun is not a number, and stays so.
        self._seconds[_BEGAN] += seconds

    def steps_until(self, moment: float) -> int:
        """Unknown: steps do not move this clock."""
        return NEVER


class VirtualClock:
    """Counts the program's own steps, each at a fixed price, and its waits. The same in every run of a schedule."""

    def __init__(self, real: Callable[[], float], steps: Callable[[], int], price: float) -> None:
        self._real = real
        self._start = real()
        self._steps = steps
        # Seconds a step: what computing costs the program.
        self.price = price
        self._waits = 0.0
        self.skipped = self.latest = 0.0
        self.due = inf
        self.on_due: Callable[[], object] = _nothing
        # Told what the program reads: a search has to know what a thread has learnt.
        self.on_read: Callable[[float], None] | None = None
        # At which step it was last read, and how often there.
        self._looked_at = self._looks = 0

    def now(self) -> float:
        return self._waits + self._steps() * self.price

    def read(self) -> float:
        self._look()
        now = self.now()
        if self.on_read is not None:
            self.on_read(now)
        return now

    def computed(self) -> float:
        return self.read() - self._waits

    def _look(self) -> None:
        """Whoever reads the time again and again, and passes no step, waits for it in code that is not followed."""
        steps = self._steps()
        self._looks = self._looks + 1 if steps == self._looked_at else 0
        self._looked_at = steps
        if self._looks > FREE_LOOKS:
            self.waited(A_LOOK)

    def micros(self) -> int:
        # Rounded, as sums of decimal fractions are a hair off whole numbers. Asked at every event: no call too many.
        self.latest = now = self._waits + self._steps() * self.price
        micros = int(now * 1e6 + 0.5)
        return micros if micros < MOST_MICROS else MOST_MICROS

    def wall(self) -> float:
        return self._real() - self._start

    def restart(self) -> None:
        self._start = self._real()
        self._waits = 0.0
        self._looked_at = self._looks = 0
        self.skipped, self.due = 0.0, inf

    def skip(self, seconds: float) -> None:
        self._waits += seconds
        self.skipped += seconds

    def waited(self, seconds: float) -> None:
        self._waits += seconds
        if self.now() >= self.due:
            self.due = inf
            self.on_due()

    def yielded(self) -> None:
        self.waited(A_YIELD)

    def leave_out(self, seconds: float) -> None:
        """Real time does not move this clock."""

    def steps_until(self, moment: float) -> int:
        return int((moment - self.now()) / self.price) + 1


def _nothing() -> None:
    """Nobody is to hear of it."""


def read_natively(native: Any) -> None:
    """From now on real clocks are read by native code, which `worker/native.ts` has put there."""
    global _native
    _native = native
