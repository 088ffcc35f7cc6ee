"""Sampling: of very many events of a kind, which are written, and which are only counted."""

from collections.abc import Callable
from typing import NamedTuple

from ..cpython.native_state import NativeState

# So many events of a kind are all written. After them so many in a row are written now and then.
ALL, IN_A_ROW = 20_000, 100
# How many are left out before the first row, and how much more before each further one: so a run that never ends is
# drawn in a bounded number of events.
FIRST_GAP, WIDENING = 1_000, 1.25

# The numbers of a sampler.
DRAWS, LEFT = range(2)


class LeftOut(NamedTuple):
    """What was not written: in pairs of a track and what of it."""

    later: list[Callable[[], None]]
    levels: list[tuple[int, tuple[int, int]]]
    amounts: list[tuple[int, int]]
    counts: list[tuple[int, int]]


class Sampler:
    """Counts the events of one kind. Rows begin and end by count alone, so the same run is always drawn alike."""

    __slots__ = ("state", "numbers", "_gap", "later", "levels", "amounts", "counts")

    def __init__(self, most: int = ALL) -> None:
        # What native code knows too: in `numbers`, whether the last event was written, and how many more events there
        # are of which the same holds.
        self.state = NativeState(2)
        self.numbers = memoryview(self.state).cast("q")
        self.numbers[DRAWS], self.numbers[LEFT] = 1, most
        self._gap: float = FIRST_GAP
        # By track: what writes how it stands, once events are written again.
        self.later: dict[int, Callable[[], None]] = {}
        # By track: the highest level and the last one that were left out.
        self.levels: dict[int, tuple[int, int]] = {}
        # By track: the sum of the tallies, and how many events were left out.
        self.amounts: dict[int, int] = {}
        self.counts: dict[int, int] = {}

    def take(self, count: int = 1) -> bool:
        """Whether the next event is written; with a `count`, what holds after so many more."""
        numbers = self.numbers
        numbers[LEFT] -= count
        if numbers[LEFT] < 0:
            numbers[DRAWS] ^= 1
            if numbers[DRAWS]:
                numbers[LEFT] = IN_A_ROW - 1
            else:
                numbers[LEFT] = int(self._gap) - 1
                self._gap *= WIDENING
        return numbers[DRAWS] != 0

    def end(self) -> None:
        """There have been enough that were all written."""
        if self._gap == FIRST_GAP and self.numbers[DRAWS]:
            self.numbers[LEFT] = 0

    def leave_out(self, track: int, count: int = 1) -> None:
        """So many events of a track are not written."""
        self.counts[track] = self.counts.get(track, 0) + count

    def leave_out_levels(self, track: int, peak: int, level: int) -> None:
        """Levels of a gauge are not written: the highest of them, and the last."""
        before = self.levels.get(track)
        self.levels[track] = (max(peak, level) if before is None else max(before[0], peak, level), level)

    def leave_out_amount(self, track: int, amount: int) -> None:
        """An amount of a tally is not written yet."""
        self.amounts[track] = self.amounts.get(track, 0) + amount

    def taken(self) -> LeftOut:
        """What is left out so far, each given once."""
        taken = LeftOut([*self.later.values()], [*self.levels.items()], [*self.amounts.items()], [*self.counts.items()])
        for one in (self.later, self.levels, self.amounts, self.counts):
            one.clear()
        return taken
