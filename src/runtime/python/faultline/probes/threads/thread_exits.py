"""How threads leave: switched out where they could have gone on, asleep, or to wait for something."""

from collections import defaultdict, deque
from collections.abc import Callable

from ...report.facts import Left
from ...scheduler.thread import VirtualThread
from ...scheduler.watchers import Watchers

# What a thread did between a read and a write is reported: older departures are not asked for.
_MOST_KEPT = 16


_PREEMPTED: Left = "switched out"


class ThreadExits:
    """The latest departures of each thread, numbered like its reads and writes."""

    def __init__(self, watchers: Watchers, serial: Callable[[], int]) -> None:
        self._serial = serial
        self._left: defaultdict[VirtualThread, deque[tuple[int, Left]]] = defaultdict(lambda: deque(maxlen=_MOST_KEPT))
        watchers.on_preempt.append(lambda thread: self._note(thread, "switched out"))
        watchers.on_block.append(lambda thread: self._note(thread, "slept" if thread.verb == "sleep" else "waited"))

    def after(self, thread: VirtualThread, serial: int) -> Left:
        """How `thread` left first after what bears this number."""
        left = self._left[thread]
        first: Left | None = next((how for number, how in left if number > serial), None)
        # Where nothing was noted it did not run beside the others: it was between two instructions of its own.
        return first or (left[-1][1] if left else _PREEMPTED)

    def _note(self, thread: VirtualThread, how: Left) -> None:
        self._left[thread].append((self._serial(), how))
