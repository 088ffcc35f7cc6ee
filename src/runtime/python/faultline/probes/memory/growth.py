"""Growth: which lines of the program hold more at the end than after a warm-up."""

from typing import NamedTuple

from ...report.recorder import Place
from .at_exit import Lines
from .tracing import Tracing

# Less is no growth: a string here, a cached number there.
LEAST_BYTES = 1000
# The library has its caches, and what runs the program lies there too.
LEAST_IN_LIBRARY = 100_000
MOST_LINES = 8
# Looking at blocks one by one takes a second for some hundred thousand: so many at most, under way and at the end.
MOST_BLOCKS_UNDER_WAY = 40_000
MOST_BLOCKS = 400_000
# The warm-up is over at the latest of the snapshots in the first part of the looks, one over this.
_WARM_UP = 3


class Grown(NamedTuple):
    """A line, and how much more of what it allocated is there now. Without a place: all lines of the library."""

    place: Place | None
    bytes: int
    blocks: int


class Growth:
    """Takes a snapshot at every look whose number is a power of two, as nobody knows how long the run will be."""

    def __init__(self, tracing: Tracing) -> None:
        self._tracing = tracing
        self._looks = 0
        self._snapshots: dict[int, Lines] = {}

    def look(self) -> bool:
        """Counts a look; True when it took a snapshot, which has its price."""
        self._looks += 1
        if self._looks < 4 or self._looks & (self._looks - 1) or self._tracing.blocks() > MOST_BLOCKS_UNDER_WAY:
            return False
        self._snapshots[self._looks] = self._tracing.by_line()
        return True

    def now(self) -> Lines | None:
        """What each line has allocated that is still there; None where there are too many blocks to look at."""
        return None if self._tracing.blocks() > MOST_BLOCKS else self._tracing.by_line()

    def since_warm_up(self, after: Lines | None) -> list[Grown]:
        """The lines that have grown, the most first; none where it cannot be known."""
        early = [number for number in self._snapshots if number <= self._looks / _WARM_UP]
        if not early or after is None:
            return []
        before = self._snapshots[max(early)]
        grown: list[Grown] = []
        for place, (size, blocks) in after.items():
            had = before.get(place, (0, 0))
            if size - had[0] >= (LEAST_IN_LIBRARY if place is None else LEAST_BYTES):
                grown.append(Grown(place, size - had[0], blocks - had[1]))
        return sorted(grown, key=lambda one: -one.bytes)[:MOST_LINES]
