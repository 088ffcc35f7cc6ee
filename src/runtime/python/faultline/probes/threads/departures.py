"""How threads leave: switched out where they could have gone on, asleep, or to wait for something."""

from collections import defaultdict, deque
from collections.abc import Callable

from ...scheduler.thread import VirtualThread
from ...scheduler.watchers import Watchers

SWITCHED_OUT, SLEPT, WAITED = "was switched out", "slept", "waited"
# What a thread did between a read and a write is told: older departures are not asked for.
_MOST_KEPT = 16


class Departures:
    """The latest departures of each thread, numbered like its reads and writes."""

    def __init__(self, watchers: Watchers, serial: Callable[[], int]) -> None:
        self._serial = serial
        self._left: defaultdict[VirtualThread, deque[tuple[int, str]]] = defaultdict(lambda: deque(maxlen=_MOST_KEPT))
        watchers.on_preempt.append(lambda thread: self._note(thread, SWITCHED_OUT))
        watchers.on_block.append(lambda thread: self._note(thread, SLEPT if thread.verb == "sleep" else WAITED))

    def after(self, thread: VirtualThread, serial: int) -> str:
        """How `thread` left first after what bears this number."""
        left = self._left[thread]
        first = next((how for number, how in left if number > serial), None)
        # Where nothing was noted it did not run beside the others: it was between two instructions of its own.
        return first or (left[-1][1] if left else SWITCHED_OUT)

    def _note(self, thread: VirtualThread, how: str) -> None:
        self._left[thread].append((self._serial(), how))
