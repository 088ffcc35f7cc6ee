"""The random walk: at each point with a small probability, to a thread drawn by chance."""

import _random
import math
from collections.abc import Sequence

from ..thread import VirtualThread


class RandomWalk:
    """The same seed makes the same choices in every browser: Python's Mersenne Twister is part of the interpreter."""

    def __init__(self, seed: int, probability: float) -> None:
        self.seed = seed
        # The class in C: that of `random` would be seeded twice, for each schedule of a search.
        self._random = _random.Random(seed).random
        self._log_stay = math.log1p(-probability) if probability < 1 else None

    def budget(self, step: int) -> int:
        # Drawing how many points pass before the next switch costs one number instead of one for each point.
        if self._log_stay is None:
            return 1
        return 1 + int(math.log(1 - self._random()) / self._log_stay)

    def preempt(self, step: int, current: VirtualThread, ready: Sequence[VirtualThread]) -> VirtualThread:
        return self.pick(step, ready)

    def pick(self, step: int, ready: Sequence[VirtualThread]) -> VirtualThread:
        return ready[int(self._random() * len(ready))]
