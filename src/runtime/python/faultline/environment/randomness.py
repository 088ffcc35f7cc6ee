"""What is left to chance in a run with a schedule: drawn from fixed seeds, so that runs repeat."""

import operator
import os
import random
from typing import Any

from ..cpython.replacements import Replacements

_SEED = 0
# As many bytes as make seeding worth its name.
_SEED_BYTES = 32


class Chance:
    """`os.urandom`, and with it `uuid`, `secrets` and `SystemRandom`, and every generator that is given no seed."""

    def __init__(self) -> None:
        self._source = random.Random(_SEED)
        self._randbytes = self._source.randbytes
        self._drawn = False

    def restart(self) -> None:
        """A program begins: nothing has been drawn."""
        # Seeding takes its time, and a search does it before each execution.
        if self._drawn:
            self._source.seed(_SEED)
            self._drawn = False
        random.seed(_SEED)

    def _draw(self, count: int) -> bytes:
        self._drawn = True
        return self._randbytes(count)

    def install(self, replacements: Replacements) -> None:
        """Takes the place of the machine's own chance."""
        draw = self._draw
        usual: Any = random.Random.seed

        def urandom(size: Any, /) -> bytes:
            count = operator.index(size)
            if count < 0:
                raise ValueError("negative argument not allowed")
            return draw(count)

        def seed(self: random.Random, a: Any = None, version: int = 2) -> None:
            usual(self, int.from_bytes(draw(_SEED_BYTES), "big") if a is None else a, version)

        replacements.wrap(os, "urandom", lambda _usual: urandom)
        replacements.put(random, "_urandom", os.urandom)
        replacements.wrap(random.Random, "seed", lambda _usual: seed)
        replacements.put(random, "seed", random._inst.seed)
