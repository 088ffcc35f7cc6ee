"""Probabilistic concurrency testing: random priorities that change at a few random points.

S. Burckhardt, P. Kothari, M. Musuvathi, S. Nagarakatte: A Randomized Scheduler with Probabilistic Guarantees of
Finding Bugs, ASPLOS 2010. A bug that needs `depth` orderings among n threads and k steps is found with a probability
of at least 1 / (n k^(depth - 1)).
"""

import random
from collections.abc import Sequence

from ..thread import VirtualThread

# So many points a thread may pass before it gives way at the least.
_LEAST_PATIENCE = 5000


class Pct:
    """`length` is how many points the program is expected to pass: the changes are drawn among them.

    A thread that goes on for much longer than the whole program should take may wait in a loop for one with a lower
    priority, and never come to its end: it gets the lowest.
    """

    def __init__(self, seed: int, depth: int, length: int) -> None:
        self._random = random.Random(seed)
        self._changes = sorted(self._random.randint(1, max(1, length)) for _ in range(depth - 1))
        self._priorities: dict[int, float] = {}
        self._lowest = 0
        self._patience = max(_LEAST_PATIENCE, 2 * length)
        # The step at which priorities change next. It may be asked sooner, when somebody's time to wait is up.
        self._due = 0

    def budget(self, step: int) -> int:
        while self._changes and self._changes[0] <= step:
            self._changes.pop(0)
        points = min(self._changes[0] - step, self._patience) if self._changes else self._patience
        self._due = step + points
        return points

    def preempt(self, step: int, current: VirtualThread, ready: Sequence[VirtualThread]) -> VirtualThread:
        if step >= self._due:
            self._lowest -= 1
            self._priorities[current.number] = self._lowest
        return self.pick(step, ready)

    def pick(self, step: int, ready: Sequence[VirtualThread]) -> VirtualThread:
        return max(ready, key=self._priority)

    def _priority(self, thread: VirtualThread) -> float:
        priority = self._priorities.get(thread.number)
        if priority is None:
            priority = self._priorities[thread.number] = 1 + self._random.random()
        return priority
